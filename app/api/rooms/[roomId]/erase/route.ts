import * as v from 'valibot';
import { post, refusal, roomInAddress } from '#app/api-route.ts';
import { RoomId } from '#lib/dialogue/id.ts';
import { PlainRequest } from '#lib/rights/record.ts';
import { announceRoom } from '#prisma/news.ts';
import { eraseOwnWords } from '#prisma/own-moves.ts';
import { sittingOf } from '#prisma/rooms.ts';
import { sharedLibrary } from '#prisma/shared-library.ts';

/** Erases every word somebody said in the sessions of a room. What the other said stays. */
export const POST = post(
  { action: 'move:submit', room: roomInAddress, schema: PlainRequest },
  async ({ db, params, actor: { userId }, now }) => {
    const roomId = v.parse(RoomId, params['roomId']);
    const sitting = userId && (await sittingOf(db, roomId, userId));
    if (!sitting) return refusal(404, 'not-found');
    const { findDefinition: findExercise } = await sharedLibrary();
    await eraseOwnWords(db, { ...sitting, roomId, now, findExercise });
    await announceRoom(db, roomId);
    return { body: { ok: true } };
  },
);
