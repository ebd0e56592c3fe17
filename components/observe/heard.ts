import { acts } from '#lib/dialogue/act.ts';
import { assertNever } from '#lib/dialogue/assert-never.ts';
import { actOf } from '#lib/dialogue/event.ts';
import type { TranscriptLine } from '#lib/dialogue/transcript.ts';
import { unseenOf } from './unseen.ts';

type Unseen = NonNullable<(typeof unseenOf)[keyof typeof unseenOf]>;

/**
 * What there is to read in a line. `unseen`: words that are not for her (or whose key has not come yet), and what
 * they were; `hidden`: an answer that the two do not have from each other yet either; `aloud`: it was said
 * where nobody writes along.
 */
export type Heard =
  | { kind: 'said' | 'cue' | 'gap' | 'hidden' | 'aloud' | 'nothing' }
  | { kind: 'unseen'; what: Unseen };

/** @param hidden the events whose words are hidden from one of the two as well. */
export function heardIn(
  { fact, content, seq }: TranscriptLine,
  hidden: ReadonlySet<number>,
): Heard {
  const act = actOf(fact);
  const what = act ? unseenOf[act] : null;
  switch (content.kind) {
    case 'text':
    case 'date':
    case 'rating':
    case 'ratings':
      return { kind: 'said' };
    case 'cue':
    case 'gap':
      return { kind: content.kind };
    case 'withheld':
    case 'unseen':
      if (hidden.has(seq)) return { kind: 'hidden' };
      return what ? { kind: 'unseen', what } : { kind: 'nothing' };
    case 'none':
      return { kind: act && acts[act].words === 'text' ? 'aloud' : 'nothing' };
    default:
      return assertNever(content);
  }
}
