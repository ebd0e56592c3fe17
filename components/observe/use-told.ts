'use client';

import { useFormatter, useTranslations } from 'use-intl/react';
import { useLanguage } from '#components/language/use-language.ts';
import type { ObservedSession } from '#lib/client/observation/observer-snapshot.ts';
import { assertNever } from '#lib/dialogue/assert-never.ts';
import { actOf, isActFact } from '#lib/dialogue/event.ts';
import type { Time } from '#lib/dialogue/id.ts';
import type { TranscriptLine } from '#lib/dialogue/transcript.ts';
import { wayTexts } from '#lib/exercises/texts-of.ts';
import { useWatching } from './watching.tsx';

/**
 * How an event reads to whoever watches: after the name of who did it, or for what is nobody's act, as a
 * sentence of its own that names nobody.
 */
export function useTold(session: ObservedSession): (line: TranscriptLine) => string {
  const t = useTranslations('observe.talk');
  const format = useFormatter();
  const { nameOf, view } = useWatching();
  const texts = session.texts[useLanguage()];
  const moment = (at: Time) =>
    format.dateTime(at, { weekday: 'long', hour: '2-digit', minute: '2-digit' });

  return ({ fact, stepId }) => {
    if (isActFact(fact)) {
      const act = actOf(fact);
      const saidAs = act ? wayTexts(texts, stepId, act).saidAs : '';
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
        return t('resumed');
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
        return fact.observation === view.observation
          ? t('entered')
          : t('otherEntered', { name: fact.name });
      case 'observer-left':
      case 'revoked':
        return t('exited');
      case 'cued':
        return fact.to === 'both' ? t('cueBoth') : t('cueOne', { name: nameOf(fact.to) });
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
