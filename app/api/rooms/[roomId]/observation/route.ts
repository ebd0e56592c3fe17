import * as v from 'valibot';
import { post, refusal, roomInAddress } from '#app/api-route.ts';
import { RoomId } from '#lib/dialogue/id.ts';
import { Tend, type Tended } from '#lib/observation.ts';
import { appointmentsIn } from '#prisma/appointments.ts';
import { casesIn } from '#prisma/cases.ts';
import { homeworkIn } from '#prisma/homework.ts';
import { endStaleObservations, observationIn } from '#prisma/observations.ts';
import { openObserverInvitation } from '#prisma/observer-invitations.ts';
import { seatOf } from '#prisma/rooms.ts';
import { takeTendStep } from '#prisma/tending.ts';

/** The steps with which a partner lets an observer in or out, and what she gave between sessions. */
export const POST = post(
  { action: 'observation:tend', room: roomInAddress, schema: Tend },
  async ({ db, params, actor, input, now }) => {
    const roomId = v.parse(RoomId, params['roomId']);
    const seat = actor.userId && (await seatOf(db, roomId, actor.userId));
    if (!seat) return refusal(404, 'not-found');
    await endStaleObservations(db, now, roomId);
    if (input.step !== 'state') await takeTendStep(db, input, { roomId, seat, now });
    const body: Tended = {
      you: seat,
      invitation: await openObserverInvitation(db, roomId, now),
      observation: await observationIn(db, roomId, seat),
      cases: [...(await casesIn(db, roomId))],
      homework: [...(await homeworkIn(db, roomId, seat))],
      appointments: [...(await appointmentsIn(db, roomId))],
    };
    return { body };
  },
);
