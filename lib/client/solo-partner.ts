import type { ExerciseDefinition } from '#lib/dialogue/exercise.ts';
import type { Move } from '#lib/dialogue/move.ts';
import type { Seat } from '#lib/dialogue/seat.ts';
import type { Running } from '#lib/dialogue/state.ts';
import type { TranscriptLine } from '#lib/dialogue/transcript.ts';
import type { Language } from '#lib/i18n/language.ts';

/** The same sentences in each language of the app. */
export type InEach = Readonly<Record<Language, string>>;

/** How things stand when a partner is asked what to do. */
export interface Asked {
  exercise: ExerciseDefinition;
  state: Running;
  lines: readonly TranscriptLine[];
  /** Where this partner sits. */
  seat: Seat;
}

/** Somebody in the other seat who is played on this device. */
export interface SoloPartner {
  name: InEach;
  /** What this partner does now; null while nothing is asked in that seat. */
  answer(asked: Asked): { move: Move; words: InEach | null } | null;
}
