import * as v from 'valibot';
import { Digest, type RoomId } from '#lib/dialogue/id.ts';
import type { Keyholder } from '#lib/keyholder.ts';
import { fromBase64url, toBase64url } from './base64url.ts';
import { deriveBytes } from './derive.ts';
import { lp } from './lp.ts';
import type { EpochKey, RoomKeys } from './room-keys.ts';

/** What a tag vouches for: that this public key belongs to this seat. */
export type Vouched = Pick<Keyholder, 'id' | 'seat' | 'kind' | 'publicKey'>;

const algorithm = { name: 'HMAC', hash: 'SHA-256' } as const;

async function tagKeyOf(roomId: RoomId, { epoch, key }: EpochKey): Promise<CryptoKey> {
  const secret = await deriveBytes(key, 'weerklank keyholder', roomId, String(epoch));
  return crypto.subtle.importKey('raw', secret, algorithm, false, ['sign', 'verify']);
}

function fieldsOf(roomId: RoomId, { id, seat, kind, publicKey }: Vouched) {
  return lp('weerklank keyholder', roomId, seat, id, kind, publicKey);
}

/** The tag of a keyholder: HMAC-SHA-256 (RFC 2104) by the room's key over all that it is known by. */
export async function tagOf(roomId: RoomId, key: EpochKey, holder: Vouched): Promise<Digest> {
  const fields = fieldsOf(roomId, holder);
  const tag = await crypto.subtle.sign(algorithm, await tagKeyOf(roomId, key), fields);
  return v.parse(Digest, toBase64url(new Uint8Array(tag)));
}

/**
 * Whether somebody who holds the key in use vouched for this keyholder. One that only a former key
 * vouches for is not enough: whoever was left out since still has that.
 */
export async function isVouchedFor(
  roomId: RoomId,
  keys: RoomKeys,
  holder: Keyholder,
): Promise<boolean> {
  const tag = fromBase64url(holder.tag);
  if (holder.epoch !== keys.epoch || !tag) return false;
  const key = await tagKeyOf(roomId, { epoch: keys.epoch, key: keys.current });
  return crypto.subtle.verify(algorithm, key, tag, fieldsOf(roomId, holder));
}
