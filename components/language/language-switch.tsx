'use client';

import { useRouter } from 'next/navigation';
import { useState, useTransition } from 'react';
import { useTranslations } from 'use-intl/react';
import { type Language, languageCookie, languages } from '#lib/i18n/language.ts';
import { useLanguage } from './use-language.ts';

const names: Readonly<Record<Language, string>> = { nl: 'Nederlands', en: 'English' };
const year = 60 * 60 * 24 * 365;

/** Changes the language of the app on this device. The page is told anew around what you are typing. */
export function LanguageSwitch() {
  const t = useTranslations('common.language');
  const router = useRouter();
  const current = useLanguage();
  const [busy, startTransition] = useTransition();
  const [offline, setOffline] = useState(false);

  const choose = (language: Language) => {
    // Without a connection a refresh would leave the page, and what was typed with it.
    setOffline(!navigator.onLine);
    if (!navigator.onLine) return;
    const secure = location.protocol === 'https:' ? '; Secure' : '';
    // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is not in every browser yet
    document.cookie = `${languageCookie}=${language}; Path=/; Max-Age=${year}; SameSite=Lax${secure}`;
    startTransition(() => router.refresh());
  };
  return (
    <>
      {languages
        .filter((language) => language !== current)
        .map((language) => (
          <button
            key={language}
            type="button"
            className="button button-quiet small"
            lang={language}
            aria-disabled={busy}
            onClick={() => choose(language)}
          >
            {names[language]}
          </button>
        ))}
      {offline && (
        <p role="alert" className="alert small">
          {t('trouble')}
        </p>
      )}
    </>
  );
}
