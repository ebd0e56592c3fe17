'use client';

import { useTranslations } from 'use-intl/react';
import { languages } from '#lib/i18n/language.ts';
import { languageNames, useChooseLanguage } from './use-choose-language.ts';
import { useLanguage } from './use-language.ts';

/** The other language, in the margin of every page. */
export function LanguageSwitch() {
  const t = useTranslations('common.language');
  const current = useLanguage();
  const { busy, offline, choose } = useChooseLanguage();
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
            {languageNames[language]}
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
