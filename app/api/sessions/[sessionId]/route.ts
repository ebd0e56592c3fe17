import * as v from 'valibot';
import { get, refusal } from '#app/api-route.ts';
import type { SessionRecord } from '#lib/archive.ts';
import { fold } from '#lib/dialogue/evolve.ts';
import { SessionId } from '#lib/dialogue/id.ts';
import { newSession } from '#lib/dialogue/state.ts';
import { redact } from '#lib/dialogue/view.ts';
import { createEventStore } from '#prisma/event-store.ts';
import { roomSeats, sittingOf } from '#prisma/rooms.ts';
import { sessionOf } from '#prisma/sessions.ts';
import { sharedLibrary } from '#prisma/shared-library.ts';

/** The whole log of one session, for its replay. Only reads: nothing here can reach a live room. */
export const GET = get(
  {
    action: 'transcript:read',
    room: async (params, db) => {
      const sessionId = v.safeParse(SessionId, params['sessionId']);
      return sessionId.success ? ((await sessionOf(db, sessionId.output))?.roomId ?? null) : null;
    },
  },
  async ({ db, params, actor }) => {
    const sessionId = v.parse(SessionId, params['sessionId']);
    const session = await sessionOf(db, sessionId);
    const sitting = session && actor.userId && (await sittingOf(db, session.roomId, actor.userId));
    const exercise = session && (await sharedLibrary()).findDefinition(session.exercise);
    if (!session || !sitting || !exercise) return refusal(404, 'not-found');
    const { seat: you, takenAt } = sitting;
    const events = await createEventStore(db).read(sessionId, 0);
    const state = fold(exercise, newSession, events);
    const seats = await roomSeats(db, session.roomId);
    const record: SessionRecord = {
      roomId: session.roomId,
      you,
      sealedNames: { a: seats.a.sealedName, b: seats.b.sealedName },
      events: events.map((event) => redact(event, state, you, takenAt)),
    };
    return { body: record };
  },
);
