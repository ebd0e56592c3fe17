'use client';

import { useState } from 'react';
import { useTranslations } from 'use-intl/react';
import type { Case } from '#lib/desk.ts';
import { TroubleOnDesk } from '../desk-trouble.tsx';
import { Part } from '../part.tsx';
import type { CaseHere } from '../spread.ts';
import { useDeskWork } from '../use-desk-work.ts';
import { GiveDialog } from './give-dialog.tsx';
import styles from './homework.module.css';
import { HomeworkRow } from './homework-row.tsx';

interface Props {
  one: CaseHere;
  kept: Case;
}

/** What she gave a couple to do between two sessions, and what became of it. */
export function HomeworkPart({ one, kept: { homework } }: Props) {
  const t = useTranslations('desk.homework');
  const work = useDeskWork();
  const [giving, setGiving] = useState(false);
  return (
    <Part title={t('heading')} about={t('about')} said={work.said}>
      <TroubleOnDesk trouble={giving ? null : work.trouble} />
      {homework.length > 0 ? (
        <ul className={styles.list}>
          {homework.map((given) => (
            <HomeworkRow key={given.id} given={given} one={one} work={work} />
          ))}
        </ul>
      ) : (
        <p className="soft">{t('none')}</p>
      )}
      <p>
        <button
          type="button"
          className="button"
          aria-haspopup="dialog"
          onClick={() => setGiving(true)}
        >
          {t('give')}
        </button>
      </p>
      <GiveDialog open={giving} one={one} work={work} onClose={() => setGiving(false)} />
    </Part>
  );
}
