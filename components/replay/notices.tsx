'use client';

import { useTranslations } from 'use-intl/react';
import { courseOf, legAt } from '#lib/dialogue/course.ts';
import { stoppedHalfway } from '#lib/dialogue/stopped-halfway.ts';
import { phaseTexts } from '#lib/exercises/texts-of.ts';
import { useReplaying } from './replaying.tsx';

/** What somebody has to know before believing, or missing, what is shown below. */
export function Notices() {
  const t = useTranslations('replay.notices');
  const { recording, texts, nameOf } = useReplaying();
  const { exercise, state, frames, key, intact, you } = recording;
  const phase = phaseTexts(texts, legAt(courseOf(exercise), state.place).phase.id).name;
  const spoken = frames.some((frame) => frame.state.mode === 'spoken');
  const missed = state.status === 'ended' ? stoppedHalfway(exercise, state) : null;
  const asked = state.status === 'ended' && state.words === 'asked' && state.keep[you] === null;
  return (
    <>
      {!intact && <p className="alert">{t('broken')}</p>}
      {key === 'missing' && <p className="card">{t('key')}</p>}
      {state.status === 'ended' && state.how === 'stopped' && (
        <p>
          {t('stopped', { phase })}
          {missed && ` ${t('half', { name: nameOf(missed) })}`}
        </p>
      )}
      {spoken && <p className="soft">{t('spoken')}</p>}
      {asked && (
        <p>
          {t('asked')} <a href="#words">{t('toQuestion')}</a>
        </p>
      )}
    </>
  );
}
