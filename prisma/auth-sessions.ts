import { randomBytes } from 'node:crypto';
import * as v from 'valibot';
import { AuthSessionId, readClaim } from '#lib/auth.ts';
import { type Time, UserId } from '#lib/dialogue/id.ts';
import type { HolderId } from '#lib/keyholder.ts';
import type { Database } from './client.ts';
import { patiently } from './patiently.ts';
import { rowsOf, whole } from './row.ts';

const minute = 60_000;
const day = 24 * 60 * minute;

/** How somebody came in. */
export const AuthWay = v.picklist(['guest', 'password', 'passkey', 'email', 'provider']);
export type AuthWay = v.InferOutput<typeof AuthWay>;

/** Whether somebody who came in like this showed, at this browser, what only the owner has. */
export function isOwnDoing(way: AuthWay): boolean {
  return way === 'password' || way === 'passkey';
}

/** How long an auth session lasts, in milliseconds: without a visit, and at most. */
export interface AuthTerm {
  idle: number;
  most: number;
}

/**
 * A guest has nothing but the cookie, so it lasts; an account can always sign in again. `remembered`
 * is for a device that its owner says nobody else uses.
 */
export const authTerms = {
  guest: { idle: 90 * day, most: 400 * day },
  account: { idle: 30 * minute, most: 12 * 60 * minute },
  remembered: { idle: 30 * day, most: 30 * day },
} as const satisfies Record<string, AuthTerm>;

/** Somebody who is here, by a cookie that counts. */
export interface Visit {
  userId: UserId;
  authSessionId: AuthSessionId;
  way: AuthWay;
  /** When they came in. */
  since: Time;
}

/**
 * Writes down that somebody came in. The user must exist.
 * @param session `replaces` is the stay of the same browser that this one comes in the place of: which
 * keyholder that browser is, is known from it.
 */
export async function beginAuthSession(
  db: Database,
  session: {
    userId: UserId;
    way: AuthWay;
    device: string;
    term: AuthTerm;
    replaces?: AuthSessionId;
    now: Time;
  },
): Promise<AuthSessionId> {
  const { userId, way, device, term, replaces = null, now } = session;
  const id = v.parse(AuthSessionId, randomBytes(16).toString('base64url'));
  await patiently(
    () => db.$executeRaw`
      INSERT INTO "AuthSession"
        ("id", "userId", "way", "device", "createdAt", "seenAt", "idleTerm", "expiresAt", "holderId")
      VALUES (${id}, ${userId}, ${way}, ${device}, ${now}, ${now}, ${term.idle}, ${now + term.most},
        (SELECT "holderId" FROM "AuthSession" WHERE "id" = ${replaces}))
      ON CONFLICT DO NOTHING`,
  );
  return id;
}

const VisitRow = v.object({ userId: UserId, way: AuthWay, createdAt: whole, seenAt: whole });

/**
 * Who comes with this `Cookie` header: null for no cookie of ours, and for one whose auth session has
 * ended, stood idle too long or ran out. A visit counts as being seen.
 */
export async function visitOf(
  db: Database,
  cookieHeader: string | undefined | null,
  keys: { secret: string; secure: boolean },
  now: Time,
): Promise<Visit | null> {
  const claim = await readClaim(cookieHeader, keys);
  if (!claim) return null;
  const { authSessionId, userId } = claim;
  const [row] = await rowsOf(
    VisitRow,
    () => db.$queryRaw`
      SELECT "userId", "way", "createdAt", "seenAt" FROM "AuthSession"
      WHERE "id" = ${authSessionId} AND "userId" = ${userId} AND "endedAt" IS NULL
        AND "expiresAt" > ${now} AND "seenAt" + "idleTerm" > ${now}`,
  );
  if (!row) return null;
  if (row.seenAt < now - minute) await seeAuthSessions(db, [authSessionId], now);
  return { userId, authSessionId, way: row.way, since: row.createdAt };
}

const Seen = v.object({ id: AuthSessionId });

/**
 * Notes that these auth sessions are in use.
 * @returns the ones that still count; an ended or expired one is not brought back to life.
 */
export async function seeAuthSessions(
  db: Database,
  ids: readonly AuthSessionId[],
  now: Time,
): Promise<ReadonlySet<AuthSessionId>> {
  const rows = await rowsOf(
    Seen,
    () => db.$queryRaw`
      UPDATE "AuthSession" SET "seenAt" = max("seenAt", ${now})
      WHERE "id" IN (SELECT "value" FROM json_each(${JSON.stringify(ids)})) AND "endedAt" IS NULL
        AND "expiresAt" > ${now} AND "seenAt" + "idleTerm" > ${now}
      RETURNING "id"`,
  );
  return new Set(rows.map(({ id }) => id));
}

/**
 * Notes which keyholder the device of this stay is. Another than before takes the one before out of all
 * rooms, as ending the stay would: it cannot be kept by naming another.
 */
export async function tellHolder(
  db: Database,
  { authSessionId, holderId }: { authSessionId: AuthSessionId; holderId: HolderId },
): Promise<void> {
  await patiently(
    () => db.$executeRaw`
      UPDATE "AuthSession" SET "holderId" = ${holderId}
      WHERE "id" = ${authSessionId} AND "endedAt" IS NULL`,
  );
}

/**
 * Ends one auth session of this user; harmless when it is not theirs or has ended. Its device is in none
 * of their rooms a keyholder any more, and each is due for a new key (a trigger of the table).
 */
export async function endAuthSession(
  db: Database,
  { userId, authSessionId, now }: { userId: UserId; authSessionId: AuthSessionId; now: Time },
): Promise<void> {
  await patiently(
    () => db.$executeRaw`
      UPDATE "AuthSession" SET "endedAt" = ${now}
      WHERE "id" = ${authSessionId} AND "userId" = ${userId} AND "endedAt" IS NULL`,
  );
}

/** Ends every auth session of this user, but for the one with which they ask; each as `endAuthSession`. */
export async function endOtherAuthSessions(
  db: Database,
  { userId, but, now }: { userId: UserId; but: AuthSessionId | null; now: Time },
): Promise<void> {
  await patiently(
    () => db.$executeRaw`
      UPDATE "AuthSession" SET "endedAt" = ${now}
      WHERE "userId" = ${userId} AND "id" IS NOT ${but} AND "endedAt" IS NULL`,
  );
}

/** Ends the auth sessions of this user that began in this way, but for the one with which they ask. */
export async function endAuthSessionsBy(
  db: Database,
  { userId, way, but, now }: { userId: UserId; way: AuthWay; but: AuthSessionId | null; now: Time },
): Promise<void> {
  await patiently(
    () => db.$executeRaw`
      UPDATE "AuthSession" SET "endedAt" = ${now}
      WHERE "userId" = ${userId} AND "way" = ${way} AND "id" IS NOT ${but} AND "endedAt" IS NULL`,
  );
}

/** One stay as its owner sees it in the list. */
export const AuthSessionEntry = v.object({
  id: AuthSessionId,
  way: AuthWay,
  device: v.string(),
  createdAt: whole,
  seenAt: whole,
});
export type AuthSessionEntry = v.InferOutput<typeof AuthSessionEntry>;

/** The auth sessions of this user that still count, the latest seen first. */
export async function authSessionsOf(
  db: Database,
  userId: UserId,
  now: Time,
): Promise<readonly AuthSessionEntry[]> {
  return rowsOf(
    AuthSessionEntry,
    () => db.$queryRaw`
      SELECT "id", "way", "device", "createdAt", "seenAt" FROM "AuthSession"
      WHERE "userId" = ${userId} AND "endedAt" IS NULL
        AND "expiresAt" > ${now} AND "seenAt" + "idleTerm" > ${now}
      ORDER BY "seenAt" DESC`,
  );
}

/** Forgets the auth sessions that ended or ran out more than a month ago: for a sweeper. */
export async function forgetSpentAuthSessions(db: Database, now: Time): Promise<void> {
  const before = now - 30 * day;
  await patiently(
    () => db.$executeRaw`
      DELETE FROM "AuthSession"
      WHERE "endedAt" < ${before} OR "expiresAt" < ${before} OR "seenAt" + "idleTerm" < ${before}`,
  );
}
