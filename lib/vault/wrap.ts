import * as v from 'valibot';
import { firstEpoch } from '#lib/dialogue/epoch.ts';
import type { InvitationId, RoomId } from '#lib/dialogue/id.ts';
import { accepted, type Result, refused } from '#lib/dialogue/result.ts';
import type { Seat } from '#lib/dialogue/seat.ts';
import { openText, sealText, version } from './box.ts';
import { joinBytes } from './bytes.ts';
import { deriveKey } from './derive.ts';
import type { LinkSecret } from './link.ts';
import { lp } from './lp.ts';
import { RoomKey } from './room-key.ts';
import type { EpochKey } from './room-keys.ts';

/** The invitation a wrapped key travels with, and the seat it is for. */
export interface WrapContext {
  roomId: RoomId;
  invitationId: InvitationId;
  seat: Seat;
}

const keyOf = (secret: LinkSecret) => deriveKey(secret, 'wrap');

function aadOf({ roomId, invitationId, seat }: WrapContext) {
  return lp(version, 'invitation', roomId, invitationId, seat);
}

/** Bytes in front of the key that tell its epoch. */
const header = 4;

/** The room's key as text (91 characters) that only this link's secret opens, for this invitation. */
export async function wrapRoomKey(
  secret: LinkSecret,
  context: WrapContext,
  { epoch, key }: EpochKey,
): Promise<string> {
  const written = new Uint8Array(header);
  new DataView(written.buffer).setUint32(0, epoch);
  return sealText(await keyOf(secret), aadOf(context), joinBytes(written, key));
}

/**
 * The room's key out of an invitation; one without an epoch, as links once held, is the first. Refused with `unreadable` when the secret, the room, the
 * invitation or the seat is another, or the text was changed. Never throws on bad input.
 */
export async function unwrapRoomKey(
  secret: LinkSecret,
  context: WrapContext,
  wrapped: string,
): Promise<Result<EpochKey, 'unreadable'>> {
  const opened = await openText(await keyOf(secret), aadOf(context), wrapped);
  if (!opened) return refused('unreadable');
  const alone = v.safeParse(RoomKey, opened);
  if (alone.success) return accepted({ epoch: firstEpoch, key: alone.output });
  const key = v.safeParse(RoomKey, opened.slice(header));
  const epoch = opened.length < header ? 0 : new DataView(opened.buffer).getUint32(0);
  return key.success && epoch > 0 ? accepted({ epoch, key: key.output }) : refused('unreadable');
}
