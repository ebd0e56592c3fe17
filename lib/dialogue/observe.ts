import { assertNever } from './assert-never.ts';
import type { CueTo } from './cue.ts';
import { firstEpoch } from './epoch.ts';
import type { DialogueEvent, Fact } from './event.ts';
import type { ExerciseDefinition } from './exercise.ts';
import type { MoveId, ObservationId, Time } from './id.ts';
import type { Lens, Observer } from './observer.ts';
import type { Rejection } from './rejection.ts';
import { accepted, type Result, refused } from './result.ts';
import type { Begun, DialogueState } from './state.ts';
import { wayOn } from './way-on.ts';

/** What an observer can do in a session. `enter` and `leave` are handed in by the server for her. */
export type ObserverMove =
  | {
      type: 'enter';
      observation: ObservationId;
      name: string;
      lens: Lens;
      privateCues: boolean;
    }
  | { type: 'leave' }
  | { type: 'cue'; to: CueTo }
  | { type: 'ask-pause' }
  | { type: 'propose-phase' };

/** An observer's move as it is handed in: made once, sent again unchanged until it is answered. */
export interface ObserverSubmission {
  moveId: MoveId;
  act: ObserverMove;
  /** A cue, sealed with the key of cues of that epoch; null for every other act. */
  cue: { sealed: string; epoch: number } | null;
}

/**
 * Judges what an observer does, by the rules O1 and on. Never throws, and never moves the exercise.
 * @param now in milliseconds since 1970.
 * @returns the one event that follows, or the reason why not.
 */
export function decideObserver(
  exercise: ExerciseDefinition,
  state: DialogueState,
  { moveId, act, cue }: ObserverSubmission,
  now: Time,
): Result<DialogueEvent, Rejection> {
  if (state.status === 'new') return refused('not-now');
  if (state.status === 'ended') return refused('ended');
  const { observer } = state;
  if ((act.type === 'enter') === (observer !== null)) return refused('not-now');
  const judgement = judge(exercise, state, act) ?? judgeCue(act, cue !== null);
  if (judgement) return refused(judgement);
  const fact = factOf(act, observer);
  if (!fact) return refused('not-now');
  return accepted({
    seq: state.seq + 1,
    moveId,
    author: 'observer',
    at: Math.max(state.at + 1, now),
    v: 1,
    fact,
    sealed: cue?.sealed ?? null,
    epoch: cue?.epoch ?? firstEpoch,
    prev: null,
    hash: null,
  });
}

/** Whether this observer is let in to this session now; from the end, or a revocation, on nobody is. */
export function watches(state: DialogueState, observation: ObservationId): boolean {
  if (state.status === 'new' || state.status === 'ended') return false;
  return state.observer?.observation === observation;
}

/**
 * Whether an event that follows `before` is told to whoever watches (rule O3). Who let her go is not
 * told; the event that ends a session is, and nothing after it.
 */
export function reachesObserver(before: DialogueState, { fact }: DialogueEvent): boolean {
  if (fact.type === 'observer-entered') return true;
  if (fact.type === 'revoked' || fact.type === 'observer-left') return false;
  if (before.status === 'new' || before.status === 'ended') return false;
  return before.observer !== null;
}

function judge(exercise: ExerciseDefinition, state: Begun, act: ObserverMove): Rejection | null {
  if (act.type === 'enter' || act.type === 'leave') return null;
  if (state.status !== 'running') return 'on-hold';
  switch (act.type) {
    case 'cue':
      return act.to === 'both' || state.observer?.privateCues ? null : 'no-private-cues';
    case 'ask-pause':
      return state.request?.kind === 'pause' ? 'already-answered' : null;
    case 'propose-phase':
      if (wayOn(exercise, state) === null) return 'not-now';
      return state.request?.kind === 'phase' ? 'already-answered' : null;
    default:
      return assertNever(act);
  }
}

function judgeCue(act: ObserverMove, carried: boolean): Rejection | null {
  if (act.type === 'cue') return carried ? null : 'words-required';
  return carried ? 'words-not-expected' : null;
}

function factOf(act: ObserverMove, observer: Observer | null): Fact | null {
  switch (act.type) {
    case 'enter': {
      const { observation, name, lens, privateCues } = act;
      return { type: 'observer-entered', observation, name, lens, privateCues };
    }
    case 'leave':
      return observer && { type: 'observer-left', observation: observer.observation };
    case 'cue':
      return { type: 'cued', to: act.to };
    case 'ask-pause':
      return { type: 'pause-asked' };
    case 'propose-phase':
      return { type: 'phase-proposed' };
    default:
      return assertNever(act);
  }
}
