'use client';

import { useFormatter, useTranslations } from 'use-intl/react';
import { useLanguage } from '#components/language/use-language.ts';
import { type Scene, scenesOf } from '#components/replay/scene.ts';
import { useTeller } from '#components/replay/use-told.ts';
import type { Recording } from '#lib/client/archive.ts';
import { acts } from '#lib/dialogue/act.ts';
import { assertNever } from '#lib/dialogue/assert-never.ts';
import { courseOf, legAt, stepOfLine } from '#lib/dialogue/course.ts';
import { actOf } from '#lib/dialogue/event.ts';
import { otherSeat, type Seat } from '#lib/dialogue/seat.ts';
import { phaseTexts, scaleTexts, withPartner } from '#lib/exercises/texts-of.ts';
import type { PlainTalk } from '#lib/export/plain-talk.ts';

/** Tells a recording in plain lines, in the language of the page. */
export function usePlainTalk(): (recording: Recording, whose: 'mine' | 'ours') => PlainTalk {
  const language = useLanguage();
  const t = useTranslations('replay');
  const cues = useTranslations('cues');
  const format = useFormatter();
  const teller = useTeller();

  return (recording, whose) => {
    const { exercise, names, you, state } = recording;
    const texts = recording.texts[language];
    const course = courseOf(exercise);
    const nameOf = (seat: Seat) => names[seat] ?? t(seat === you ? 'you' : 'partner');

    const wordsOf = ({ line }: Scene): string => {
      const { content, seq, by } = line;
      switch (content.kind) {
        case 'text':
          return content.text;
        case 'rating':
          return t('said.rating', { rating: String(content.rating) });
        case 'ratings': {
          const other = by === null ? '' : nameOf(otherSeat(by));
          const asked = scaleTexts(texts, stepOfLine(course, line));
          return content.ratings
            .map((rating, index) => `${withPartner(asked[index] ?? '', other)} ${rating}`)
            .join('; ');
        }
        case 'date':
          return format.dateTime(new Date(`${content.date}T12:00:00`), { dateStyle: 'full' });
        case 'gap': {
          const stands = state.content.some((entry) => entry.seq === seq);
          if (!stands) return t('said.gap');
          return whose === 'mine' && by !== you ? t('said.leftOut') : t('said.unreadable');
        }
        case 'withheld':
          return t('said.withheld');
        case 'unseen':
          return t('said.unseen', { name: nameOf(otherSeat(you)) });
        case 'cue':
          return content.cue.kind === 'own' ? content.cue.text : cues(content.cue.id);
        case 'none': {
          const act = actOf(line.fact);
          return act && acts[act].words === 'text' ? t('said.aloud') : '';
        }
        default:
          return assertNever(content);
      }
    };
    return {
      name: texts.about.name,
      openedAt: state.openedAt,
      lines: scenesOf(recording).map((scene) => {
        const { seq, at, by, legIndex, stepId } = scene.line;
        const leg = legAt(course, { leg: legIndex, step: stepId });
        return {
          seq,
          at,
          phase: phaseTexts(texts, leg.phase.id).name,
          who: by === null ? '' : nameOf(by),
          did: teller(texts, scene),
          words: wordsOf(scene),
        };
      }),
    };
  };
}
