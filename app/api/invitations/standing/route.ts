import { type Asked, post } from '#app/api-route.ts';
import { digestOf } from '#app/digest.ts';
import type { Digest, InvitationId } from '#lib/dialogue/id.ts';
import { otherSeat } from '#lib/dialogue/seat.ts';
import { type Standing, StandingRequest } from '#lib/entry.ts';
import {
  type InvitationStanding,
  invitationStanding,
  roomOfInvitation,
} from '#prisma/redemption.ts';
import { seatOf } from '#prisma/rooms.ts';

/** How an invitation stands, for whoever shows its token. Changes nothing. */
export const POST = post({ action: 'invitation:ask', schema: StandingRequest }, async (asked) => {
  const { invitationId, token, claim } = asked.input;
  const { db, now } = asked;
  const tokenHash = digestOf(token);
  const claimHash = digestOf(claim);
  const found = await invitationStanding(db, { invitationId, tokenHash, claimHash, now });
  return { body: await forVisitor(asked, found, { invitationId, tokenHash }) };
});

/** The same, for someone who may already have a seat in that room. */
async function forVisitor(
  { db, actor: { userId } }: Pick<Asked<unknown>, 'db' | 'actor'>,
  found: InvitationStanding,
  invitation: { invitationId: InvitationId; tokenHash: Digest },
): Promise<Standing> {
  const roomId = userId && (await roomOfInvitation(db, invitation));
  const seat = roomId && (await seatOf(db, roomId, userId));
  if (!seat) return found;
  const open = found.standing === 'open' || found.standing === 'yours';
  return open && seat === otherSeat(found.seat)
    ? { standing: 'own' }
    : { standing: 'seated', roomId };
}
