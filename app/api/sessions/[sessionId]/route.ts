import { NextResponse } from 'next/server';
import * as v from 'valibot';
import { visitor } from '#app/visitor.ts';
import type { SessionRecord } from '#lib/archive.ts';
import { fold } from '#lib/dialogue/evolve.ts';
import { SessionId } from '#lib/dialogue/id.ts';
import { newSession } from '#lib/dialogue/state.ts';
import { redact } from '#lib/dialogue/view.ts';
import { createEventStore } from '#prisma/event-store.ts';
import { roomSeats, sittingOf } from '#prisma/rooms.ts';
import { sessionOf } from '#prisma/sessions.ts';
import { database } from '#prisma/shared.ts';
import { sharedLibrary } from '#prisma/shared-library.ts';

type Context = { params: Promise<{ sessionId: string }> };

/**
 * The whole log of one session, for its replay. Only reads: nothing here can reach a live room. Not
 * found for anyone without a seat in its room.
 */
export async function GET(_request: Request, { params }: Context): Promise<NextResponse> {
  const notFound = () => NextResponse.json({ reason: 'not-found' }, { status: 404 });
  const sessionId = v.safeParse(SessionId, (await params).sessionId);
  const userId = await visitor();
  if (!sessionId.success || !userId) return notFound();
  const db = await database();
  const session = await sessionOf(db, sessionId.output);
  const sitting = session && (await sittingOf(db, session.roomId, userId));
  const exercise = session && (await sharedLibrary()).findDefinition(session.exercise);
  if (!session || !sitting || !exercise) return notFound();
  const { seat: you, takenAt } = sitting;
  const events = await createEventStore(db).read(sessionId.output, 0);
  const state = fold(exercise, newSession, events);
  const seats = await roomSeats(db, session.roomId);
  const record: SessionRecord = {
    roomId: session.roomId,
    you,
    sealedNames: { a: seats.a.sealedName, b: seats.b.sealedName },
    events: events.map((event) => redact(event, state, you, takenAt)),
  };
  return NextResponse.json(record, { headers: { 'cache-control': 'no-store' } });
}
