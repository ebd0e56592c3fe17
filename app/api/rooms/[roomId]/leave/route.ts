import * as v from 'valibot';
import { post, refusal, roomInAddress } from '#app/api-route.ts';
import { RoomId } from '#lib/dialogue/id.ts';
import { PlainRequest } from '#lib/rights/record.ts';
import { leaveRoom } from '#prisma/leaving.ts';
import { sharedLibrary } from '#prisma/shared-library.ts';

/** Leaves a room for good. The last one to leave takes the room with them. */
export const POST = post(
  { action: 'room:leave', room: roomInAddress, schema: PlainRequest },
  async ({ db, params, actor, now }) => {
    const { userId } = actor;
    if (!userId) return refusal(404, 'not-found');
    const { findDefinition: findExercise } = await sharedLibrary();
    await leaveRoom(db, { roomId: v.parse(RoomId, params['roomId']), userId, now, findExercise });
    return { body: { ok: true } };
  },
);
