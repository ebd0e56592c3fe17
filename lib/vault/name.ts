import * as v from 'valibot';
import type { RoomId } from '#lib/dialogue/id.ts';
import { accepted, type Result, refused } from '#lib/dialogue/result.ts';
import type { Seat } from '#lib/dialogue/seat.ts';
import { openText, sealText, version } from './box.ts';
import { deriveKey } from './derive.ts';
import { lp } from './lp.ts';
import { pad, unpad } from './padding.ts';
import type { RoomKey } from './room-key.ts';
import type { RoomKeys } from './room-keys.ts';

/** One length for all names; holds 40 characters however JSON has to write them. */
const bucket = [256];
const longest = 40;

const canonicalOf = (name: string) => name.normalize().trim();
const lengthOf = (name: string) => [...name].length;

const Name = v.pipe(
  v.string(),
  v.check((name) => name === canonicalOf(name) && name !== '' && lengthOf(name) <= longest),
);

const keyOf = (roomKey: RoomKey, roomId: RoomId) => deriveKey(roomKey, 'weerklank name', roomId);
const aadOf = (roomId: RoomId, seat: Seat) => lp(version, 'name', roomId, seat);

/**
 * Seals the name a partner goes by in a room.
 * @param name brought to NFC and trimmed first.
 * @returns text of 384 characters, the same for every name. Refused when nothing is left after
 *   trimming (`empty`), or more than 40 characters (Unicode code points; `too-long`).
 */
export async function sealName(
  roomKey: RoomKey,
  roomId: RoomId,
  seat: Seat,
  name: string,
): Promise<Result<string, 'empty' | 'too-long'>> {
  const canonical = canonicalOf(name);
  if (canonical === '') return refused('empty');
  const plaintext = lengthOf(canonical) > longest ? null : pad(canonical, bucket);
  if (!plaintext) return refused('too-long');
  const key = await keyOf(roomKey, roomId);
  return accepted(await sealText(key, aadOf(roomId, seat), plaintext));
}

/**
 * Opens the name of a seat with any of these keys: a name stays sealed with the key that was in use
 * when it was given. Refused with `unreadable` when it was sealed for another room or seat or with
 * another key, was changed, or is no name `sealName` would seal. Never throws on bad input.
 */
export async function openName(
  keys: RoomKeys,
  roomId: RoomId,
  seat: Seat,
  sealed: string,
): Promise<Result<string, 'unreadable'>> {
  for (const { key } of keys.newestFirst) {
    const plaintext = await openText(await keyOf(key, roomId), aadOf(roomId, seat), sealed);
    const name = v.safeParse(Name, plaintext && unpad(plaintext, bucket));
    if (name.success) return accepted(name.output);
  }
  return refused('unreadable');
}
