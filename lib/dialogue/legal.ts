import { type Act, acts } from './act.ts';
import { assertNever } from './assert-never.ts';
import { courseOf, type Leg, legAt, speakerIn, stepAt } from './course.ts';
import type { ExerciseDefinition } from './exercise.ts';
import type { MoveType } from './move.ts';
import { otherSeat, type Seat, seats } from './seat.ts';
import type { DialogueState, Ended, Held, Hold, Running } from './state.ts';

/**
 * Every type of move this seat may make now: the one table that the server judges by and the
 * buttons are drawn from. Whether the times or words a move carries are right is left to `decide`.
 */
export function legalMoves(
  exercise: ExerciseDefinition,
  state: DialogueState,
  seat: Seat,
): readonly MoveType[] {
  switch (state.status) {
    case 'new':
      return ['open'];
    case 'running':
      return [
        ...actsOf(exercise, state, seat),
        ...modeMoves(exercise, state, seat),
        'pause',
        'time-out',
        'leave',
        'stop',
        ...eraseMoves(state, seat),
        ...watchMoves(state),
      ];
    case 'held':
      return [
        ...holdMoves(state.hold, seat),
        'leave',
        'stop',
        ...eraseMoves(state, seat),
        ...watchMoves(state),
      ];
    case 'ended':
      return [...keepMoves(state, seat), ...eraseMoves(state, seat)];
    default:
      return assertNever(state);
  }
}

/** The acts the exercise asks of this seat at this place; empty when it waits for the other. */
export function actsOf(exercise: ExerciseDefinition, state: Running, seat: Seat): readonly Act[] {
  if (!awaited(exercise, state).includes(seat)) return [];
  const course = courseOf(exercise);
  const role = roleOf(legAt(course, state.place), state.opener, seat);
  return stepAt(course, state.place)
    .ways.map((way) => way.act)
    .filter((act) => acts[act].by === 'either' || acts[act].by === role);
}

/** The seats the current step still waits for. */
export function awaited(
  exercise: ExerciseDefinition,
  state: Pick<Running, 'place' | 'opener' | 'answered'>,
): readonly Seat[] {
  const course = courseOf(exercise);
  const { actor } = stepAt(course, state.place);
  if (actor === 'both') return seats.filter((seat) => !state.answered.includes(seat));
  const speaker = speakerIn(legAt(course, state.place), state.opener);
  return [actor === 'speaker' ? speaker : otherSeat(speaker)];
}

/** The role of a seat in a leg. */
export function roleOf(leg: Leg, opener: Seat, seat: Seat): 'speaker' | 'listener' {
  return speakerIn(leg, opener) === seat ? 'speaker' : 'listener';
}

/** Between two turns: the phase has just begun and nothing in it waits for an answer. */
function betweenTurns(exercise: ExerciseDefinition, state: Running): boolean {
  const leg = legAt(courseOf(exercise), state.place);
  return leg.phase.steps[0]?.id === state.place.step && state.answered.length === 0;
}

function modeMoves(exercise: ExerciseDefinition, state: Running, seat: Seat): MoveType[] {
  if (!betweenTurns(exercise, state)) return [];
  if (state.modeOffer === null) return ['propose-mode'];
  return state.modeOffer.by === seat ? [] : ['accept-mode', 'decline-mode'];
}

function holdMoves(hold: Hold, seat: Seat): MoveType[] {
  const resume: MoveType[] = hold.ready.includes(seat) ? [] : ['resume'];
  if (hold.kind !== 'time-out') return [...resume, 'time-out'];
  const namedBy = hold.counter?.by ?? hold.namedBy;
  return [
    ...resume,
    ...(namedBy === seat ? [] : (['counter'] as const)),
    ...(hold.counter && hold.counter.by !== seat ? (['accept-return'] as const) : []),
  ];
}

function keepMoves(state: Ended, seat: Seat): MoveType[] {
  switch (state.words) {
    case 'asked':
      return state.keep[seat] === null ? ['keep', 'destroy'] : ['destroy'];
    case 'kept':
      return ['destroy'];
    case 'gone':
      return [];
    default:
      return assertNever(state.words);
  }
}

function eraseMoves(state: Running | Held | Ended, seat: Seat): MoveType[] {
  return state.content.some((entry) => entry.by === seat) ? ['erase'] : [];
}

/** Rules O4 and O7: the same for both, whoever has the floor. */
function watchMoves({ observer, request }: Running | Held): MoveType[] {
  return [
    ...(observer === null ? [] : (['revoke'] as const)),
    ...(request === null ? [] : (['decline-request'] as const)),
  ];
}
