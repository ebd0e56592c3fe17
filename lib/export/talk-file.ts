import * as v from 'valibot';
import { Cue } from '#lib/dialogue/cue.ts';
import { Epoch } from '#lib/dialogue/epoch.ts';
import { Author, Fact } from '#lib/dialogue/event.ts';
import { Digest, MoveId, RoomId, SessionId, Time } from '#lib/dialogue/id.ts';
import { accepted, type Result, refused } from '#lib/dialogue/result.ts';
import { Seat } from '#lib/dialogue/seat.ts';
import { Words } from '#lib/dialogue/words.ts';
import { Exercise } from '#lib/exercises/exercise.ts';

/** One event as it is taken along: all of it, with its words opened. */
const TakenEvent = v.strictObject({
  seq: v.pipe(v.number(), v.safeInteger(), v.minValue(1)),
  moveId: MoveId,
  author: Author,
  at: Time,
  v: v.literal(1),
  fact: Fact,
  epoch: Epoch,
  prev: v.nullable(Digest),
  hash: v.nullable(Digest),
  /** Null where there never were any, where they were erased, and where they are not in this export. */
  words: v.nullable(Words),
  /** What an observer said; only where there is such a thing, and it could be read. */
  cue: v.exactOptional(Cue),
});

const name = v.nullable(v.string());

/** One talk, complete enough to be played again without a server: the exercise and its texts as well. */
export const TakenTalk = v.strictObject({
  roomId: RoomId,
  sessionId: SessionId,
  exercise: Exercise,
  /** False when something did not fit when the talk was taken along. */
  intact: v.boolean(),
  events: v.pipe(v.array(TakenEvent), v.minLength(1)),
});
export type TakenTalk = v.InferOutput<typeof TakenTalk>;

/** A file with talks. `mine`: only the words of the seat that took it along. */
export const TalkFile = v.strictObject({
  format: v.literal('weerklank'),
  version: v.literal(1),
  takenAt: Time,
  whose: v.picklist(['mine', 'ours']),
  you: Seat,
  names: v.strictObject({ a: name, b: name }),
  talks: v.array(TakenTalk),
});
export type TalkFile = v.InferOutput<typeof TalkFile>;

/** The file as text. Written and read again it is the same to the byte. */
export function writeTalkFile(file: TalkFile): string {
  // The order of what stands in it is that of the schema, whatever it was made from.
  return `${JSON.stringify(v.parse(TalkFile, file), null, 2)}\n`;
}

const Text = v.pipe(v.string(), v.parseJson(), TalkFile);
const OtherVersion = v.pipe(
  v.string(),
  v.parseJson(),
  v.object({ format: v.literal('weerklank'), version: v.number() }),
);

/** Reads such a file. `other-version`: of a release this one does not know. `not-ours`: anything else. */
export function readTalkFile(text: string): Result<TalkFile, 'other-version' | 'not-ours'> {
  const read = v.safeParse(Text, text);
  if (read.success) return accepted(read.output);
  const other = v.safeParse(OtherVersion, text);
  return refused(other.success && other.output.version !== 1 ? 'other-version' : 'not-ours');
}
