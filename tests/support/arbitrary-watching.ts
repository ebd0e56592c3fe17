import { assertNever } from '#lib/dialogue/assert-never.ts';
import { firstEpoch } from '#lib/dialogue/epoch.ts';
import type { DialogueEvent } from '#lib/dialogue/event.ts';
import type { ObserverMove, ObserverSubmission } from '#lib/dialogue/observe.ts';
import { Lens } from '#lib/dialogue/observer.ts';
import type { Rejection } from '#lib/dialogue/rejection.ts';
import type { Result } from '#lib/dialogue/result.ts';
import type { DialogueState } from '#lib/dialogue/state.ts';
import type { Toss } from './arbitrary-moves.ts';
import { moveIdOf, observationOf } from './fabricate.ts';

/** One act of an observer that was tried. */
export interface Watched {
  submission: ObserverSubmission;
  now: number;
  before: DialogueState;
  result: Result<DialogueEvent, Rejection>;
  after: DialogueState;
}

/** What an observer hands in: with a cue where one belongs, unless the toss twists it. */
export function submissionFor(
  type: ObserverMove['type'],
  { pick, twist }: Toss,
  index: number,
): ObserverSubmission {
  const carrying = (type === 'cue') === (twist !== 'words');
  return {
    moveId: moveIdOf(10_000 + index),
    act: observerMoveOf(type, pick),
    cue: carrying ? { sealed: `cue${index}`, epoch: firstEpoch } : null,
  };
}

function observerMoveOf(type: ObserverMove['type'], pick: number): ObserverMove {
  switch (type) {
    case 'enter':
      return {
        type,
        observation: observationOf(pick),
        name: 'Vera',
        lens: Lens.options[pick % Lens.options.length] ?? 'phases',
        privateCues: pick % 2 === 0,
      };
    case 'cue':
      return { type, to: (['both', 'a', 'b'] as const)[pick % 3] ?? 'both' };
    case 'leave':
    case 'ask-pause':
    case 'propose-phase':
      return { type };
    default:
      return assertNever(type);
  }
}
