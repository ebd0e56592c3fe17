import * as v from 'valibot';
import { Digest, type ObservationId, type RoomId } from '#lib/dialogue/id.ts';
import { toBase64url } from './base64url.ts';
import { sha256 } from './bytes.ts';
import { lp } from './lp.ts';

/** What two sides compare for: the room's keys, or an observation of it. What is shown for one counts for no other. */
export interface Meeting {
  roomId: RoomId;
  /** Left out between the two partners. */
  observation?: ObservationId;
}

/** What the two sides of a comparison showed each other, as it travelled: base64url texts. */
export interface Shown extends Meeting {
  askerKey: string;
  askerNonce: string;
  helperKey: string;
  helperNonce: string;
}

/**
 * What the asker says first: it binds their nonce without showing it, so that whoever stands in between
 * must choose keys before they know which digits come out (a hash commitment, as in RFC 6189, 4.4.1.1).
 */
export async function commitmentTo(
  meeting: Meeting,
  askerKey: string,
  askerNonce: string,
): Promise<Digest> {
  const bytes = lp(...headOf('commitment', meeting), askerKey, askerNonce);
  return v.parse(Digest, toBase64url(await sha256(bytes)));
}

/**
 * The six digits both compare, in two groups of three. They are the same on both sides only when both
 * saw the same keys; whoever put in keys of their own is found out but for one time in a million.
 */
export async function digitsOf(shown: Shown): Promise<string> {
  const { askerKey, askerNonce, helperKey, helperNonce } = shown;
  const bytes = lp(...headOf('digits', shown), askerKey, askerNonce, helperKey, helperNonce);
  const digest = await sha256(bytes);
  // Of 64 bits, so that no digits come out noticeably more often than others.
  const number = new DataView(digest.buffer).getBigUint64(0) % 1_000_000n;
  const digits = number.toString().padStart(6, '0');
  return `${digits.slice(0, 3)} ${digits.slice(3)}`;
}

function headOf(what: 'commitment' | 'digits', { roomId, observation }: Meeting) {
  return observation === undefined
    ? [`weerklank ${what}`, roomId]
    : [`weerklank observer ${what}`, roomId, observation];
}
