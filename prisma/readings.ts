import type { RoomId, SessionId, Time } from '#lib/dialogue/id.ts';
import type { Seat } from '#lib/dialogue/seat.ts';
import type { Database } from './client.ts';
import { patiently } from './patiently.ts';

/** Notes durably who is about to read what of a room; throws when it cannot, and then nothing is given. */
export async function noteReading(
  db: Database,
  reading: {
    roomId: RoomId;
    seat: Seat;
    what: 'transcript' | 'export' | 'keys';
    sessionId: SessionId | null;
    now: Time;
  },
): Promise<void> {
  const { roomId, seat, what, sessionId, now } = reading;
  await patiently(
    () => db.$executeRaw`
      INSERT INTO "Reading" ("roomId", "seat", "what", "sessionId", "at")
      VALUES (${roomId}, ${seat}, ${what}, ${sessionId}, ${now})`,
  );
}
