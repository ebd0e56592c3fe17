import * as v from 'valibot';
import type { InvitationId, RoomId } from '#lib/dialogue/id.ts';
import { accepted, type Result, refused } from '#lib/dialogue/result.ts';
import type { Seat } from '#lib/dialogue/seat.ts';
import { openText, sealText, version } from './box.ts';
import { deriveKey } from './derive.ts';
import type { LinkSecret } from './link.ts';
import { lp } from './lp.ts';
import { RoomKey } from './room-key.ts';

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

/** The room's key as text (85 characters) that only this link's secret opens, for this invitation. */
export async function wrapRoomKey(
  secret: LinkSecret,
  context: WrapContext,
  roomKey: RoomKey,
): Promise<string> {
  return sealText(await keyOf(secret), aadOf(context), roomKey);
}

/**
 * The room's key out of an invitation. Refused with `unreadable` when the secret, the room, the
 * invitation or the seat is another, or the text was changed. Never throws on bad input.
 */
export async function unwrapRoomKey(
  secret: LinkSecret,
  context: WrapContext,
  wrapped: string,
): Promise<Result<RoomKey, 'unreadable'>> {
  const key = v.safeParse(RoomKey, await openText(await keyOf(secret), aadOf(context), wrapped));
  return key.success ? accepted(key.output) : refused('unreadable');
}
