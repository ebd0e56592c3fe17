import { describe, expect, it } from 'vitest';
import {
  forgetSpentTickets,
  makeTicket,
  readTicket,
  takeTicket,
  voidTickets,
} from '#prisma/tickets.ts';
import { connectionTo, databaseFile, fresh } from './database-file.ts';

const now = 1_764_000_000_000;
const minute = 60_000;

async function made() {
  const db = await connectionTo(await databaseFile());
  const userId = fresh.user();
  const secret = await makeTicket(db, 'reset', { userId, detail: 'why', now });
  return { db, userId, secret };
}

describe('A ticket', () => {
  it('has 256 random bits, of which the database has the digest', async () => {
    const { db, secret } = await made();
    expect(Buffer.from(secret, 'base64url')).toHaveLength(32);
    const rows = await db.ticket.findMany();
    expect(JSON.stringify(rows.map(({ hash, detail }) => [hash, detail]))).not.toContain(secret);
  });

  it('can be looked at, and is used once, however many try (20)', async () => {
    const { db, userId, secret } = await made();
    expect(await readTicket(db, 'reset', secret, now)).toEqual({ userId, detail: 'why' });
    const taken = await Promise.all(
      Array.from({ length: 20 }, () => takeTicket(db, 'reset', secret, now + 1)),
    );
    expect(taken.filter((one) => one !== null)).toEqual([{ userId, detail: 'why' }]);
    expect(await readTicket(db, 'reset', secret, now + 2)).toBeNull();
  });

  it('is good for one thing', async () => {
    const { db, secret } = await made();
    for (const other of ['in', 'link', 'create', 'second', 'totp'] as const) {
      expect(await takeTicket(db, other, secret, now)).toBeNull();
    }
    expect(await takeTicket(db, 'reset', secret, now)).not.toBeNull();
  });

  it.each([
    ['in', 2],
    ['reset', 10],
    ['link', 10],
    ['second', 10],
    ['create', 60],
    ['passkey-challenge', 5],
  ] as const)('to %s is good for %i minutes', async (purpose, minutes) => {
    const { db } = await made();
    const secret = await makeTicket(db, purpose, { userId: null, detail: '', now });
    const end = now + minutes * minute;
    expect(await readTicket(db, purpose, secret, end - 1)).not.toBeNull();
    expect(await readTicket(db, purpose, secret, end)).toBeNull();
    expect(await takeTicket(db, purpose, secret, end)).toBeNull();
  });

  it('is worthless once its user’s tickets are void, and no other is', async () => {
    const { db, userId, secret } = await made();
    const other = await makeTicket(db, 'in', { userId: fresh.user(), detail: '', now });
    await voidTickets(db, userId);
    expect(await takeTicket(db, 'reset', secret, now)).toBeNull();
    expect(await takeTicket(db, 'in', other, now)).not.toBeNull();
  });

  it('is forgotten when it was used or ran out', async () => {
    const { db, secret } = await made();
    const used = await makeTicket(db, 'in', { userId: null, detail: '', now });
    await takeTicket(db, 'in', used, now);
    await forgetSpentTickets(db, now + minute);
    expect(await db.ticket.count()).toBe(1);
    expect(await readTicket(db, 'reset', secret, now + minute)).not.toBeNull();
    await forgetSpentTickets(db, now + 10 * minute);
    expect(await db.ticket.count()).toBe(0);
  });
});
