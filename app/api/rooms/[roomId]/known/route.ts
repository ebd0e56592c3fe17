import * as v from 'valibot';
import { post, refusal, roomInAddress } from '#app/api-route.ts';
import { RoomId } from '#lib/dialogue/id.ts';
import type { Known } from '#lib/rights/known.ts';
import { PlainRequest } from '#lib/rights/record.ts';
import { knownOf } from '#prisma/known.ts';
import { sittingOf } from '#prisma/rooms.ts';

/** Everything that stands on this server about a room and about who asks. */
export const POST = post(
  { action: 'record:read', room: roomInAddress, schema: PlainRequest },
  async ({ db, params, actor: { userId } }) => {
    const roomId = v.parse(RoomId, params['roomId']);
    const sitting = userId && (await sittingOf(db, roomId, userId));
    if (!userId || !sitting) return refusal(404, 'not-found');
    const { seat, leftAt } = sitting;
    const known: Known = { tables: [...(await knownOf(db, { roomId, userId, seat, leftAt }))] };
    return { body: known };
  },
);
