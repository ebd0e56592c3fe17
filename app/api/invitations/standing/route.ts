import { NextResponse } from 'next/server';
import * as v from 'valibot';
import { digestOf } from '#app/digest.ts';
import { fromOurPages, visitor } from '#app/visitor.ts';
import type { Digest, InvitationId } from '#lib/dialogue/id.ts';
import { otherSeat } from '#lib/dialogue/seat.ts';
import { type Standing, StandingRequest } from '#lib/entry.ts';
import {
  type InvitationStanding,
  invitationStanding,
  roomOfInvitation,
} from '#prisma/redemption.ts';
import { seatOf } from '#prisma/rooms.ts';
import { database } from '#prisma/shared.ts';

/** How an invitation stands, for whoever shows its token. Changes nothing. */
export async function POST(request: Request): Promise<NextResponse> {
  if (!(await fromOurPages())) return NextResponse.json({ reason: 'forbidden' }, { status: 403 });
  const asked = v.safeParse(StandingRequest, await request.json().catch(() => null));
  if (!asked.success) return NextResponse.json({ reason: 'bad-request' }, { status: 400 });
  const { invitationId, token, claim } = asked.output;
  const db = await database();
  const tokenHash = digestOf(token);
  const claimHash = digestOf(claim);
  const found = await invitationStanding(db, {
    invitationId,
    tokenHash,
    claimHash,
    now: Date.now(),
  });
  const standing = await forVisitor(found, { invitationId, tokenHash });
  return NextResponse.json(standing, { headers: { 'cache-control': 'no-store' } });
}

/** The same, for someone who may already have a seat in that room. */
async function forVisitor(
  found: InvitationStanding,
  invitation: { invitationId: InvitationId; tokenHash: Digest },
): Promise<Standing> {
  const db = await database();
  const userId = await visitor();
  const roomId = userId && (await roomOfInvitation(db, invitation));
  const seat = roomId && (await seatOf(db, roomId, userId));
  if (!seat) return found;
  const open = found.standing === 'open' || found.standing === 'yours';
  return open && seat === otherSeat(found.seat)
    ? { standing: 'own' }
    : { standing: 'seated', roomId };
}
