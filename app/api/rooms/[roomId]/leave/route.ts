import * as v from 'valibot';
import { post, refusal, roomInAddress } from '#app/api-route.ts';
import { RoomId } from '#lib/dialogue/id.ts';
import { LeaveRequest } from '#lib/rights/record.ts';
import { leaveRoom } from '#prisma/leaving.ts';
import { sharedLibrary } from '#prisma/shared-library.ts';

/** Leaves a room for good. The last one to leave takes the room with them. */
export const POST = post(
  { action: 'room:leave', room: roomInAddress, schema: LeaveRequest },
  async ({ db, params, actor, input, now }) => {
    const { userId } = actor;
    if (!userId) return refusal(404, 'not-found');
    const { findDefinition: findExercise } = await sharedLibrary();
    const roomId = v.parse(RoomId, params['roomId']);
    await leaveRoom(db, { ...input, roomId, userId, now, findExercise });
    return { body: { ok: true } };
  },
);
