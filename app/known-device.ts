import { createHash, randomBytes } from 'node:crypto';
import { readCookie } from '#lib/auth.ts';
import type { Time, UserId } from '#lib/dialogue/id.ts';
import { env } from '#lib/env.ts';
import { cookieNames } from '#lib/rights/cookies.ts';
import type { Database } from '#prisma/client.ts';
import { isKnownDevice, knowDevice, knownFor } from '#prisma/known-devices.ts';

interface At {
  db: Database;
  request: Request;
  now: Time;
}

/**
 * The digest under which this browser is known to be one of this user's, or null. One browser has one
 * secret, whoever signs in with it. For an address without an account it asks the same of the database.
 */
export async function knownDevice(
  { db, request, now }: At,
  userId: UserId | null,
): Promise<string | null> {
  const secret = secretIn(request);
  if (secret === null) return null;
  const hash = hashFor(secret, userId ?? 'nobody');
  return (await isKnownDevice(db, hash, now)) && userId !== null ? hash : null;
}

/** Remembers this browser as one of this user's. @returns the `Set-Cookie` that goes with the answer. */
export async function rememberDevice({ db, request, now }: At, userId: UserId): Promise<string> {
  const secret = secretIn(request) ?? randomBytes(32).toString('base64url');
  await knowDevice(db, { hash: hashFor(secret, userId), userId, now });
  const { secure } = env();
  const parts = [
    `${cookieNames(secure).device}=${secret}`,
    'Path=/',
    `Max-Age=${knownFor / 1_000}`,
    'HttpOnly',
    'SameSite=Lax',
    ...(secure ? ['Secure'] : []),
  ];
  return parts.join('; ');
}

function secretIn({ headers }: Request): string | null {
  const secret = readCookie(headers.get('cookie') ?? '', cookieNames(env().secure).device);
  return secret !== undefined && /^[\w-]{43}$/.test(secret) ? secret : null;
}

function hashFor(secret: string, userId: string): string {
  return createHash('sha256').update(`${secret} ${userId}`, 'utf8').digest('base64url');
}
