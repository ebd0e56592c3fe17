import { createHash, randomBytes } from 'node:crypto';
import * as v from 'valibot';
import { TicketSecret } from '#lib/account.ts';
import { type Time, UserId } from '#lib/dialogue/id.ts';
import type { Account } from './accounts.ts';
import type { Database } from './client.ts';
import { Prisma } from './generated/client.ts';
import { patiently } from './patiently.ts';
import { rowsOf } from './row.ts';

const minute = 60_000;

/** What a ticket is good for, and for how long. */
const terms = {
  /** To next-auth: to be let in. */
  in: 2 * minute,
  /** To show a second factor. */
  second: 10 * minute,
  create: 60 * minute,
  reset: 10 * minute,
  /** To sign in, from a mail or by a provider. */
  link: 10 * minute,
  'passkey-challenge': 5 * minute,
  'passkey-making': 5 * minute,
  /** To link an account to a provider, there and back. */
  provider: 15 * minute,
  /** The secret of an authenticator app that still has to show a code. */
  totp: 10 * minute,
} as const satisfies Record<string, number>;
export type TicketPurpose = keyof typeof terms;

/** What stands behind a ticket. */
export interface Ticket {
  userId: UserId | null;
  detail: string;
}

const Row = v.object({ userId: v.nullable(UserId), detail: v.string() });

/** That the password is the one which its account had when the ticket was made. */
const stands = Prisma.sql`(
  "passwordChangedAt" IS NULL OR "passwordChangedAt" = (
    SELECT "passwordChangedAt" FROM "Account" WHERE "Account"."userId" = "Ticket"."userId"))`;

/** An account as it stood in the database. */
type AccountThen = Pick<Account, 'passwordChangedAt'>;

/**
 * Makes a ticket and answers its secret, of which only the digest is kept.
 * @param entry with the `account` that it is made for, as it was read, the ticket is good only while the
 * password stays that of then.
 */
export async function makeTicket(
  db: Database,
  purpose: TicketPurpose,
  { userId, detail, account, now }: Ticket & { account?: AccountThen; now: Time },
): Promise<TicketSecret> {
  const secret = v.parse(TicketSecret, randomBytes(32).toString('base64url'));
  await patiently(
    () => db.$executeRaw`
      INSERT INTO "Ticket"
        ("hash", "purpose", "userId", "detail", "expiresAt", "passwordChangedAt")
      VALUES (${digest(secret)}, ${purpose}, ${userId}, ${detail}, ${now + terms[purpose]},
        ${account?.passwordChangedAt ?? null})
      ON CONFLICT DO NOTHING`,
  );
  return secret;
}

/** What stands behind a ticket that can still be used for this; null for any other. Uses nothing up. */
export async function readTicket(
  db: Database,
  purpose: TicketPurpose,
  secret: TicketSecret,
  now: Time,
): Promise<Ticket | null> {
  const [row] = await rowsOf(
    Row,
    () => db.$queryRaw`
      SELECT "userId", "detail" FROM "Ticket"
      WHERE "hash" = ${digest(secret)} AND "purpose" = ${purpose} AND "usedAt" IS NULL
        AND "expiresAt" > ${now} AND ${stands}`,
  );
  return row ?? null;
}

/** Uses a ticket up: of any number who try, one gets what stands behind it, and the others null. */
export async function takeTicket(
  db: Database,
  purpose: TicketPurpose,
  secret: TicketSecret,
  now: Time,
): Promise<Ticket | null> {
  const [row] = await rowsOf(
    Row,
    () => db.$queryRaw`
      UPDATE "Ticket" SET "usedAt" = ${now}
      WHERE "hash" = ${digest(secret)} AND "purpose" = ${purpose} AND "usedAt" IS NULL
        AND "expiresAt" > ${now} AND ${stands}
      RETURNING "userId", "detail"`,
  );
  return row ?? null;
}

/** Makes every ticket of this user worthless, whatever it was for. */
export async function voidTickets(db: Database, userId: UserId): Promise<void> {
  await patiently(() => db.$executeRaw`DELETE FROM "Ticket" WHERE "userId" = ${userId}`);
}

/** Forgets the tickets that are of no use any more: for a sweeper. */
export async function forgetSpentTickets(db: Database, now: Time): Promise<void> {
  await patiently(
    () => db.$executeRaw`
      DELETE FROM "Ticket" WHERE "usedAt" IS NOT NULL OR "expiresAt" <= ${now}`,
  );
}

/** A ticket has 256 random bits, so that a plain digest is enough. */
function digest(secret: TicketSecret): string {
  return createHash('sha256').update(secret, 'ascii').digest('base64url');
}
