'use client';

import { useState } from 'react';
import { useFormatter, useTranslations } from 'use-intl/react';
import type { PastSession } from '#lib/archive.ts';
import { openToTake } from '#lib/client/take-along.ts';
import { assertNever } from '#lib/dialogue/assert-never.ts';
import { csvOf } from '#lib/export/csv.ts';
import { markdownOf } from '#lib/export/markdown.ts';
import type { PlainTalk } from '#lib/export/plain-talk.ts';
import { type Opened, takeAlong } from '#lib/export/take-along.ts';
import { writeTalkFile } from '#lib/export/talk-file.ts';
import { useRightsHere } from '../rights-of.tsx';
import { saveFile } from './save-file.ts';
import { usePlainTalk } from './use-plain-talk.ts';

export type Form = 'json' | 'csv' | 'markdown' | 'paper';

/** How far the taking along is. */
export type Taking =
  | { at: 'choosing' | 'busy' | 'done' | 'refused' | 'trouble' }
  | { at: 'paper'; talks: readonly PlainTalk[] };

/** Opens talks on this device and makes of them what was asked. */
export function useTake() {
  const t = useTranslations('rights.take');
  const format = useFormatter();
  const { roomId, nameOf, refresh } = useRightsHere();
  const plainTalk = usePlainTalk();
  const [taking, setTaking] = useState<Taking>({ at: 'choosing' });

  const title = t('document', { names: t('and', { one: nameOf('a'), other: nameOf('b') }) });
  const make = (opened: readonly [Opened, ...Opened[]], whose: 'mine' | 'ours', form: Form) => {
    const talks = opened.map(({ recording }) => plainTalk(recording, whose));
    const moment = (at: number) => format.dateTime(at, { dateStyle: 'long', timeStyle: 'short' });
    const name = t('fileName');
    switch (form) {
      case 'json':
        saveFile(
          `${name}.json`,
          'application/json',
          writeTalkFile(takeAlong(opened, whose, Date.now())),
        );
        return setTaking({ at: 'done' });
      case 'csv': {
        const heading = (column: Column) => t(`columns.${column}`);
        saveFile(
          `${name}.csv`,
          'text/csv',
          csvOf(talks, [
            heading('talk'),
            heading('opened'),
            heading('seq'),
            heading('at'),
            heading('phase'),
            heading('who'),
            heading('did'),
            heading('words'),
          ]),
        );
        return setTaking({ at: 'done' });
      }
      case 'markdown':
        saveFile(`${name}.md`, 'text/markdown', markdownOf(talks, { title, moment }));
        return setTaking({ at: 'done' });
      case 'paper':
        return setTaking({ at: 'paper', talks });
      default:
        return assertNever(form);
    }
  };
  const take = async (sessions: readonly PastSession[], whose: 'mine' | 'ours', form: Form) => {
    setTaking({ at: 'busy' });
    const opened = await openToTake(roomId, sessions, whose);
    // That it was taken along stands among who looked when, from now on.
    await refresh();
    if (!opened.ok) return setTaking({ at: opened.reason });
    const [first, ...more] = opened.value;
    if (first) make([first, ...more], whose, form);
  };
  return { taking, take, title, again: () => setTaking({ at: 'choosing' }) };
}

type Column = 'talk' | 'opened' | 'seq' | 'at' | 'phase' | 'who' | 'did' | 'words';
