import * as v from 'valibot';
import type { Recording } from '#lib/client/archive.ts';
import type { Time } from '#lib/dialogue/id.ts';
import type { LineContent } from '#lib/dialogue/transcript.ts';
import { Words } from '#lib/dialogue/words.ts';
import type { Exercise } from '#lib/exercises/exercise.ts';
import type { TakenTalk, TalkFile } from './talk-file.ts';

/** A recording to take along, with the exercise it was made with. */
export interface Opened {
  recording: Recording;
  exercise: Exercise;
}

/**
 * Makes a file of opened recordings.
 * @param whose `mine` leaves out every word and the name of the other, also when they could be read here.
 */
export function takeAlong(
  opened: readonly [Opened, ...Opened[]],
  whose: 'mine' | 'ours',
  takenAt: Time,
): TalkFile {
  const [{ recording: first }] = opened;
  const { you, names } = first;
  const own = { a: you === 'a' ? names.a : null, b: you === 'b' ? names.b : null };
  return {
    format: 'weerklank',
    version: 1,
    takenAt,
    whose,
    you,
    names: whose === 'ours' ? { a: names.a, b: names.b } : own,
    talks: opened.map((one) => talkFrom(one, whose)),
  };
}

function talkFrom({ recording, exercise }: Opened, whose: 'mine' | 'ours'): TakenTalk {
  const { roomId, sessionId, intact, frames, lines, you } = recording;
  return {
    roomId,
    sessionId,
    exercise,
    intact,
    events: frames.map(({ event }, index) => {
      const { sealed: _, ...rest } = event;
      const shown = whose === 'ours' || event.author === you;
      const content = shown ? lines[index]?.content : undefined;
      const cue = content?.kind === 'cue' ? { cue: content.cue } : {};
      return { ...rest, words: wordsOf(content), ...cue };
    }),
  };
}

function wordsOf(content: LineContent | undefined): Words | null {
  const words = v.safeParse(Words, content);
  return words.success ? words.output : null;
}
