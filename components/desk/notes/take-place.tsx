'use client';

import { useId, useState } from 'react';
import { useFormatter, useTranslations } from 'use-intl/react';
import { Button } from '#components/button/button.tsx';
import { Choice } from '#components/rights/choice.tsx';
import { saveFile } from '#components/rights/take/save-file.ts';
import { type NotesFile, notesJson, notesMarkdown } from '#lib/export/notes.ts';
import type { CaseId } from '#lib/observation.ts';
import { DeskFrame } from '../desk-frame.tsx';
import { useDeskHere } from '../desk-here.tsx';
import { useCaseName } from '../use-case-name.ts';
import styles from './notes.module.css';
import { sessionsOf } from './sessions-of.ts';

interface Props {
  /** Whose notes; null for those of all couples. */
  caseId: CaseId | null;
  arrived: boolean;
}

/** Taking notes along as a file, which is made on this device. */
export function TakePlace({ caseId, arrived }: Props) {
  const t = useTranslations('desk.take');
  const format = useFormatter();
  const { cases } = useDeskHere();
  const nameOf = useCaseName();
  const which = useId();
  const [chosen, setChosen] = useState<string>(caseId ?? '');
  const [form, setForm] = useState<'markdown' | 'json'>('markdown');
  const [made, setMade] = useState(false);
  const noted = cases.filter(({ notes }) => notes.length > 0);

  const make = () => {
    const now = Date.now();
    const moment = (at: number) => format.dateTime(at, { dateStyle: 'long', timeStyle: 'short' });
    const file: NotesFile = {
      format: 'weerklank-notes',
      version: 1,
      takenAt: now,
      cases: noted
        .filter(({ id }) => chosen === '' || chosen === id)
        .map((one) => ({
          label: nameOf(one),
          sessions: sessionsOf(one)
            .filter(({ notes }) => notes.length > 0)
            .map(({ watchedAt, notes }) => ({
              watchedAt,
              notes: notes.map(({ at, phase, text }) => ({ at, phase, text })),
            })),
        })),
    };
    if (form === 'json') saveFile(`${t('fileName')}.json`, 'application/json', notesJson(file));
    else {
      const text = notesMarkdown(file, {
        title: t('document', { when: moment(now) }),
        moment,
        session: (at) => (at === null ? t('loose') : t('session', { when: moment(at) })),
      });
      saveFile(`${t('fileName')}.md`, 'text/markdown', text);
    }
    setMade(true);
  };
  return (
    <DeskFrame back title={t('heading')} arrived={arrived}>
      <div className={`stack ${styles.take}`}>
        <p>{t('about')}</p>
        {noted.length === 0 ? (
          <p className="soft">{t('none')}</p>
        ) : (
          <>
            <div className="field">
              <label htmlFor={which}>{t('which')}</label>
              <select
                id={which}
                className="input"
                value={chosen}
                onChange={({ target }) => {
                  setChosen(target.value);
                  setMade(false);
                }}
              >
                <option value="">{t('all')}</option>
                {noted.map((one) => (
                  <option key={one.id} value={one.id}>
                    {nameOf(one)}
                  </option>
                ))}
              </select>
            </div>
            <Choice
              legend={t('form')}
              value={form}
              options={[
                { value: 'markdown', label: t('markdown') },
                { value: 'json', label: t('json') },
              ]}
              onChoose={(value) => {
                setForm(value);
                setMade(false);
              }}
            />
            <div role="status">{made && <p>{t('done')}</p>}</div>
            <p>
              <Button className="button-primary" onPress={make}>
                {t('make')}
              </Button>
            </p>
          </>
        )}
      </div>
    </DeskFrame>
  );
}
