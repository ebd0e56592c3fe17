import * as v from 'valibot';
import { post, refusal, roomInAddress } from '#app/api-route.ts';
import { RoomId } from '#lib/dialogue/id.ts';
import { RetentionRequest } from '#lib/rights/record.ts';
import { setRetention } from '#prisma/retention.ts';
import { seatOf } from '#prisma/rooms.ts';

/** For how long somebody wants the sessions of their room to be kept; the shorter wish of the two holds. */
export const POST = post(
  { action: 'retention:set', room: roomInAddress, schema: RetentionRequest },
  async ({ db, params, actor, input }) => {
    const roomId = v.parse(RoomId, params['roomId']);
    const seat = actor.userId && (await seatOf(db, roomId, actor.userId));
    if (!seat) return refusal(404, 'not-found');
    await setRetention(db, { roomId, seat, months: input.months });
    return { body: { ok: true } };
  },
);
