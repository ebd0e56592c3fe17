import * as v from 'valibot';
import { get, refusal, roomInAddress } from '#app/api-route.ts';
import type { PastSession } from '#lib/archive.ts';
import { RoomId } from '#lib/dialogue/id.ts';
import { isTheirs, sittingOf } from '#prisma/rooms.ts';
import { pastSessions } from '#prisma/sessions.ts';

/** The sessions of a room that are over, and that are this one's to read. */
export const GET = get({ action: 'room:list', room: roomInAddress }, async (asked) => {
  const { db, params, actor } = asked;
  const roomId = v.parse(RoomId, params['roomId']);
  const sitting = actor.userId && (await sittingOf(db, roomId, actor.userId));
  if (!sitting) return refusal(404, 'not-found');
  const all = await pastSessions(db, roomId);
  const found = all.filter(({ openedAt }) => isTheirs(sitting, openedAt));
  const sessions = found.map(
    ({ sessionId, exercise, openedAt, endedAt, words }): PastSession => ({
      sessionId,
      exercise,
      openedAt,
      endedAt,
      words,
    }),
  );
  return { body: { sessions } };
});
