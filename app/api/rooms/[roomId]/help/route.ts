import * as v from 'valibot';
import { post, refusal, roomInAddress } from '#app/api-route.ts';
import { RoomId } from '#lib/dialogue/id.ts';
import { KeyHelp, type KeyHelpState } from '#lib/key-help.ts';
import { keyRequestIn, takeKeyHelpStep } from '#prisma/key-requests.ts';
import { noteReading } from '#prisma/readings.ts';
import { seatOf } from '#prisma/rooms.ts';

/** The steps with which one partner asks the other for the room's keys. That keys were given is written down first. */
export const POST = post(
  { action: 'keys:help', room: roomInAddress, schema: KeyHelp },
  async ({ db, params, actor, input, now }) => {
    const roomId = v.parse(RoomId, params['roomId']);
    const seat = actor.userId && (await seatOf(db, roomId, actor.userId));
    if (!seat) return refusal(404, 'not-found');
    if (input.step === 'give') {
      await noteReading(db, { roomId, seat, what: 'keys', sessionId: null, now });
    }
    if (input.step !== 'state') await takeKeyHelpStep(db, input, { roomId, seat, now });
    const request = await keyRequestIn(db, roomId, now);
    return { body: { you: seat, request } satisfies KeyHelpState };
  },
);
