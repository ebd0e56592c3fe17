import { NextResponse } from 'next/server';
import * as v from 'valibot';
import { visitor } from '#app/visitor.ts';
import type { PastSession } from '#lib/archive.ts';
import { RoomId } from '#lib/dialogue/id.ts';
import { seatOf } from '#prisma/rooms.ts';
import { pastSessions } from '#prisma/sessions.ts';
import { database } from '#prisma/shared.ts';

type Context = { params: Promise<{ roomId: string }> };

/** The sessions of a room that are over. Not found for anyone without a seat in it. */
export async function GET(_request: Request, { params }: Context): Promise<NextResponse> {
  const roomId = v.safeParse(RoomId, (await params).roomId);
  const userId = await visitor();
  const db = await database();
  const seat = roomId.success && userId ? await seatOf(db, roomId.output, userId) : null;
  if (!roomId.success || !seat) {
    return NextResponse.json({ reason: 'not-found' }, { status: 404 });
  }
  const found = await pastSessions(db, roomId.output);
  const sessions = found.map(
    ({ sessionId, exercise, openedAt, endedAt, words }): PastSession => ({
      sessionId,
      exercise,
      openedAt,
      endedAt,
      words,
    }),
  );
  return NextResponse.json({ sessions }, { headers: { 'cache-control': 'no-store' } });
}
