import { randomBytes } from 'node:crypto';
import * as v from 'valibot';
import { decide } from '#lib/dialogue/decide.ts';
import { fold } from '#lib/dialogue/evolve.ts';
import type { ExerciseDefinition, ExerciseRef } from '#lib/dialogue/exercise.ts';
import { MoveId, type RoomId, type SessionId, type Time } from '#lib/dialogue/id.ts';
import { legalMoves } from '#lib/dialogue/legal.ts';
import type { Move } from '#lib/dialogue/move.ts';
import type { Seat } from '#lib/dialogue/seat.ts';
import { type Begun, newSession } from '#lib/dialogue/state.ts';
import type { EventStore } from '#lib/event-store.ts';
import type { Database } from './client.ts';
import { createEventStore } from './event-store.ts';
import { markEnded, markWords, undecidedSessions } from './sessions.ts';

/** Another move took the place this often before the session is left to the other. */
const tries = 10;

interface Leaver {
  roomId: RoomId;
  seat: Seat;
  now: Time;
  findExercise: (ref: ExerciseRef) => ExerciseDefinition | undefined;
}

/**
 * What leaving a room means for its sessions, by moves that are this seat's to make: the one that is
 * open is stopped (rule P1), and words about which this seat had not said yes are not kept (rule C2),
 * so that nobody who sits there later can answer for them. What follows is carried out too.
 */
export async function sayLastWord(db: Database, leaver: Leaver): Promise<void> {
  const store = createEventStore(db);
  for (const { sessionId, exercise } of await undecidedSessions(db, leaver.roomId)) {
    const definition = leaver.findExercise(exercise);
    const last = definition && (await finish(store, sessionId, definition, leaver));
    if (last?.status !== 'ended') continue;
    await markEnded(db, sessionId, last.endedAt);
    if (last.words !== 'asked') await markWords(db, sessionId, last.words);
    if (last.words === 'gone') await store.eraseWords(sessionId, 'all');
  }
}

/** How the session stands once this seat has nothing left to say; null for one without events. */
async function finish(
  store: EventStore,
  sessionId: SessionId,
  exercise: ExerciseDefinition,
  { seat, now }: Leaver,
): Promise<Begun | null> {
  for (let attempt = 0; attempt < tries; attempt += 1) {
    const state = fold(exercise, newSession, await store.read(sessionId, 0));
    if (state.status === 'new') return null;
    const legal = legalMoves(exercise, state, seat);
    const move: Move | null = legal.includes('stop')
      ? { type: 'stop' }
      : legal.includes('keep')
        ? { type: 'keep', keep: false }
        : null;
    if (!move) return state;
    const moveId = v.parse(MoveId, randomBytes(16).toString('base64url'));
    const verdict = decide(exercise, state, { moveId, move, words: null }, seat, now);
    // A place that was taken meanwhile, and a disk that did not take it, are both tried again.
    if (verdict.ok) await store.append(sessionId, verdict.value);
  }
  return null;
}
