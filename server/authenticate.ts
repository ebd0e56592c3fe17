import * as v from 'valibot';
import type { AuthSessionId } from '#lib/auth.ts';
import type { RoomId, Time, UserId } from '#lib/dialogue/id.ts';
import type { Seat } from '#lib/dialogue/seat.ts';
import { Handshake, protocolVersion } from '#lib/protocol.ts';
import { type Actor, can } from '#lib/rights/can.ts';
import { actorOf } from '#prisma/actor.ts';
import { visitOf } from '#prisma/auth-sessions.ts';
import type { Database } from '#prisma/client.ts';
import { sittingOf } from '#prisma/rooms.ts';

/** Who is at the other end of a socket: a seat in a room, and the user who holds it. */
export interface Viewer {
  roomId: RoomId;
  seat: Seat;
  userId: UserId;
  authSessionId: AuthSessionId;
  actor: Actor;
  /** When they took the seat. */
  since: Time;
  /** When whoever sat there before left for good; null when nobody did. */
  leftAt: Time | null;
}

/** Whether this handshake is of another version of the protocol: the page is older, or the server. */
export function speaksOtherwise(auth: unknown): boolean {
  const spoken = v.safeParse(v.object({ protocol: v.number() }), auth);
  return spoken.success && spoken.output.protocol !== protocolVersion;
}

/**
 * Whose socket this is, by the cookie of its handshake. Null for anyone who has no seat in the room,
 * whether or not the room exists.
 */
export async function authenticate(
  db: Database,
  cookieHeader: string | undefined,
  auth: unknown,
  keys: { secret: string; secure: boolean },
  now: Time,
): Promise<Viewer | null> {
  const handshake = v.safeParse(Handshake, auth);
  if (!handshake.success) return null;
  const visit = await visitOf(db, cookieHeader, keys, now);
  const actor = await actorOf(db, visit);
  const { roomId } = handshake.output;
  if (!visit || !can(actor, 'room:enter', roomId)) return null;
  const { userId, authSessionId } = visit;
  const sitting = await sittingOf(db, roomId, userId);
  return (
    sitting && {
      roomId,
      userId,
      authSessionId,
      actor,
      seat: sitting.seat,
      since: sitting.takenAt,
      leftAt: sitting.leftAt,
    }
  );
}
