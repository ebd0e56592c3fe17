import * as v from 'valibot';
import { Act, acts, type WordsKind } from './act.ts';
import { assertNever } from './assert-never.ts';
import { whatCameOf } from './cause.ts';
import { courseOf, legAt } from './course.ts';
import { firstEpoch } from './epoch.ts';
import type { DialogueEvent } from './event.ts';
import { type ExerciseDefinition, isRefOf } from './exercise.ts';
import type { Time } from './id.ts';
import { awaited, legalMoves, roleOf } from './legal.ts';
import type { Move, Submission } from './move.ts';
import type { Rejection } from './rejection.ts';
import { accepted, type Result, refused } from './result.ts';
import type { Seat } from './seat.ts';
import type { DialogueState } from './state.ts';
import { longestPostponement, longestTimeOut, shortestTimeOut } from './terms.ts';

/**
 * Judges a move. Never throws for anything a participant can send.
 * @param seat who asks; `now` in milliseconds since 1970.
 * @returns the one event that follows, or the reason why not.
 */
export function decide(
  exercise: ExerciseDefinition,
  state: DialogueState,
  { moveId, move, words }: Submission,
  seat: Seat,
  now: Time,
): Result<DialogueEvent, Rejection> {
  if (!legalMoves(exercise, state, seat).includes(move.type)) {
    return refused(whyIllegal(exercise, state, move, seat));
  }
  // Judged by the time the event will bear: a clock that was set back must not shorten a time-out.
  const at = state.status === 'new' ? now : Math.max(state.at + 1, now);
  const judgement =
    judgeTimes(state, move, at) ??
    judgeWords(state, move, words !== null) ??
    judgeErasure(state, move, seat) ??
    judgeNames(exercise, state, move);
  if (judgement) return refused(judgement);
  if (words && state.status !== 'new' && words.prev !== state.head) return refused('chain-moved');
  const fact = whatCameOf(move, state, at);
  if (!fact) return refused('not-now');
  return accepted({
    seq: state.seq + 1,
    moveId,
    author: seat,
    at,
    v: 1,
    fact,
    sealed: words?.sealed ?? null,
    epoch: words?.epoch ?? firstEpoch,
    prev: words?.prev ?? null,
    hash: words?.hash ?? null,
  });
}

/** What sort of words a move must carry in this mode. */
export function wordsFor(move: Move['type'], mode: 'written' | 'spoken'): WordsKind {
  const act = v.safeParse(Act, move);
  if (!act.success) return 'none';
  const { words } = acts[act.output];
  return mode === 'spoken' && words === 'text' ? 'none' : words;
}

function whyIllegal(
  exercise: ExerciseDefinition,
  state: DialogueState,
  move: Move,
  seat: Seat,
): Rejection {
  switch (state.status) {
    case 'new':
      return 'not-now';
    case 'ended':
      if (move.type === 'erase') return 'not-your-words';
      return move.type === 'keep' && state.keep[seat] !== null ? 'already-answered' : 'ended';
    case 'held':
      if (move.type === 'erase') return 'not-your-words';
      if (move.type === 'revoke') return 'not-now';
      return move.type === 'resume' ? 'already-answered' : 'on-hold';
    case 'running': {
      if (move.type === 'erase') return 'not-your-words';
      const act = v.safeParse(Act, move.type);
      if (!act.success) return 'not-now';
      if (state.answered.includes(seat)) return 'already-answered';
      if (!awaited(exercise, state).includes(seat)) return 'not-your-floor';
      const { by } = acts[act.output];
      const role = roleOf(legAt(courseOf(exercise), state.place), state.opener, seat);
      return by !== 'either' && by !== role ? 'not-your-role' : 'not-now';
    }
    default:
      return assertNever(state);
  }
}

function judgeTimes(state: DialogueState, move: Move, at: Time): Rejection | null {
  const within = (until: Time, from: Time, shortest: number, longest: number) =>
    until < from + shortest ? 'too-soon' : until > from + longest ? 'too-late' : null;
  const hold = state.status === 'held' && state.hold.kind === 'time-out' ? state.hold : null;
  switch (move.type) {
    case 'postpone':
      return within(move.until, at, 1, longestPostponement);
    case 'time-out':
      return move.until > at + longestTimeOut ? 'too-late' : null;
    case 'counter':
      if (!hold || move.until < at) return 'too-soon';
      return within(move.until, hold.since, shortestTimeOut, longestTimeOut);
    case 'resume':
      return hold && at < hold.since + shortestTimeOut ? 'too-soon' : null;
    default:
      return null;
  }
}

function judgeWords(state: DialogueState, move: Move, carried: boolean): Rejection | null {
  const mode = state.status === 'new' ? 'written' : state.mode;
  const wanted = wordsFor(move.type, mode) !== 'none';
  if (wanted && !carried) return 'words-required';
  return !wanted && carried ? 'words-not-expected' : null;
}

function judgeErasure(state: DialogueState, move: Move, seat: Seat): Rejection | null {
  if (move.type !== 'erase' || state.status === 'new') return null;
  const own = (seq: number) =>
    state.content.some((entry) => entry.seq === seq && entry.by === seat);
  return move.seqs.every(own) ? null : 'not-your-words';
}

/** Refuses another exercise than the one that is judged by, and the mode that is already on. */
function judgeNames(
  exercise: ExerciseDefinition,
  state: DialogueState,
  move: Move,
): Rejection | null {
  if (move.type === 'open') return isRefOf(move.exercise, exercise) ? null : 'not-now';
  const same = move.type === 'propose-mode' && state.status !== 'new' && move.mode === state.mode;
  return same ? 'not-now' : null;
}
