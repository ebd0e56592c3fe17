import * as v from 'valibot';
import { post, refusal, roomInAddress } from '#app/api-route.ts';
import { RoomId } from '#lib/dialogue/id.ts';
import { AgreementRequest } from '#lib/rights/record.ts';
import { agreeToExport } from '#prisma/export-agreements.ts';
import { seatOf } from '#prisma/rooms.ts';

/** One partner's yes to an export of both their words, or that yes taken back. It counts for a day. */
export const POST = post(
  { action: 'export:agree', room: roomInAddress, schema: AgreementRequest },
  async ({ db, params, actor, input, now }) => {
    const roomId = v.parse(RoomId, params['roomId']);
    const seat = actor.userId && (await seatOf(db, roomId, actor.userId));
    if (!seat) return refusal(404, 'not-found');
    await agreeToExport(db, { roomId, seat, agree: input.agree, now });
    return { body: { ok: true } };
  },
);
