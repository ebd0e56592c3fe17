import type { Digest, InvitationId, Time, UserId } from '#lib/dialogue/id.ts';
import type { Standing } from '#lib/entry.ts';
import type { Database } from '#prisma/client.ts';
import { invitationStanding, roomOfInvitation } from '#prisma/redemption.ts';
import { seatOf } from '#prisma/rooms.ts';

/**
 * How an invitation stands for somebody who may already have a seat in that room. A link for one's own seat
 * stays open: who kept the seat and lost the keys needs what it brings.
 * @param userId null for somebody who is not known.
 */
export async function visitorStanding(
  db: Database,
  userId: UserId | null,
  asked: { invitationId: InvitationId; tokenHash: Digest; claimHash: Digest; now: Time },
): Promise<Standing> {
  const found = await invitationStanding(db, asked);
  const roomId = userId && (await roomOfInvitation(db, asked));
  const seat = roomId && (await seatOf(db, roomId, userId));
  if (!('roomId' in found)) return seat ? { standing: 'seated', roomId } : found;
  if (!seat) return { ...found, seated: false };
  return seat === found.seat ? { ...found, seated: true } : { standing: 'own' };
}
