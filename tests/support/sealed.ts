import { createHash } from 'node:crypto';
import * as v from 'valibot';
import { Digest } from '#lib/dialogue/id.ts';
import type { SealedWords } from '#lib/dialogue/move.ts';
import { toBase64url } from '#lib/vault/base64url.ts';
import { type Box, readBox } from '#lib/vault/box.ts';
import { type Bytes, joinBytes, randomBytes } from '#lib/vault/bytes.ts';
import { lp } from '#lib/vault/lp.ts';
import { newMoveId, newRoomId, newSessionId } from '#lib/vault/new-id.ts';
import { newRoomKey, sessionKeyOf } from '#lib/vault/room-key.ts';
import { sealWords, type WordsContext } from '#lib/vault/words.ts';

export const someDigest = () => v.parse(Digest, toBase64url(randomBytes(32)));

/** The place where the words below belong. */
export const context: WordsContext = {
  roomId: newRoomId(),
  sessionId: newSessionId(),
  epoch: 2,
  moveId: newMoveId(),
  seat: 'a',
  act: 'send',
  exercise: { id: 'mirror-dialogue', version: 2 },
  prev: someDigest(),
};
export const roomKey = newRoomKey();
export const key = await sessionKeyOf(roomKey, context);

const result = await sealWords(key, context, { kind: 'text', text: 'Only between us' });
if (!result.ok) throw new Error(result.reason);
/** Words that open at that place and nowhere else. */
export const words = result.value;
export const box = boxOf(words.sealed);

export const unreadable = { ok: false, reason: 'unreadable' };

function boxOf(sealed: string): Box {
  const read = readBox(sealed);
  if (!read) throw new Error('Not a box');
  return read;
}

/** What words are bound to, as the documents say. */
export const aadOf = (at: WordsContext) =>
  lp(
    ...['wk1', at.roomId, at.sessionId, String(at.epoch), at.moveId, at.seat, at.act],
    ...[at.exercise.id, String(at.exercise.version), at.prev],
  );

/** What a server can do after an edit: the digest needs no key. */
export function withHash(at: WordsContext, sealed: string): SealedWords {
  const { iv, ciphertext } = readBox(sealed) ?? {
    iv: new Uint8Array(),
    ciphertext: new Uint8Array(),
  };
  const hash = createHash('sha256')
    .update(joinBytes(aadOf(at), iv, ciphertext))
    .digest('base64url');
  return { sealed, epoch: at.epoch, prev: at.prev, hash: v.parse(Digest, hash) };
}

/** The same bytes with one bit turned over. */
export function flipped(bytes: Bytes, bit: number): Bytes {
  const copy = Uint8Array.from(bytes);
  const at = Math.floor(bit / 8) % copy.length;
  copy[at] = (copy[at] ?? 0) ^ (1 << (bit % 8));
  return copy;
}
