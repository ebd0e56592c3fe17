'use client';

import { useId } from 'react';
import { useTranslations } from 'use-intl/react';
import { languages } from '#lib/i18n/language.ts';
import styles from './language-choice.module.css';
import { languageNames, useChooseLanguage } from './use-choose-language.ts';

/** Asks for the language, in a form that is filled in before there is anything else. */
export function LanguageChoice() {
  const t = useTranslations('common.language');
  const { chosen, offline, choose } = useChooseLanguage();
  const group = useId();
  return (
    <>
      <fieldset className={styles.choice}>
        <legend>{t('label')}</legend>
        {languages.map((language) => (
          <label key={language} lang={language}>
            <input
              type="radio"
              name={group}
              checked={language === chosen}
              onChange={() => choose(language)}
            />
            {languageNames[language]}
          </label>
        ))}
      </fieldset>
      {offline && (
        <p role="alert" className="alert small">
          {t('trouble')}
        </p>
      )}
    </>
  );
}
