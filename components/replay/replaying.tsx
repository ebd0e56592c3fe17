'use client';

import { createContext, type ReactNode, use } from 'react';
import { useTranslations } from 'use-intl/react';
import { useLanguage } from '#components/language/use-language.ts';
import type { Recording } from '#lib/client/archive.ts';
import { otherSeat, type Seat } from '#lib/dialogue/seat.ts';
import type { ExerciseTexts } from '#lib/exercises/texts.ts';

/** What every part of a replay may need. */
export interface Replaying {
  recording: Recording;
  texts: ExerciseTexts;
  /** How a seat is called on this page; a word in its place when the name does not open here. */
  nameOf(seat: Seat): string;
  partner: Seat;
  /** Whose words are in the file this comes from; null when it comes from the server. */
  file: 'mine' | 'ours' | null;
}

const ReplayingContext = createContext<Replaying | null>(null);

/** The session that is looked back at. Throws outside of one. */
export function useReplaying(): Replaying {
  const replaying = use(ReplayingContext);
  if (!replaying) throw new Error('No replay around this component');
  return replaying;
}

interface Props {
  recording: Recording;
  file?: Replaying['file'];
  children: ReactNode;
}

/** Hands an opened recording down to everything inside. */
export function ReplayingProvider({ recording, file = null, children }: Props) {
  const texts = recording.texts[useLanguage()];
  const t = useTranslations('replay');
  const { you, names } = recording;
  const nameOf = (seat: Seat) => names[seat] ?? t(seat === you ? 'you' : 'partner');
  return (
    <ReplayingContext value={{ recording, texts, nameOf, partner: otherSeat(you), file }}>
      {children}
    </ReplayingContext>
  );
}
