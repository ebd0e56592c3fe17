import { randomBytes } from 'node:crypto';
import * as v from 'valibot';
import { decide } from '#lib/dialogue/decide.ts';
import type { DialogueEvent } from '#lib/dialogue/event.ts';
import { fold } from '#lib/dialogue/evolve.ts';
import type { ExerciseDefinition, ExerciseRef } from '#lib/dialogue/exercise.ts';
import { MoveId, type RoomId, type SessionId, type Time } from '#lib/dialogue/id.ts';
import { legalMoves } from '#lib/dialogue/legal.ts';
import type { Move, MoveType } from '#lib/dialogue/move.ts';
import type { Seat } from '#lib/dialogue/seat.ts';
import { type Begun, newSession } from '#lib/dialogue/state.ts';
import type { Database } from './client.ts';
import { createEventStore } from './event-store.ts';
import { isTheirs } from './rooms.ts';
import { markEnded, markWords, type SessionEntry, sessionsOf } from './sessions.ts';
import { StorageTrouble } from './storage-failure.ts';

/** Another move took the place this often, or the disk did not take it, before it is given up. */
const tries = 20;
/** As many as one move may name. */
const mostSeqs = 500;

/** Somebody in a seat, for whom moves are made on their demand. */
export interface Mover {
  roomId: RoomId;
  seat: Seat;
  /** Sessions from before the seat was left to them are not theirs. */
  leftAt: Time | null;
  now: Time;
  findExercise: (ref: ExerciseRef) => ExerciseDefinition | undefined;
}

/** What a seat still has to say in a session; null when nothing is left. */
type Choice = (state: Begun, legal: readonly MoveType[]) => Move | null;

/**
 * What leaving a room means for its sessions, by moves that are this seat's to make: the one that is
 * open is stopped (rule P1), and words about which this seat had not said yes are not kept (rule C2),
 * so that nobody who sits there later can answer for them. Throws `StorageTrouble` when a log did not
 * take them; asking again is harmless.
 */
export async function sayLastWord(db: Database, mover: Mover): Promise<void> {
  const undecided = (await sessionsOf(db, mover.roomId)).filter(
    ({ endedAt, words }) => endedAt === null || words === 'asked',
  );
  for (const session of undecided) {
    await make(db, session, mover, (_state, legal) => {
      if (legal.includes('stop')) return { type: 'stop' };
      return legal.includes('keep') ? { type: 'keep', keep: false } : null;
    });
  }
}

/**
 * Erases every word this seat said in the sessions of a room (rule C4); what the other said stays. Words
 * go once the log says that they did. Throws `StorageTrouble` when not all of it could be done; asking
 * again is harmless, and does the rest.
 */
export async function eraseOwnWords(db: Database, mover: Mover): Promise<void> {
  for (const session of await sessionsOf(db, mover.roomId)) {
    const made = await make(db, session, mover, ({ content }) => {
      const own = content.filter(({ by }) => by === mover.seat).map(({ seq }) => seq);
      return own.length > 0 ? { type: 'erase', seqs: own.slice(0, mostSeqs) } : null;
    });
    if (!made) continue;
    const standing = new Set(made.state.content.map(({ seq }) => seq));
    const erased = made.events.filter(
      ({ seq, author, sealed }) => author === mover.seat && sealed !== null && !standing.has(seq),
    );
    if (erased.length === 0) continue;
    const seqs = erased.map(({ seq }) => seq);
    const { kind } = await createEventStore(db).eraseWords(session.sessionId, seqs);
    if (kind === 'failed') throw new StorageTrouble('Words could not be erased');
  }
}

/** A session as it is when nothing is left to say in it. */
interface Made {
  state: Begun;
  events: readonly DialogueEvent[];
}

/**
 * Makes the moves a seat chooses, one after another, and carries out what they mean outside the log.
 * Null for a session in which this seat has nothing to say.
 */
async function make(
  db: Database,
  { sessionId, exercise, openedAt }: SessionEntry,
  { seat, leftAt, now, findExercise }: Mover,
  choose: Choice,
): Promise<Made | null> {
  const definition = findExercise(exercise);
  if (!definition || !isTheirs({ leftAt }, openedAt)) return null;
  const store = createEventStore(db);
  for (let attempt = 0; attempt < tries; ) {
    const events = await store.read(sessionId, 0);
    const state = fold(definition, newSession, events);
    if (state.status === 'new') return null;
    const move = choose(state, legalMoves(definition, state, seat));
    if (!move) {
      await settle(db, sessionId, state);
      return { state, events };
    }
    const moveId = v.parse(MoveId, randomBytes(16).toString('base64url'));
    const verdict = decide(definition, state, { moveId, move, words: null }, seat, now);
    if (!verdict.ok) throw new Error(`A move that is legal was refused: ${verdict.reason}`);
    const { kind } = await store.append(sessionId, verdict.value);
    // A place that was taken meanwhile, and a disk that did not take it, are both tried again.
    if (kind !== 'appended') attempt += 1;
  }
  throw new StorageTrouble('A log did not take a move');
}

async function settle(db: Database, sessionId: SessionId, state: Begun): Promise<void> {
  if (state.status !== 'ended') return;
  await markEnded(db, sessionId, state.endedAt);
  if (state.words !== 'asked') await markWords(db, sessionId, state.words);
  if (state.words !== 'gone') return;
  const { kind } = await createEventStore(db).eraseWords(sessionId, 'all');
  if (kind === 'failed') throw new StorageTrouble('Words could not be erased');
}
