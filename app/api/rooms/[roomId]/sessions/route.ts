import * as v from 'valibot';
import { get, roomInAddress } from '#app/api-route.ts';
import type { PastSession } from '#lib/archive.ts';
import { RoomId } from '#lib/dialogue/id.ts';
import { pastSessions } from '#prisma/sessions.ts';

/** The sessions of a room that are over. */
export const GET = get({ action: 'room:list', room: roomInAddress }, async ({ db, params }) => {
  const found = await pastSessions(db, v.parse(RoomId, params['roomId']));
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
