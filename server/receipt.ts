import { assertNever } from '#lib/dialogue/assert-never.ts';
import { cameOf } from '#lib/dialogue/cause.ts';
import type { DialogueEvent, Fact } from '#lib/dialogue/event.ts';
import type { Submission } from '#lib/dialogue/move.ts';
import type { ObserverSubmission } from '#lib/dialogue/observe.ts';
import { refused } from '#lib/dialogue/result.ts';
import type { Seat } from '#lib/dialogue/seat.ts';
import type { MoveReply } from '#lib/protocol.ts';

/** What is kept of an event to recognise what is sent again. */
export type Receipt = Pick<DialogueEvent, 'seq' | 'at' | 'author' | 'hash' | 'fact'> & {
  /** A cue as it was sealed: it has no digest to know it by. */
  cue: string | null;
};

export function receiptOf({ seq, at, author, hash, fact, sealed }: DialogueEvent): Receipt {
  return { seq, at, author, hash, fact, cue: fact.type === 'cued' ? sealed : null };
}

/** The answer to a move of which the id is in the log: the same as ever, if all of it is. */
export function answerAgain(
  { seq, at, author, hash, fact }: Receipt,
  { move, words }: Submission,
  seat: Seat,
): MoveReply {
  const same = author === seat && hash === (words?.hash ?? null) && cameOf(fact, move, at);
  return same ? { ok: true, seq, again: true } : refused('move-id-reused');
}

/** The same for what an observer did. */
export function answerActAgain(
  { seq, author, fact, cue }: Receipt,
  submission: ObserverSubmission,
): MoveReply {
  const { act } = submission;
  const sealed = submission.cue?.sealed ?? null;
  const same = author === 'observer' && cue === sealed && cameOfAct(fact, act);
  return same ? { ok: true, seq, again: true } : refused('move-id-reused');
}

function cameOfAct(fact: Fact, act: ObserverSubmission['act']): boolean {
  switch (act.type) {
    case 'enter':
      return fact.type === 'observer-entered' && fact.observation === act.observation;
    case 'leave':
      return fact.type === 'observer-left';
    case 'cue':
      return fact.type === 'cued' && fact.to === act.to;
    case 'ask-pause':
      return fact.type === 'pause-asked';
    case 'propose-phase':
      return fact.type === 'phase-proposed';
    default:
      return assertNever(act);
  }
}
