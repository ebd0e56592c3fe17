import { NextResponse } from 'next/server';
import * as v from 'valibot';
import { fromOurPages, visitor } from '#app/visitor.ts';
import { RoomId } from '#lib/dialogue/id.ts';
import { type KeysRefusal, KeysRequest } from '#lib/room-keys.ts';
import { exchangeKeys } from '#prisma/key-exchange.ts';
import { database } from '#prisma/shared.ts';

type Context = { params: Promise<{ roomId: string }> };

const statuses: Record<KeysRefusal, number> = {
  'bad-request': 400,
  forbidden: 403,
  'not-found': 404,
  'stale-epoch': 409,
  'not-yours': 403,
  'too-many': 409,
  storage: 503,
};

/**
 * Gives and takes the keys of a room, all of them sealed: who holds them, the envelopes for them, and
 * the next key. Not found for anyone without a seat in it.
 */
export async function POST(request: Request, { params }: Context): Promise<NextResponse> {
  if (!(await fromOurPages())) return refusal('forbidden');
  const roomId = v.safeParse(RoomId, (await params).roomId);
  const asked = v.safeParse(KeysRequest, await request.json().catch(() => null));
  if (!asked.success) return refusal('bad-request');
  const userId = await visitor();
  if (!roomId.success || !userId) return refusal('not-found');
  const answer = await exchangeKeys(await database(), {
    roomId: roomId.output,
    userId,
    request: asked.output,
    now: Date.now(),
  });
  if (!answer.ok) return refusal(answer.reason);
  return NextResponse.json(answer, { headers: { 'cache-control': 'no-store' } });
}

function refusal(reason: KeysRefusal): NextResponse {
  const headers = { 'cache-control': 'no-store' };
  return NextResponse.json({ ok: false, reason }, { status: statuses[reason], headers });
}
