'use client';

import { useRouter } from 'next/navigation';
import { useOptimistic, useState, useTransition } from 'react';
import { type Language, languageCookie } from '#lib/i18n/language.ts';
import { useLanguage } from './use-language.ts';

/** What each language calls itself. */
export const languageNames: Readonly<Record<Language, string>> = {
  nl: 'Nederlands',
  en: 'English',
};

const year = 60 * 60 * 24 * 365;

/** Changes the language of the app on this device. The page is told anew around what you are typing. */
export function useChooseLanguage() {
  const router = useRouter();
  const [chosen, show] = useOptimistic(useLanguage());
  const [busy, startTransition] = useTransition();
  const [offline, setOffline] = useState(false);

  const choose = (language: Language) => {
    // Without a connection a refresh would leave the page, and what was typed with it.
    setOffline(!navigator.onLine);
    if (!navigator.onLine) return;
    const secure = location.protocol === 'https:';
    const cookie = `${languageCookie(secure)}=${language}${secure ? '; Secure' : ''}`;
    // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is not in every browser yet
    document.cookie = `${cookie}; Path=/; Max-Age=${year}; SameSite=Lax`;
    startTransition(() => {
      show(language);
      router.refresh();
    });
  };
  return { chosen, busy, offline, choose };
}
