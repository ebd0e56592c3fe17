import * as v from 'valibot';
import { PlainAct } from './act.ts';
import { assertNever } from './assert-never.ts';
import { wordsFor } from './decide.ts';
import { firstEpoch } from './epoch.ts';
import type { ExerciseDefinition } from './exercise.ts';
import { Digest, MoveId, type Time } from './id.ts';
import type { Mode } from './mode.ts';
import type { Move, MoveType, Submission } from './move.ts';
import type { Seat } from './seat.ts';
import type { DialogueState } from './state.ts';
import { shortestTimeOut } from './terms.ts';

/** Every type of move there is. */
export const moveTypes: readonly MoveType[] = [
  ...PlainAct.options,
  'open',
  'postpone',
  'pause',
  'time-out',
  'counter',
  'accept-return',
  'resume',
  'leave',
  'stop',
  'propose-mode',
  'accept-mode',
  'decline-mode',
  'keep',
  'erase',
  'destroy',
  'revoke',
  'decline-request',
];

const moveId = v.parse(MoveId, 'attempted-move-000000-');
const digest = v.parse(Digest, 'attempted-words-00000000000000000000000000-');

/** A moment at which whatever waits for the clock in this state no longer does. */
export function ripeTime(state: DialogueState): Time {
  if (state.status === 'new') return 0;
  const since = state.status === 'held' && state.hold.kind === 'time-out' ? state.hold.since : null;
  return Math.max(state.at + 1, since === null ? 0 : since + shortestTimeOut);
}

/** The moves of one type that differ in what they lead to, with the right times for `now`. */
export function attemptsOf(
  type: MoveType,
  exercise: ExerciseDefinition,
  state: DialogueState,
  seat: Seat,
  now: Time,
): readonly Move[] {
  const { id, version } = exercise;
  switch (type) {
    case 'open':
      return [
        { type, exercise: { id, version }, mode: 'written' },
        { type, exercise: { id, version }, mode: 'spoken' },
      ];
    case 'postpone':
    case 'time-out':
      return [{ type, until: now + shortestTimeOut }];
    case 'counter':
      return [{ type, until: now }];
    case 'propose-mode':
      return [{ type, mode: otherMode(state) }];
    case 'keep':
      return [
        { type, keep: true },
        { type, keep: false },
      ];
    case 'erase':
      return erasures(state, seat).map((seqs) => ({ type, seqs }));
    case 'pause':
    case 'accept-return':
    case 'resume':
    case 'leave':
    case 'stop':
    case 'accept-mode':
    case 'decline-mode':
    case 'destroy':
    case 'revoke':
    case 'decline-request':
      return [{ type }];
    default:
      return [plain(type)];
  }
}

/** A move handed in with words, chained rightly, or without. */
export function submissionOf(move: Move, state: DialogueState, carrying: boolean): Submission {
  const prev = state.status === 'new' ? null : state.head;
  return {
    moveId,
    move,
    words: carrying ? { sealed: '-', epoch: firstEpoch, prev, hash: digest } : null,
  };
}

/** Whether a move must carry words in this state. */
export function carries(move: Move, state: DialogueState): boolean {
  return wordsFor(move.type, state.status === 'new' ? 'written' : state.mode) !== 'none';
}

function plain(type: PlainAct): Move {
  return { type };
}

function otherMode(state: DialogueState): Mode {
  const mode = state.status === 'new' ? 'written' : state.mode;
  switch (mode) {
    case 'written':
      return 'spoken';
    case 'spoken':
      return 'written';
    default:
      return assertNever(mode);
  }
}

/** All own words, only what is still hidden, only what is not; a place of nobody's when none. */
function erasures(state: DialogueState, seat: Seat): number[][] {
  if (state.status === 'new') return [[1]];
  const own = state.content.filter((entry) => entry.by === seat).map((entry) => entry.seq);
  const hidden = new Set(state.concealed.map((entry) => entry.seq));
  const some = [own, own.filter((seq) => hidden.has(seq)), own.filter((seq) => !hidden.has(seq))];
  const filled = some.filter((seqs) => seqs.length > 0);
  return filled.length > 0 ? filled : [[1]];
}
