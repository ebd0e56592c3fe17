import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { Email } from '#lib/account.ts';
import type { UserId } from '#lib/dialogue/id.ts';
import { accountOf, createAccount, setPassword } from '#prisma/accounts.ts';
import { authTerms, endOtherAuthSessions } from '#prisma/auth-sessions.ts';
import { beginAccountSession } from '#prisma/begin-account-session.ts';
import type { Database } from '#prisma/client.ts';
import { makeTicket, readTicket, takeTicket, voidTickets } from '#prisma/tickets.ts';
import { keysEntry, passwordEntry } from '#tests/support/owner.ts';
import { connectionTo, databaseFile, fresh } from './database-file.ts';

const now = 1_764_000_000_000;
const entry = { ...passwordEntry('first'), passwordHash: 'hash' };

async function withAccount() {
  const db = await connectionTo(await databaseFile());
  const userId = fresh.user();
  const email = v.parse(Email, 'an@home.be');
  const account = { userId, email, role: 'partner', consent: 1, now } as const;
  await createAccount(db, { ...account, ...entry, ...keysEntry('an') });
  return { db, userId };
}

async function rowOf(db: Database, userId: UserId) {
  const account = await accountOf(db, userId);
  if (!account) throw new Error('No account');
  return account;
}

/** As both routes that put another password do. */
async function changePassword(db: Database, userId: UserId, at: number): Promise<void> {
  await setPassword(db, userId, { ...entry, passwordHash: 'another' }, null, at);
  await endOtherAuthSessions(db, { userId, but: null, now: at });
  await voidTickets(db, userId);
}

describe('Whoever was on the way in with the former password', () => {
  it.each(['in', 'second', 'link', 'reset'] as const)(
    'has nothing in a ticket to %s that was made afterwards',
    async (purpose) => {
      const { db, userId } = await withAccount();
      const before = await rowOf(db, userId);
      const made = (account: typeof before) =>
        makeTicket(db, purpose, { userId, account, detail: '', now });
      // At the very same moment, or with a clock that went back.
      await changePassword(db, userId, now);
      const late = await made(before);
      expect(await readTicket(db, purpose, late, now)).toBeNull();
      expect(await takeTicket(db, purpose, late, now)).toBeNull();
      const good = await made(await rowOf(db, userId));
      expect(await readTicket(db, purpose, good, now)).toEqual({ userId, detail: '' });
      expect(await takeTicket(db, purpose, good, now)).toEqual({ userId, detail: '' });
    },
  );

  it('is in nowhere when the password changes between the ticket and the auth session', async () => {
    const { db, userId } = await withAccount();
    const account = await rowOf(db, userId);
    const ticket = await makeTicket(db, 'in', { userId, account, detail: '', now });
    expect(await takeTicket(db, 'in', ticket, now)).not.toBeNull();
    await changePassword(db, userId, now + 1);
    const stay = { userId, way: 'password', device: '', term: authTerms.account } as const;
    const begun = await beginAccountSession(db, { ...stay, now: now + 2 }, account);
    expect(begun).toBeNull();
    expect(await db.authSession.count({ where: { endedAt: null } })).toBe(0);
    const after = await rowOf(db, userId);
    expect(await beginAccountSession(db, { ...stay, now: now + 2 }, after)).not.toBeNull();
    expect(await db.authSession.count({ where: { endedAt: null } })).toBe(1);
  });
});
