import fc from 'fast-check';
import { attemptsOf, moveTypes } from '#lib/dialogue/attempt.ts';
import { decide, wordsFor } from '#lib/dialogue/decide.ts';
import type { DialogueEvent } from '#lib/dialogue/event.ts';
import { evolve } from '#lib/dialogue/evolve.ts';
import type { ExerciseDefinition } from '#lib/dialogue/exercise.ts';
import { legalMoves } from '#lib/dialogue/legal.ts';
import type { Move, Submission } from '#lib/dialogue/move.ts';
import { decideObserver, type ObserverMove } from '#lib/dialogue/observe.ts';
import type { Rejection } from '#lib/dialogue/rejection.ts';
import type { Result } from '#lib/dialogue/result.ts';
import { otherSeat, type Seat, seats } from '#lib/dialogue/seat.ts';
import { type DialogueState, newSession } from '#lib/dialogue/state.ts';
import { submissionFor, type Watched } from './arbitrary-watching.ts';
import { digestOf, moveIdOf, sealedWords } from './fabricate.ts';
import { hours, minutes, start } from './scenario.ts';

/** One throw of the dice; what it comes to depends on the state in which it is used. */
export interface Toss {
  seat: Seat;
  /** Mostly what brings the talk on, by either; else what this seat may do, else anything at all. */
  aim: 'onward' | 'legal' | 'any';
  pick: number;
  twist: 'none' | 'words' | 'chain';
  /** How far the clock jumps before the move. */
  jump: number;
  /** How far a moment lies from now, or from the beginning of the hold. */
  offset: number;
  anchor: 'now' | 'since';
  /** What an observer tries just before it. */
  watch: ObserverMove['type'] | null;
}

const edges = [minutes(20), hours(24)].flatMap((edge) => [edge - 1, edge, edge + 1]);

const weighted = <Value>(...pairs: readonly [weight: number, value: Value][]) =>
  fc.oneof(...pairs.map(([weight, value]) => ({ weight, arbitrary: fc.constant(value) })));

/** Any number of tosses, long enough now and then to come to the end of an exercise. */
export const tosses: fc.Arbitrary<Toss[]> = fc.array(
  fc.record<Toss>({
    seat: fc.constantFrom(...seats),
    aim: weighted<Toss['aim']>([24, 'onward'], [3, 'legal'], [2, 'any']),
    pick: fc.nat(997),
    twist: weighted<Toss['twist']>([24, 'none'], [1, 'words'], [1, 'chain']),
    jump: fc.oneof(
      { weight: 6, arbitrary: fc.constantFrom(0, 1, 1_000) },
      { weight: 3, arbitrary: fc.constantFrom(minutes(21), ...edges, hours(80)) },
      { weight: 1, arbitrary: fc.constantFrom(-1, -minutes(30), -hours(30)) },
    ),
    offset: fc.constantFrom(minutes(30), minutes(90), ...edges, 0, 1, -1, -minutes(5)),
    anchor: fc.constantFrom('now', 'since'),
    watch: weighted<Toss['watch']>(
      [24, null],
      [4, 'enter'],
      [1, 'leave'],
      [3, 'cue'],
      [2, 'ask-pause'],
      [4, 'propose-phase'],
    ),
  }),
  { maxLength: 240, size: 'max' },
);

/** One move that was tried, with how things stood before and after. */
export interface Tried {
  submission: Submission;
  seat: Seat;
  now: number;
  before: DialogueState;
  result: Result<DialogueEvent, Rejection>;
  after: DialogueState;
}

/**
 * Plays tosses on an exercise, handing every move that was tried to `check`, and what observers tried to
 * `watch`; returns the log.
 */
export function playTosses(
  exercise: ExerciseDefinition,
  thrown: readonly Toss[],
  check: (tried: Tried, log: readonly DialogueEvent[]) => void,
  watch: (tried: Watched, log: readonly DialogueEvent[]) => void = () => undefined,
): DialogueEvent[] {
  const log: DialogueEvent[] = [];
  let state: DialogueState = newSession;
  let now = start;
  thrown.forEach((toss, index) => {
    now = Math.max(0, now + toss.jump);
    if (toss.watch) {
      const submission = submissionFor(toss.watch, toss, index);
      const before = freeze(state);
      const result = decideObserver(exercise, before, submission, now);
      if (result.ok) {
        state = evolve(exercise, before, result.value);
        log.push(freeze(result.value));
      }
      watch({ submission, now, before, result, after: state }, log);
    }
    const seat = seatFor(exercise, state, toss);
    const move = moveFor(exercise, state, { ...toss, seat }, now);
    const submission: Submission = {
      moveId: moveIdOf(index),
      move,
      words: wordsOf(move, state, toss.twist, index),
    };
    const before = freeze(state);
    const result = decide(exercise, before, submission, seat, now);
    if (result.ok) {
      state = evolve(exercise, before, result.value);
      log.push(freeze(result.value));
    }
    check({ submission, seat, now, before, result, after: state }, log);
  });
  return log;
}

/** The acts the exercise waits for, and on hold whatever leads back. */
function onwardMoves(exercise: ExerciseDefinition, state: DialogueState, seat: Seat) {
  const aside = [
    'pause',
    'leave',
    'time-out',
    'stop',
    'erase',
    'destroy',
    'propose-mode',
    'revoke',
  ];
  return legalMoves(exercise, state, seat).filter((type) => !aside.includes(type));
}

/** Whoever can bring the talk on, when that is the aim and the tossed seat cannot. */
function seatFor(exercise: ExerciseDefinition, state: DialogueState, { seat, aim }: Toss): Seat {
  const stuck = aim === 'onward' && onwardMoves(exercise, state, seat).length === 0;
  return stuck ? otherSeat(seat) : seat;
}

function moveFor(
  exercise: ExerciseDefinition,
  state: DialogueState,
  { seat, aim, pick, offset, anchor }: Toss,
  now: number,
): Move {
  const legal = legalMoves(exercise, state, seat);
  const onward = onwardMoves(exercise, state, seat);
  const pool = aim === 'any' ? moveTypes : aim === 'legal' || onward.length === 0 ? legal : onward;
  const type = pool[pick % pool.length] ?? moveTypes[pick % moveTypes.length] ?? 'pause';
  const moves = attemptsOf(type, exercise, state, seat, now);
  const move = moves[pick % moves.length] ?? { type: 'pause' };
  if ('until' in move) {
    const since = state.status === 'held' ? state.hold.since : now;
    return { ...move, until: Math.max(0, (anchor === 'since' ? since : now) + offset) };
  }
  // Sometimes the mode that is on already, or a place that is not one's own.
  if (move.type === 'propose-mode' && pick % 5 === 0) return { ...move, mode: 'written' };
  if (move.type === 'erase' && pick % 4 === 0) return { ...move, seqs: [1 + (pick % 9)] };
  return move;
}

function wordsOf(move: Move, state: DialogueState, twist: Toss['twist'], index: number) {
  const started = state.status !== 'new';
  const needed = wordsFor(move.type, started ? state.mode : 'written') !== 'none';
  if (needed === (twist === 'words')) return null;
  const head = started ? state.head : null;
  return sealedWords(index, twist === 'chain' ? digestOf(9_999) : head);
}

/** Makes any change to a value throw. */
function freeze<Value>(value: Value): Value {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    for (const part of Object.values(value)) freeze(part);
  }
  return value;
}
