import * as v from 'valibot';
import type { Act } from '#lib/dialogue/act.ts';
import type { ExerciseRef } from '#lib/dialogue/exercise.ts';
import { Digest, type MoveId, type RoomId, type SessionId } from '#lib/dialogue/id.ts';
import type { SealedWords } from '#lib/dialogue/move.ts';
import { accepted, type Result, refused } from '#lib/dialogue/result.ts';
import type { Seat } from '#lib/dialogue/seat.ts';
import { Words } from '#lib/dialogue/words.ts';
import { toBase64url } from './base64url.ts';
import { type Box, open, readBox, seal, version, writeBox } from './box.ts';
import { type Bytes, joinBytes, sha256 } from './bytes.ts';
import { lp } from './lp.ts';
import { pad, unpad } from './padding.ts';
import type { SessionKey } from './room-key.ts';

/** The lengths of plaintext, in bytes, that the server can tell apart. */
const buckets = [256, 1024, 4096, 15_360];

/** The one place in the one dialogue where the words belong; they open nowhere else. */
export interface WordsContext {
  roomId: RoomId;
  sessionId: SessionId;
  /** Whole, from 1. */
  epoch: number;
  moveId: MoveId;
  /** Who says it. */
  seat: Seat;
  act: Act;
  exercise: ExerciseRef;
  /** Digest of the content event before it; null for the first. */
  prev: Digest | null;
}

function aadOf(context: WordsContext): Bytes {
  const { roomId, sessionId, epoch, moveId, seat, act, exercise, prev } = context;
  const place = [roomId, sessionId, String(epoch), moveId, seat, act];
  return lp(version, ...place, exercise.id, String(exercise.version), prev);
}

async function hashOf(aad: Bytes, box: Box): Promise<Digest> {
  return v.parse(Digest, toBase64url(await sha256(joinBytes(aad, box.iv, box.ciphertext))));
}

/**
 * Seals words for their place in a session. The same words sealed again give other bytes, so seal
 * once and send the same bytes until they are answered.
 * @param key the key of the context's session and epoch.
 * @param words text is brought to NFC (UAX 15) first; a rating outside 0 to 10 throws.
 * @returns the box as text, the context's `epoch` and `prev`, and `hash`: SHA-256 of AAD, IV and ciphertext.
 *   Refused with `too-long` when the words do not fit in 15,356 bytes of JSON.
 */
export async function sealWords(
  key: SessionKey,
  context: WordsContext,
  words: Words,
): Promise<Result<SealedWords, 'too-long'>> {
  const canonical = words.kind === 'text' ? { ...words, text: words.text.normalize() } : words;
  const plaintext = pad(v.parse(Words, canonical), buckets);
  if (!plaintext) return refused('too-long');
  const aad = aadOf(context);
  const box = await seal(key, aad, plaintext);
  const { epoch, prev } = context;
  return accepted({ sealed: writeBox(box), epoch, prev, hash: await hashOf(aad, box) });
}

/**
 * Opens words at the place where they were found. Refused with `unreadable` when the key, any field
 * of the context or any character of `words` is not what they were sealed with, or when what is
 * inside is not `Words` in its one padded form. Never throws for anything a server can send.
 */
export async function openWords(
  key: SessionKey,
  context: WordsContext,
  words: SealedWords,
): Promise<Result<Words, 'unreadable'>> {
  const box = readBox(words.sealed);
  const { epoch, prev } = context;
  if (!box || words.epoch !== epoch || words.prev !== prev) return refused('unreadable');
  const aad = aadOf(context);
  if (words.hash !== (await hashOf(aad, box))) return refused('unreadable');
  const plaintext = await open(key, aad, box);
  const inside = v.safeParse(Words, plaintext && unpad(plaintext, buckets));
  return inside.success ? accepted(inside.output) : refused('unreadable');
}
