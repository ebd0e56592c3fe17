import { stat } from 'node:fs/promises';
import Sqlite from 'better-sqlite3';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createDatabase } from '#prisma/client.ts';
import { createEventStore } from '#prisma/event-store.ts';
import { migrate } from '#prisma/migrate.ts';
import { connectionTo, databaseFile, sessionIn } from './database-file.ts';
import { wordsAt } from './event-arbitrary.ts';

async function pragmas(db: Awaited<ReturnType<typeof connectionTo>>) {
  const names = ['journal_mode', 'synchronous', 'foreign_keys', 'secure_delete', 'temp_store'];
  const found = await Promise.all(
    names.map((name) => db.$queryRawUnsafe<Record<string, unknown>[]>(`PRAGMA ${name}`)),
  );
  return found.map(([row]) => String(Object.values(row ?? {})[0]));
}

const settings = ['wal', '2', '1', '1', '2'];

describe('The database', () => {
  it('has the settings its promises rest on, on every opening and reconnection', async () => {
    const file = await databaseFile();
    const first = await connectionTo(file);
    expect(await pragmas(first)).toEqual(settings);
    // A file that is in write-ahead mode already is where better-sqlite3 chooses NORMAL.
    const second = await connectionTo(file);
    expect(await pragmas(second)).toEqual(settings);
    await second.$disconnect();
    expect(await pragmas(second)).toEqual(settings);
    const [row] = await first.$queryRaw<{ timeout: bigint }[]>`PRAGMA busy_timeout`;
    expect(Number(row?.timeout)).toBeLessThanOrEqual(50);
  });

  it('does not open where it cannot keep its promises', async () => {
    await expect(createDatabase({ file: ':memory:' })).rejects.toThrow(
      'The database has journal_mode at "memory" where it must be "wal"',
    );
    await expect(createDatabase({ file: '/nowhere/weerklank.db' })).rejects.toThrow();
  });

  it('is migrated once, also while it is in use', async () => {
    const file = await databaseFile();
    expect(await migrate(file)).toEqual([]);
    const db = await connectionTo(file);
    const store = createEventStore(db);
    const sessionId = await sessionIn(db);
    await store.append(sessionId, wordsAt(1));
    expect(await migrate(file)).toEqual([]);
    expect(await store.append(sessionId, wordsAt(2))).toEqual({ kind: 'appended', seq: 2 });
  });

  it('is not migrated over tables of something else', async () => {
    const file = await databaseFile();
    const other = new Sqlite(file);
    other.exec('DROP TABLE "_prisma_migrations"');
    other.close();
    await expect(migrate(file)).rejects.toThrow(/P3005|not empty/);
    expect((await stat(file)).size).toBeGreaterThan(0);
  });

  it('holds the rules that its schema cannot say', async () => {
    const db = await connectionTo(await databaseFile());
    const rows = await db.$queryRaw<{ name: string }[]>`
      SELECT "name" FROM "sqlite_schema"
      WHERE "type" = 'trigger' OR ("type" = 'index' AND "sql" LIKE '% WHERE %') ORDER BY "name"`;
    expect(rows.map(({ name }) => name)).toEqual([
      'Account_needs_no_link',
      'Appointment_changes',
      'Appointment_comes',
      'Appointment_goes',
      'AuthSession_ends',
      'AuthSession_goes',
      'AuthSession_takes_keys',
      'Case_ends',
      'Case_is_of_no_partner',
      'Case_open_key',
      'Case_stays_ended',
      'Case_uses_link',
      'Event_erased_idx',
      'Event_follows',
      'Event_sealed_idx',
      'Event_stays',
      'Homework_changes',
      'Homework_comes',
      'Homework_goes',
      'Invitation_replaces',
      'KeyRequest_changes',
      'KeyRequest_comes',
      'KeyRequest_goes',
      'Keyholder_goes',
      'Keyholder_is_removed',
      'ObservationBundle_comes',
      'ObservationBundle_needs_both',
      'Observation_admits',
      'Observation_changes',
      'Observation_comes',
      'Observation_comes_waiting',
      'Observation_ends',
      'Observation_goes',
      'Observation_is_for_one_session',
      'Observation_needs_both',
      'Observation_open_key',
      'Observation_stays',
      'Observation_stays_ended',
      'ObserverInvitation_changes',
      'ObserverInvitation_comes',
      'ObserverInvitation_replaces',
      'Room_changes',
      'Room_changes_key',
      'Seat_changes',
      'Seat_changes_hands',
      'Seat_ends_observing',
      'Seat_takes_keys',
      'Session_ends_observing',
      'Session_is_forgotten',
      'Session_roomId_open_key',
    ]);
  });

  it('changes nothing about an event but that its words go', async () => {
    const file = await databaseFile();
    const db = await connectionTo(file);
    const sessionId = await sessionIn(db);
    await createEventStore(db).append(sessionId, wordsAt(1));
    const other = new Sqlite(file);
    onTestFinished(() => {
      other.close();
    });
    const columns = ['seq', 'moveId', 'author', 'at', 'v', 'fact', 'sealed', 'prev', 'hash'];
    for (const column of columns) {
      expect(() => other.exec(`UPDATE "Event" SET "${column}" = 7`)).toThrow(
        'an event never changes',
      );
    }
    expect(() => other.exec(`UPDATE "Event" SET "sealed" = NULL, "hash" = NULL`)).toThrow();
    other.exec('UPDATE "Event" SET "sealed" = NULL');
  });
});
