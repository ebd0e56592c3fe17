import type { RoomId, SessionId, Time } from '#lib/dialogue/id.ts';
import type { Seat } from '#lib/dialogue/seat.ts';
import type { Database } from './client.ts';
import { patiently } from './patiently.ts';

/** What somebody read. */
export type Read = 'transcript' | 'export' | 'keys';

/** One time that somebody read something of a room. */
export interface Reading {
  roomId: RoomId;
  seat: Seat;
  what: Read;
  /** Null for what is of no session. */
  sessionId: SessionId | null;
  now: Time;
}

/**
 * Writes down that somebody reads, for both partners to see. Done before the answer leaves: throws when
 * it could not be written, and then nothing may be given.
 */
export async function noteReading(db: Database, reading: Reading): Promise<void> {
  const { roomId, seat, what, sessionId, now } = reading;
  await patiently(
    () => db.$executeRaw`
      INSERT INTO "Reading" ("roomId", "seat", "what", "sessionId", "at")
      VALUES (${roomId}, ${seat}, ${what}, ${sessionId}, ${now})`,
  );
}
