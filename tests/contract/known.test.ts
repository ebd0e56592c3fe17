import { describe, expect, it } from 'vitest';
import { holdings } from '#lib/rights/known.ts';
import { authTerms, beginAuthSession } from '#prisma/auth-sessions.ts';
import type { Database } from '#prisma/client.ts';
import { noteConsent } from '#prisma/consents.ts';
import { createEventStore } from '#prisma/event-store.ts';
import { makeInvitation } from '#prisma/invitations.ts';
import { knownOf } from '#prisma/known.ts';
import { noteReading } from '#prisma/readings.ts';
import { openSession } from '#prisma/sessions.ts';
import { connectionTo, databaseFile, exercise, fresh, ownedRoom } from './database-file.ts';
import { wordsAt } from './event-arbitrary.ts';
import { ObservedRoom } from './observed-room.ts';

async function columnsOf(db: Database): Promise<Record<string, readonly string[]>> {
  const rows = await db.$queryRaw<{ table: string; column: string }[]>`
    SELECT "schema"."name" AS "table", "info"."name" AS "column"
    FROM "sqlite_schema" AS "schema", pragma_table_info("schema"."name") AS "info"
    WHERE "schema"."type" = 'table'`;
  const columns: Record<string, string[]> = {};
  for (const { table, column } of rows) columns[table] = [...(columns[table] ?? []), column];
  return columns;
}

const owners = ['roomId', 'sessionId', 'userId', 'holderId', 'authSessionId', 'caseId'];

describe('What the server knows', () => {
  it('is told of every table and every column in which something of somebody stands', async () => {
    const db = await connectionTo(await databaseFile());
    const columns = await columnsOf(db);
    const personal = Object.keys(columns).filter((table) =>
      columns[table]?.some((column) => owners.includes(column)),
    );
    expect(personal.length).toBeGreaterThan(15);
    expect(Object.keys(holdings)).toEqual(expect.arrayContaining(personal));
    for (const [table, told] of Object.entries(holdings)) {
      if (table === 'Event') continue;
      expect({ [table]: Object.keys(told).toSorted() }).toEqual({
        [table]: columns[table]?.toSorted(),
      });
    }
  });

  it('is exactly what is in the database', async () => {
    const db = await connectionTo(await databaseFile());
    const { roomId, userId } = await ownedRoom(db);
    await ownedRoom(db);
    const sessionId = fresh.session();
    await openSession(db, { sessionId, roomId, exercise, now: 2_000 });
    const store = createEventStore(db);
    for (const seq of [1, 2, 3]) await store.append(sessionId, wordsAt(seq, 'twelve chars'));
    const invitation = { invitationId: fresh.invitation(), tokenHash: fresh.digest() };
    const wrappedKey = 'wrapped key';
    await makeInvitation(db, { ...invitation, roomId, seat: 'b', wrappedKey, now: 3_000 });
    const what = 'transcript';
    await noteReading(db, { roomId, seat: 'a', what, sessionId, now: 4_000 });
    await noteConsent(db, { userId, text: 'guest', version: 1, now: 5_000 });
    const term = authTerms.guest;
    const stay = { userId, way: 'guest', device: 'Firefox, Linux', term, now: 6_000 } as const;
    await beginAuthSession(db, stay);

    const known = await knownOf(db, { roomId, userId, seat: 'a', leftAt: null });
    const counts = Object.fromEntries(known.map(({ table, count }) => [table, count]));
    const filled = Object.fromEntries(Object.entries(counts).filter(([, count]) => count > 0));
    expect(filled).toEqual({
      Room: 1,
      Seat: 1,
      Session: 1,
      Event: 3,
      Invitation: 1,
      Reading: 1,
      User: 1,
      AuthSession: 1,
      Consent: 1,
    });
    const shown = (table: string, column: string) =>
      known
        .find((entry) => entry.table === table)
        ?.rows[0]?.find((entry) => entry.column === column)?.shown;
    expect(shown('Seat', 'sealedName')).toEqual({ holding: 'sealed', length: 16 });
    expect(shown('Seat', 'userId')).toEqual({ holding: 'id', text: userId });
    expect(shown('Event', 'sealed')).toEqual({ holding: 'sealed', length: 36 });
    expect(shown('Event', 'kinds')).toEqual({ holding: 'plain', text: 'sent' });
    expect(shown('Invitation', 'tokenHash')).toEqual({ holding: 'digest', length: 43 });
    expect(shown('Invitation', 'redeemedAt')).toEqual({ holding: 'nothing' });
    expect(shown('Reading', 'at')).toEqual({ holding: 'time', at: 4_000 });
    expect(JSON.stringify(known)).not.toContain('twelve chars');
    expect(JSON.stringify(known)).not.toContain('wrapped key');
  });

  it('of what was before a seat was left to somebody, tells them nothing', async () => {
    const db = await connectionTo(await databaseFile());
    const { roomId, userId } = await ownedRoom(db);
    const sessionId = fresh.session();
    await openSession(db, { sessionId, roomId, exercise, now: 2_000 });
    await createEventStore(db).append(sessionId, wordsAt(1));
    const known = await knownOf(db, { roomId, userId, seat: 'a', leftAt: 2_500 });
    expect(JSON.stringify(known)).not.toContain(sessionId);
  });

  it('of who watched, is what both saw of them; and nothing from before a seat was left', async () => {
    const { db, roomId, partners, now, ...room } = await observed();
    const known = await knownOf(db, { roomId, userId: partners.a, seat: 'a', leftAt: null });
    const row = known.find(({ table }) => table === 'Observation')?.rows[0];
    const shown = (column: string) => row?.find((entry) => entry.column === column)?.shown;
    expect(shown('name')).toEqual({ holding: 'plain', text: 'Lena Smets' });
    expect(shown('verified')).toEqual({ holding: 'yes-no', yes: false });
    expect(shown('privateA')).toMatchObject({ holding: 'yes-no' });
    expect(shown('lensA')).toMatchObject({ holding: 'plain' });
    // What the other chose is not in it, turned or not.
    expect([shown('lensB'), shown('privateB')]).toEqual([
      { holding: 'theirs' },
      { holding: 'theirs' },
    ]);
    expect(shown('nonce')).toMatchObject({ holding: 'digest' });
    const later = await knownOf(db, { roomId, userId: partners.a, seat: 'a', leftAt: now });
    expect(JSON.stringify(later)).not.toContain('Lena Smets');
    expect(JSON.stringify(later)).not.toContain(room.caseId);
    // Which of the two turned a key, or let her go, is not for her to know.
    const { therapist: userId, caseId } = room;
    const hers = await knownOf(db, { roomId: fresh.room(), userId, seat: null, leftAt: null });
    const counts = Object.fromEntries(hers.map(({ table, count }) => [table, count]));
    expect(counts).toMatchObject({ Case: 1, Observation: 0, ObservationBundle: 0 });
    expect(JSON.stringify(hers)).toContain(caseId);
  });
});

const endings = ['a', 'b', 'observer'] as const;
for (const endedBy of endings) {
  it(`tells no partner that the other said no to somebody who waited (${endedBy})`, async () => {
    const room = await ObservedRoom.open();
    const { db, roomId, partners } = room;
    await room.asked();
    const id = await room.knocked();
    await db.observation.update({ where: { id }, data: { endedAt: 9_000n, endedBy } });
    const known = await knownOf(db, { roomId, userId: partners.a, seat: 'a', leftAt: null });
    const row = known.find(({ table }) => table === 'Observation')?.rows[0];
    const own = { holding: 'plain', text: 'a' };
    expect(row?.find(({ column }) => column === 'endedBy')?.shown).toEqual(
      endedBy === 'a' ? own : { holding: 'theirs' },
    );
  });
}

async function observed() {
  const room = await ObservedRoom.open();
  const { db, roomId, partners, therapist, now } = room;
  const caseId = await room.asked();
  const id = await room.knocked();
  await room.turn('a', id);
  await room.turn('b', id, 'words', true);
  await room.answer('a', id);
  await room.reveal(id);
  await room.give('a', id);
  return { db, roomId, partners, therapist, now, caseId };
}
