import { legAt } from './course.ts';
import type { Cue, CueTo } from './cue.ts';
import { actOf, type DialogueEvent, type Fact, isSeat } from './event.ts';
import type { ExerciseDefinition } from './exercise.ts';
import type { Time } from './id.ts';
import type { Lens } from './observer.ts';
import { framesOf } from './replay.ts';
import type { Seat } from './seat.ts';
import { newSession } from './state.ts';
import { isWithin } from './view.ts';
import type { Words } from './words.ts';

/** What was said in a line: the words, or the reason why there are none to read. */
export type LineContent =
  | Words
  /** There were words; they were erased or cannot be read on this device. */
  | { kind: 'gap' }
  /** A hidden answer of the other that has not been revealed, and perhaps never will be. */
  | { kind: 'withheld' }
  /** Not for this viewer: beyond the lens of an observer, or a cue for the other alone. */
  | { kind: 'unseen' }
  /** What an observer said to one or both. */
  | { kind: 'cue'; cue: Cue }
  | { kind: 'none' };

/** One line of a transcript. */
export interface TranscriptLine {
  seq: number;
  at: Time;
  /** Who did it; null for whatever is not an act of the exercise, so that nothing reads as blame. */
  by: Seat | null;
  fact: Fact;
  /** Where in the course it happened. */
  legIndex: number;
  phaseId: string;
  stepId: string;
  half: 0 | 1 | 2;
  content: LineContent;
}

/**
 * Makes the readable lines of a session, one for each event, in order. Throws on a broken log.
 * @param events the log from its first event on, as far as this device has it.
 * @param words what this device could open, by seq.
 * @param more the cues it could open, by seq; and the lens, when it is an observer's.
 */
export function transcriptOf(
  exercise: ExerciseDefinition,
  events: readonly DialogueEvent[],
  words: ReadonlyMap<number, Words>,
  more: { cues?: ReadonlyMap<number, Cue>; lens?: Lens } = {},
): readonly TranscriptLine[] {
  const frames = framesOf(exercise, events);
  const last = frames.at(-1)?.state ?? newSession;
  const standing = new Set(last.status === 'new' ? [] : last.content.map(({ seq }) => seq));
  const gone = last.status === 'ended' && last.words === 'gone';
  const concealed = new Set(last.status === 'new' ? [] : last.concealed.map(({ seq }) => seq));
  return frames.map(({ event, state, course }, index): TranscriptLine => {
    const { place } = frames[index - 1]?.state ?? state;
    const leg = legAt(course, place);
    return {
      seq: event.seq,
      at: event.at,
      by: authorOf(event),
      fact: event.fact,
      legIndex: place.leg,
      phaseId: leg.phase.id,
      stepId: place.step,
      half: leg.half,
      content:
        event.fact.type === 'cued'
          ? cueOf(event, event.fact.to, gone, more.cues?.get(event.seq))
          : contentOf(event, { standing, concealed }, words.get(event.seq), more.lens),
    };
  });
}

function authorOf({ fact, author }: DialogueEvent): Seat | null {
  const named = fact.type === 'opened' || actOf(fact) !== undefined;
  return named && isSeat(author) ? author : null;
}

function contentOf(
  event: DialogueEvent,
  last: { standing: ReadonlySet<number>; concealed: ReadonlySet<number> },
  words: Words | undefined,
  lens: Lens | undefined,
): LineContent {
  const { seq, hash, sealed } = event;
  if (hash === null) return { kind: 'none' };
  if (!last.standing.has(seq)) return { kind: 'gap' };
  if (words) return words;
  if (last.concealed.has(seq) && sealed === null) return { kind: 'withheld' };
  return { kind: lens && !isWithin(lens, event) ? 'unseen' : 'gap' };
}

function cueOf(
  { sealed }: DialogueEvent,
  to: CueTo,
  gone: boolean,
  cue: Cue | undefined,
): LineContent {
  if (gone) return { kind: 'gap' };
  if (cue) return { kind: 'cue', cue };
  return { kind: to !== 'both' && sealed === null ? 'unseen' : 'gap' };
}
