import * as v from 'valibot';
import { get, refusal, roomInAddress } from '#app/api-route.ts';
import { RoomId } from '#lib/dialogue/id.ts';
import type { RoomRights } from '#lib/rights/record.ts';
import { exportAgreements } from '#prisma/export-agreements.ts';
import { readingsOf } from '#prisma/reading-log.ts';
import { retentionIn } from '#prisma/retention.ts';
import { roomSeats, sittingOf } from '#prisma/rooms.ts';
import { watchingsIn } from '#prisma/watchings.ts';

/** What both can see of their rights in this room: how long things are kept, who read what and who watched, who agreed. */
export const GET = get(
  { action: 'record:read', room: roomInAddress },
  async ({ db, params, actor, now }) => {
    const roomId = v.parse(RoomId, params['roomId']);
    const sitting = actor.userId && (await sittingOf(db, roomId, actor.userId));
    if (!sitting) return refusal(404, 'not-found');
    const { a, b } = await roomSeats(db, roomId);
    const rights: RoomRights = {
      you: sitting.seat,
      sealedNames: { a: a.sealedName, b: b.sealedName },
      leftAt: { a: a.leftAt, b: b.leftAt },
      retention: await retentionIn(db, roomId),
      agreed: await exportAgreements(db, roomId, now),
      readings: [...(await readingsOf(db, roomId, sitting.leftAt ?? 0))],
      watchings: [...(await watchingsIn(db, roomId, sitting.leftAt ?? 0))],
    };
    return { body: rights };
  },
);
