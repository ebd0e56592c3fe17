import type { RoomId, Time } from '#lib/dialogue/id.ts';
import type { Seat } from '#lib/dialogue/seat.ts';
import type { Done, InviteRequest, Refusal } from '#lib/protocol.ts';
import type { Database } from '#prisma/client.ts';
import { makeInvitation } from '#prisma/invitations.ts';
import { keyStateOf, rotateKeys } from '#prisma/room-epochs.ts';
import { seatOwner } from '#prisma/rooms.ts';

/** Where an invitation is made, by whom, and whether somebody sits in the seat it is for. */
export interface Inviting {
  roomId: RoomId;
  by: Seat;
  here: boolean;
  now: Time;
}

/**
 * Makes an invitation. Whoever lets the other in again gives the room a new key with it, so that the
 * device that is left behind reads nothing that is said from then on. Asking the same again is harmless.
 */
export async function invite(
  db: Database,
  { rotation, epoch, ...invitation }: InviteRequest,
  { roomId, by, here, now }: Inviting,
): Promise<Done> {
  const { seat } = invitation;
  const owner = seat === by ? null : await seatOwner(db, roomId, seat);
  if (owner) {
    // Nobody is put out of a seat they are sitting in, nor out of one that they can prove is theirs.
    if (here || owner.hasAccount) return refuse('seat-taken');
    if (!rotation) return refuse('stale-epoch');
    const rotated = await rotateKeys(db, { roomId, by, rotation, leaveOut: seat, now });
    if (!rotated.ok) return refuse('stale-epoch');
  } else if (rotation) return refuse('bad-request');
  const state = await keyStateOf(db, roomId);
  if (state.epoch !== epoch) return refuse('stale-epoch');
  const made = await makeInvitation(db, { ...invitation, roomId, now });
  return made.ok ? { ok: true } : refuse('forbidden');
}

function refuse(reason: Refusal): { ok: false; reason: Refusal } {
  return { ok: false, reason };
}
