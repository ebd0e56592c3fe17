import * as v from 'valibot';
import { post, refusal, roomInAddress } from '#app/api-route.ts';
import { RoomId } from '#lib/dialogue/id.ts';
import { Attend, type Attended } from '#lib/observation.ts';
import { takeAttendStep } from '#prisma/attending.ts';
import { caseOf } from '#prisma/cases.ts';
import { attendanceOf, endStaleObservations } from '#prisma/observations.ts';

/** The steps of a therapist who asks to watch. Without a case that is open the room is not there for her. */
export const POST = post(
  { action: 'observation:attend', room: roomInAddress, schema: Attend },
  async ({ db, params, actor: { userId }, input, now }) => {
    const roomId = v.parse(RoomId, params['roomId']);
    const caseId = userId && (await caseOf(db, { roomId, userId }));
    if (!userId || !caseId) return refusal(404, 'not-found');
    await endStaleObservations(db, now, roomId);
    if (input.step !== 'state') await takeAttendStep(db, input, { roomId, userId, caseId, now });
    const body: Attended = { caseId, observation: await attendanceOf(db, caseId) };
    return { body };
  },
);
