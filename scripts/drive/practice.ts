import { randomBytes } from 'node:crypto';
import * as v from 'valibot';
import { Email } from '#lib/account.ts';
import { databaseFile } from '#lib/env.ts';
import { type HolderKeys, newHolder } from '#lib/vault/holder-keys.ts';
import { accountByEmail, deleteAccount } from '#prisma/accounts.ts';
import { createDatabase, type Database } from '#prisma/client.ts';
import { makeTicket } from '#prisma/tickets.ts';
import { addApp } from '#tests/support/app-codes.ts';
import { newAccount, ticketIn } from '#tests/support/owner.ts';
import { Visitor } from '#tests/support/visitor.ts';

/** Why there is no therapist, in a sentence for whoever drives. */
export class NoPractice extends Error {}

const needed = `Observers need the account of a therapist, which a drive makes itself, in the database of
the server: drive on the machine of the server, with the DATA_DIR it has.`;

/** A therapist with an account and a second factor, signed in; she watches in any number of rooms. */
export interface Practice {
  url: string;
  /** What her device shows with every request. */
  headers: { cookie: string; origin: string };
  /** Her device as a keyholder. */
  holder: HolderKeys;
  /** Deletes her account, and with it all that she was let in to. */
  close(): Promise<void>;
}

/**
 * Makes the account, as `npm run account -- link` and a browser would. Throws `NoPractice` when the
 * database in DATA_DIR is not that of this server.
 */
export async function openPractice(url: string): Promise<Practice> {
  const db = await createDatabase({ file: databaseFile() }).catch(() => null);
  if (!db) throw new NoPractice(`There is no database in DATA_DIR. ${needed}`);
  try {
    return await settle(db, url);
  } catch (error) {
    await db.$disconnect();
    throw error;
  }
}

async function settle(db: Database, url: string): Promise<Practice> {
  const email = v.parse(Email, `${randomBytes(8).toString('hex')}@drive.test`);
  const password = randomBytes(24).toString('base64url');
  const ticket = await makeTicket(db, 'create', { userId: null, detail: email, now: Date.now() });
  const visitor = new Visitor(url);
  const entry = { ...newAccount(password, 'therapist'), ticket };
  const made = await visitor.account('create/finish', entry);
  const account = await accountByEmail(db, email);
  if (!account) {
    throw new NoPractice(`${url} does not serve the database in DATA_DIR. ${needed}`);
  }
  const { userId } = account;
  await visitor.enter(ticketIn(made));
  await addApp(visitor);
  const profile = { name: 'Lena Smets', role: 'relatietherapeut' };
  const { status } = await visitor.post('/api/desk', { change: 'profile', profile });
  if (status !== 200) throw new Error(`No profile: ${status}`);
  return {
    url,
    headers: { cookie: visitor.cookie, origin: url },
    holder: await newHolder(),
    close: async () => {
      await deleteAccount(db, userId, Date.now());
      await db.$disconnect();
    },
  };
}
