import * as v from 'valibot';
import type { AuthSessionId } from '#lib/auth.ts';
import type { ObservationId, RoomId, Time, UserId } from '#lib/dialogue/id.ts';
import type { Seat } from '#lib/dialogue/seat.ts';
import { Handshake, protocolVersion } from '#lib/protocol.ts';
import { type Actor, can } from '#lib/rights/can.ts';
import { actorOf } from '#prisma/actor.ts';
import { visitOf } from '#prisma/auth-sessions.ts';
import type { Database } from '#prisma/client.ts';
import { admissionOf } from '#prisma/observation-rows.ts';
import { sittingOf } from '#prisma/rooms.ts';

interface Visitor {
  roomId: RoomId;
  userId: UserId;
  authSessionId: AuthSessionId;
  actor: Actor;
}

/** A seat in a room, and the user who holds it. */
export interface PartnerViewer extends Visitor {
  place: 'partner';
  seat: Seat;
  /** When they took the seat. */
  since: Time;
  /** When whoever sat there before left for good; null when nobody did. */
  leftAt: Time | null;
}

/** A therapist whom both let in. What she may see stands in the log of the session (rule O2). */
export interface ObserverViewer extends Visitor {
  place: 'observer';
  observationId: ObservationId;
}

/** Who is at the other end of a socket. */
export type Viewer = PartnerViewer | ObserverViewer;

/** Whether this handshake is of another version of the protocol: the page is older, or the server. */
export function speaksOtherwise(auth: unknown): boolean {
  const spoken = v.safeParse(v.object({ protocol: v.number() }), auth);
  return spoken.success && spoken.output.protocol !== protocolVersion;
}

/**
 * Whose socket this is, by the cookie of its handshake. Null for anyone who has no seat in the room and
 * was not let in to watch, whether or not the room exists.
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
  if (!visit) return null;
  const { userId, authSessionId } = visit;
  const visitor = { roomId, userId, authSessionId, actor };
  if (can(actor, 'room:enter', roomId)) {
    const sitting = await sittingOf(db, roomId, userId);
    if (!sitting) return null;
    const { seat, takenAt: since, leftAt } = sitting;
    return { place: 'partner', ...visitor, seat, since, leftAt };
  }
  if (!can(actor, 'observation:watch', roomId)) return null;
  const observationId = await admissionOf(db, roomId, userId);
  return observationId && { place: 'observer', ...visitor, observationId };
}
