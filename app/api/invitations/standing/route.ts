import { NextResponse } from 'next/server';
import * as v from 'valibot';
import { digestOf } from '#app/digest.ts';
import { fromOurPages, visitor } from '#app/visitor.ts';
import { otherSeat } from '#lib/dialogue/seat.ts';
import { type Standing, StandingRequest } from '#lib/entry.ts';
import { invitationStanding } from '#prisma/redemption.ts';
import { seatOf } from '#prisma/rooms.ts';
import { database } from '#prisma/shared.ts';

/** How an invitation stands, for whoever shows its token. Changes nothing. */
export async function POST(request: Request): Promise<NextResponse> {
  if (!(await fromOurPages())) return NextResponse.json({ reason: 'forbidden' }, { status: 403 });
  const asked = v.safeParse(StandingRequest, await request.json().catch(() => null));
  if (!asked.success) return NextResponse.json({ reason: 'bad-request' }, { status: 400 });
  const { invitationId, token, claim } = asked.output;
  const db = await database();
  const found = await invitationStanding(db, {
    invitationId,
    tokenHash: digestOf(token),
    claimHash: digestOf(claim),
    now: Date.now(),
  });
  let standing: Standing = found;
  if (found.standing === 'open') {
    const userId = await visitor();
    const seat = userId && (await seatOf(db, found.roomId, userId));
    if (seat === otherSeat(found.seat)) standing = { standing: 'own' };
  }
  return NextResponse.json(standing, { headers: { 'cache-control': 'no-store' } });
}
