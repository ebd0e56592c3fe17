import type { DialogueEvent } from './event.ts';
import type { ExerciseDefinition } from './exercise.ts';
import type { Time } from './id.ts';
import type { Seat } from './seat.ts';

/** What can be counted of one seat. */
export interface SeatFacts {
  /** Milliseconds in which the talk waited for this seat alone, or this seat spoke; holds are not counted. */
  floor: number;
  /** Mirrors this seat gave, and those of them the other accepted at once. */
  mirrors: { made: number; firstTime: number };
  /** How often this seat corrected what was given back. */
  corrections: number;
}

/** A phase that was reached, each once for every half. */
export interface PhaseFacts {
  legIndex: number;
  phaseId: string;
  half: 0 | 1 | 2;
  since: Time;
  /** Milliseconds spent in it, also when it was come back to; holds are not counted. */
  duration: number;
}

/** What can be counted of a session, from its events alone. Facts and no scores. */
export interface TalkFacts {
  seats: Readonly<Record<Seat, SeatFacts>>;
  /** Who has the floor (null: both are asked) and since when without a break; null while nothing runs. */
  floor: { holder: Seat | null; since: Time } | null;
  pauses: number;
  timeOuts: number;
  phases: readonly PhaseFacts[];
}

/**
 * Counts a session, for whoever watches it.
 * @param events the log from its first event on; words are not looked at. Throws on a broken log.
 * @param now in milliseconds since 1970: up to when what still lasts is counted.
 */
export function factsOf(
  _exercise: ExerciseDefinition,
  _events: readonly DialogueEvent[],
  _now: Time,
): TalkFacts {
  const none = { floor: 0, mirrors: { made: 0, firstTime: 0 }, corrections: 0 };
  return { seats: { a: none, b: none }, floor: null, pauses: 0, timeOuts: 0, phases: [] };
}
