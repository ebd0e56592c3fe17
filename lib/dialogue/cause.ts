import { type Fact, pastOf } from './event.ts';
import type { Time } from './id.ts';
import type { Move } from './move.ts';
import type { DialogueState } from './state.ts';
import { shortestTimeOut } from './terms.ts';

/** What happened when a move was accepted at this moment; null for letting go nobody. */
export function whatCameOf(move: Move, state: DialogueState, at: Time): Fact | null {
  if (move.type !== 'revoke') return factOf(move, at);
  const observer = state.status === 'new' ? null : state.observer;
  return observer && { type: 'revoked', observation: observer.observation };
}

/** Whether a fact is what came of this move, handed in again; `at` is when it happened. */
export function cameOf(fact: Fact, move: Move, at: Time): boolean {
  if (move.type === 'revoke') return fact.type === 'revoked';
  return JSON.stringify(fact) === JSON.stringify(factOf(move, at));
}

function factOf(move: Exclude<Move, { type: 'revoke' }>, at: Time): Fact {
  switch (move.type) {
    case 'open':
      return { type: 'opened', exercise: move.exercise, mode: move.mode };
    case 'postpone':
      return { type: 'postponed', until: move.until };
    case 'pause':
      return { type: 'paused' };
    case 'time-out':
      // Whoever asked for twenty minutes meant to have them, however long the asking took.
      return { type: 'timed-out', until: Math.max(move.until, at + shortestTimeOut) };
    case 'counter':
      return { type: 'countered', until: move.until };
    case 'accept-return':
      return { type: 'return-accepted' };
    case 'resume':
      return { type: 'resumed' };
    case 'leave':
      return { type: 'left' };
    case 'stop':
      return { type: 'stopped' };
    case 'propose-mode':
      return { type: 'mode-proposed', mode: move.mode };
    case 'accept-mode':
      return { type: 'mode-accepted' };
    case 'decline-mode':
      return { type: 'mode-declined' };
    case 'keep':
      return { type: 'keep-answered', keep: move.keep };
    case 'erase':
      return { type: 'erased', seqs: move.seqs };
    case 'destroy':
      return { type: 'destroyed' };
    case 'decline-request':
      return { type: 'request-declined' };
    default:
      return { type: pastOf[move.type] };
  }
}
