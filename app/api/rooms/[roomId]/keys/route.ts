import * as v from 'valibot';
import { post, refusal, roomInAddress } from '#app/api-route.ts';
import { RoomId } from '#lib/dialogue/id.ts';
import { type KeysRefusal, KeysRequest } from '#lib/room-keys.ts';
import { exchangeKeys } from '#prisma/key-exchange.ts';

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
 * the next key.
 */
export const POST = post(
  { action: 'keys:exchange', room: roomInAddress, schema: KeysRequest },
  async ({ db, params, actor: { userId }, input, now }) => {
    if (!userId) return refusal(404, 'not-found');
    const roomId = v.parse(RoomId, params['roomId']);
    const answer = await exchangeKeys(db, { roomId, userId, request: input, now });
    return { status: answer.ok ? 200 : statuses[answer.reason], body: answer };
  },
);
