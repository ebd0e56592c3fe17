import { describe, expect, it } from 'vitest';
import type { SessionId } from '#lib/dialogue/id.ts';
import type { Seat } from '#lib/dialogue/seat.ts';
import { readingsOf } from '#prisma/reading-log.ts';
import { noteReading, type Read } from '#prisma/readings.ts';
import { connectionTo, databaseFile, fresh, ownedRoom } from './database-file.ts';

const minute = 60_000;
const sessionId = fresh.session();

/** A reading of the same talk by the same one, so many minutes after the first. */
const read = (
  minutes: number,
  change: { seat?: Seat; what?: Read; sessionId?: SessionId | null } = {},
) => ({
  seat: 'a' as const,
  what: 'transcript' as const,
  sessionId,
  now: minutes * minute,
  ...change,
});

async function noted(...readings: readonly ReturnType<typeof read>[]) {
  const db = await connectionTo(await databaseFile());
  const { roomId } = await ownedRoom(db);
  for (const reading of readings) await noteReading(db, { ...reading, roomId });
  return { db, roomId };
}

describe('Who read what', () => {
  it('is one line as long as each came within ten minutes of the next', async () => {
    const { db, roomId } = await noted(read(1), read(8), read(8), read(16), read(25), read(36));
    const line = { seat: 'a', what: 'transcript', sessionId };
    expect(await readingsOf(db, roomId)).toEqual([
      { ...line, at: 36 * minute, times: 1 },
      { ...line, at: 25 * minute, times: 5 },
    ]);
    expect(await readingsOf(db, roomId, 30 * minute)).toHaveLength(1);
  });

  it('is another line when another read, or something else was read', async () => {
    for (const other of [{ seat: 'b' }, { what: 'export' }, { sessionId: null }] as const) {
      const { db, roomId } = await noted(read(1), read(2, other), read(3));
      const lines = await readingsOf(db, roomId);
      expect(lines.map(({ times }) => times)).toEqual([2, 1]);
    }
  });

  it('cannot be pushed out of sight by reading something else often', async () => {
    const { db, roomId } = await noted(read(1, { what: 'export', seat: 'b' }), read(2));
    const keys = (at: number, seat: Seat) => ({ roomId, seat, what: 'keys', at });
    await db.reading.createMany({ data: [keys(3 * minute, 'a')] });
    const often = Array.from({ length: 700 }, (_, index) => keys((20 + index * 11) * minute, 'b'));
    await db.reading.createMany({ data: often });
    const lines = await readingsOf(db, roomId);
    const seen = lines.filter(({ what, seat }) => what !== 'keys' || seat === 'a');
    expect(seen.map(({ what }) => what)).toEqual(['keys', 'transcript', 'export']);
    expect(lines).toHaveLength(103);
  });
});
