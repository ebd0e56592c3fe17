import * as v from 'valibot';
import { type Answer, post, refusal } from '#app/api-route.ts';
import { ReadRequest, type SessionRecord } from '#lib/archive.ts';
import { fold } from '#lib/dialogue/evolve.ts';
import { SessionId } from '#lib/dialogue/id.ts';
import { newSession } from '#lib/dialogue/state.ts';
import { redact } from '#lib/dialogue/view.ts';
import { createEventStore } from '#prisma/event-store.ts';
import { exportAgreements } from '#prisma/export-agreements.ts';
import { noteReading } from '#prisma/readings.ts';
import { isTheirs, roomSeats, sittingOf } from '#prisma/rooms.ts';
import { sessionOf } from '#prisma/sessions.ts';
import { sharedLibrary } from '#prisma/shared-library.ts';

/**
 * The whole log of one session, to look back at or to take along. That somebody reads it is noted
 * before anything is given; when that cannot be, nothing is. To take along are only words that both
 * kept: one's own, or (`not-agreed` without it) with a yes of both those of both.
 */
export const POST = post(
  {
    action: 'transcript:read',
    room: async (params, db) => {
      const sessionId = v.safeParse(SessionId, params['sessionId']);
      return sessionId.success ? ((await sessionOf(db, sessionId.output))?.roomId ?? null) : null;
    },
    schema: ReadRequest,
  },
  async ({ db, params, actor, input, now }): Promise<Answer> => {
    const sessionId = v.parse(SessionId, params['sessionId']);
    const session = await sessionOf(db, sessionId);
    const sitting = session && actor.userId && (await sittingOf(db, session.roomId, actor.userId));
    const exercise = session && (await sharedLibrary()).findDefinition(session.exercise);
    if (!session || !sitting || !exercise || !isTheirs(sitting, session.openedAt)) {
      return refusal(404, 'not-found');
    }
    const { roomId } = session;
    const { seat: you, takenAt } = sitting;
    if (input.what === 'export' && session.words !== 'kept') return refusal(409, 'not-kept');
    if (input.what === 'export' && input.whose === 'ours') {
      const agreed = await exportAgreements(db, roomId, now);
      if (agreed.a === null || agreed.b === null) return refusal(409, 'not-agreed');
    }
    try {
      await noteReading(db, { roomId, seat: you, what: input.what, sessionId, now });
    } catch {
      return refusal(503, 'storage');
    }
    const events = await createEventStore(db).read(sessionId, 0);
    const state = fold(exercise, newSession, events);
    const seats = await roomSeats(db, roomId);
    const onlyOwn = input.what === 'export' && input.whose === 'mine';
    const record: SessionRecord = {
      roomId,
      you,
      sealedNames: { a: seats.a.sealedName, b: seats.b.sealedName },
      events: events.map((event) => {
        const seen = redact(event, state, you, takenAt);
        return onlyOwn && seen.author !== you ? { ...seen, sealed: null } : seen;
      }),
    };
    return { body: record };
  },
);
