import { type Act, restatements } from './act.ts';
import { legAt, stepAt } from './course.ts';
import { actOf, type DialogueEvent, isSeat } from './event.ts';
import type { ExerciseDefinition } from './exercise.ts';
import type { Time } from './id.ts';
import { awaited } from './legal.ts';
import { type Frame, framesOf } from './replay.ts';
import { otherSeat, type Seat } from './seat.ts';

/** After these it is something else that is given back. */
const newlyTold: ReadonlySet<Act> = new Set<Act>(['send', 'request', 'add']);

/** What can be counted of one seat. */
export interface SeatFacts {
  /** Milliseconds in which this seat alone had the floor; holds are not counted. */
  floor: number;
  /** Mirrors this seat gave, each try of them, and how many were accepted at the first try. */
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
  exercise: ExerciseDefinition,
  events: readonly DialogueEvent[],
  now: Time,
): TalkFacts {
  const frames = framesOf(exercise, events);
  const floor = { a: 0, b: 0 };
  const phases = new Map<number, PhaseFacts>();
  let current: TalkFacts['floor'] = null;
  frames.forEach(({ event, state, course }, index) => {
    if (state.status !== 'running') {
      current = null;
      return;
    }
    const lasted = Math.max(0, (frames[index + 1]?.event.at ?? now) - event.at);
    const { actor } = stepAt(course, state.place);
    const holder = actor === 'both' ? null : (awaited(exercise, state)[0] ?? null);
    if (holder) floor[holder] += lasted;
    if (current === null || current.holder !== holder) current = { holder, since: event.at };
    const { leg: legIndex } = state.place;
    const { phase, half } = legAt(course, state.place);
    const known = phases.get(legIndex) ?? { since: event.at, duration: 0 };
    const duration = known.duration + lasted;
    phases.set(legIndex, { legIndex, phaseId: phase.id, half, since: known.since, duration });
  });
  const { mirrors, corrections } = givenBack(frames);
  const seatFacts = (seat: Seat): SeatFacts => ({
    floor: floor[seat],
    mirrors: mirrors[seat],
    corrections: corrections[seat],
  });
  const count = (type: 'paused' | 'timed-out') =>
    events.filter(({ fact }) => fact.type === type).length;
  return {
    seats: { a: seatFacts('a'), b: seatFacts('b') },
    floor: current,
    pauses: count('paused'),
    timeOuts: count('timed-out'),
    phases: [...phases.values()],
  };
}

/** What was mirrored, and how it landed. */
function givenBack(frames: readonly Frame[]) {
  const mirrors = { a: { made: 0, firstTime: 0 }, b: { made: 0, firstTime: 0 } };
  const corrections = { a: 0, b: 0 };
  /** Whether what is given back was corrected before. */
  let again = false;
  let mirrored = false;
  for (const { event } of frames) {
    const { fact, author } = event;
    const act = actOf(fact);
    if (!act || !isSeat(author)) continue;
    if (restatements.has(act)) {
      mirrored = act === 'mirror';
      if (mirrored) mirrors[author].made += 1;
    } else if (act === 'correct') {
      corrections[author] += 1;
      again = true;
    } else if (act === 'confirm') {
      if (mirrored && !again) mirrors[otherSeat(author)].firstTime += 1;
      again = false;
    } else if (newlyTold.has(act)) again = false;
  }
  return { mirrors, corrections };
}
