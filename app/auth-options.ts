import { randomBytes } from 'node:crypto';
import type { NextAuthOptions } from 'next-auth';
import Credentials from 'next-auth/providers/credentials';
import * as v from 'valibot';
import { authCookieName, authSessionAge, readUser } from '#lib/auth.ts';
import { UserId } from '#lib/dialogue/id.ts';
import { Entry } from '#lib/entry.ts';
import { env } from '#lib/env.ts';
import { redeemInvitation } from '#prisma/redemption.ts';
import { createRoom } from '#prisma/rooms.ts';
import { database } from '#prisma/shared.ts';
import { createUser, userExists } from '#prisma/users.ts';
import { digestOf } from './digest.ts';

/** Sign-in without an account: a device gets a seat, and a cookie that remembers it. */
export function authOptions(): NextAuthOptions {
  const { secret, secure } = env();
  return {
    secret,
    useSecureCookies: secure,
    session: { strategy: 'jwt', maxAge: authSessionAge },
    cookies: {
      sessionToken: {
        name: authCookieName(secure),
        options: { httpOnly: true, sameSite: 'lax', path: '/', secure },
      },
    },
    pages: { signIn: '/', error: '/' },
    providers: [
      Credentials({
        id: 'guest',
        credentials: {},
        // Every refusal is null: next-auth puts the message of an error into the address.
        async authorize(credentials, request) {
          const entry = v.safeParse(Entry, credentials);
          if (!entry.success) return null;
          const userId = await knownOrNew(request.headers?.['cookie']);
          return (await enter(entry.output, userId)) ? { id: userId } : null;
        },
      }),
    ],
    // The framework's own lines would print what it was given.
    logger: { error: () => undefined, warn: () => undefined, debug: () => undefined },
  };
}

/** The user of this device, who keeps the seats it already has; a new one for a new device. */
async function knownOrNew(cookie: string | undefined): Promise<UserId> {
  const db = await database();
  const known = await readUser(cookie, env());
  if (known && (await userExists(db, known))) return known;
  const userId = v.parse(UserId, randomBytes(16).toString('base64url'));
  await createUser(db, userId);
  return userId;
}

async function enter(entry: Entry, userId: UserId): Promise<boolean> {
  const db = await database();
  const now = Date.now();
  if (entry.intent === 'start') {
    const { roomId, sealedName } = entry;
    return (await createRoom(db, { roomId, userId, sealedName, now })).ok;
  }
  const { invitationId, token, claim, sealedName } = entry;
  const redeemed = await redeemInvitation(db, {
    invitationId,
    tokenHash: digestOf(token),
    claimHash: digestOf(claim),
    userId,
    sealedName,
    now,
  });
  return redeemed.ok;
}
