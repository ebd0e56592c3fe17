import * as v from 'valibot';
import { firstEpoch } from './epoch.ts';
import type { DialogueEvent } from './event.ts';
import { MoveId, type Time } from './id.ts';
import type { DialogueState } from './state.ts';

/** Rule E3: unanswered for this long, the words are not kept. */
export const keepTerm = 72 * 60 * 60_000;

/** The same for every session, so that two servers cannot both let the words of one lapse. */
const roomMoveId = v.parse(MoveId, 'lapsed-by-the-room-000');

/** When the room gives up waiting for both answers about the words; null when it does not wait. */
export function lapseDue(state: DialogueState): Time | null {
  return state.status === 'ended' && state.words === 'asked' ? state.endedAt + keepTerm : null;
}

/**
 * The room's own event when that term has run out, or null while it has not: the words were not kept.
 * @param now in milliseconds since 1970.
 */
export function lapse(state: DialogueState, now: Time): DialogueEvent | null {
  const due = lapseDue(state);
  if (state.status === 'new' || due === null || now < due) return null;
  return {
    seq: state.seq + 1,
    moveId: roomMoveId,
    author: 'room',
    at: Math.max(state.at + 1, now),
    v: 1,
    fact: { type: 'lapsed' },
    sealed: null,
    epoch: firstEpoch,
    prev: null,
    hash: null,
  };
}
