'use client';

import { useFormatter, useTranslations } from 'use-intl/react';
import { assertNever } from '#lib/dialogue/assert-never.ts';
import { actOf, isActFact } from '#lib/dialogue/event.ts';
import type { Time } from '#lib/dialogue/id.ts';
import type { ExerciseTexts } from '#lib/exercises/texts.ts';
import { wayTexts } from '#lib/exercises/texts-of.ts';
import { useReplaying } from './replaying.tsx';
import type { Scene } from './scene.ts';

const enteredWith = {
  phases: 'enteredPhases',
  words: 'enteredWords',
  ratings: 'enteredRatings',
} as const;

/** How an event of the session that is looked back at reads; see `useTeller`. */
export function useTold(): (scene: Scene) => string {
  const teller = useTeller();
  const { texts } = useReplaying();
  return (scene) => teller(texts, scene);
}

/**
 * How an event reads after the name of who did it; for what is nobody's act, a sentence of its own
 * that names nobody.
 */
export function useTeller(): (texts: ExerciseTexts, scene: Scene) => string {
  const t = useTranslations('replay.told');
  const format = useFormatter();
  const moment = (at: Time) =>
    format.dateTime(at, { weekday: 'long', hour: '2-digit', minute: '2-digit' });

  return (texts, { line: { fact }, step, held }) => {
    const act = actOf(fact);
    const saidAs = act ? wayTexts(texts, step, act).saidAs : '';
    if (isActFact(fact)) {
      if (fact.type !== 'postponed') return saidAs;
      return t('postponed', { saidAs, time: moment(fact.until) });
    }
    switch (fact.type) {
      case 'opened':
        return t(fact.mode === 'spoken' ? 'openedSpoken' : 'openedWritten');
      case 'paused':
        return t('paused');
      case 'timed-out':
        return t('timedOut', { time: moment(fact.until) });
      case 'countered':
        return t('countered', { time: moment(fact.until) });
      case 'return-accepted':
        return t('returnAccepted');
      case 'resumed':
        return t(held ? 'ready' : 'resumed');
      case 'left':
        return t('left');
      case 'stopped':
        return t('stopped');
      case 'mode-proposed':
        return t(fact.mode === 'spoken' ? 'toSpoken' : 'toWritten');
      case 'mode-accepted':
        return t('modeAccepted');
      case 'mode-declined':
        return t('modeDeclined');
      case 'erased':
        return t('erased');
      case 'keep-answered':
      case 'destroyed':
      case 'lapsed':
        return t('afterwards');
      case 'observer-entered':
        return t(enteredWith[fact.lens], { name: fact.name });
      case 'observer-left':
      case 'revoked':
        return t('observerGone');
      case 'cued':
        return t(fact.to === 'both' ? 'cuedBoth' : 'cuedOne');
      case 'pause-asked':
        return t('pauseAsked');
      case 'phase-proposed':
        return t('phaseProposed');
      case 'request-declined':
        return t('requestDeclined');
      default:
        return assertNever(fact);
    }
  };
}
