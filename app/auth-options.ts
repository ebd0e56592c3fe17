import { randomBytes } from 'node:crypto';
import type { NextAuthOptions } from 'next-auth';
import Credentials from 'next-auth/providers/credentials';
import * as v from 'valibot';
import { type AuthSessionId, authCookieAge, claimOf } from '#lib/auth.ts';
import { openAuthToken } from '#lib/auth-token.ts';
import { UserId } from '#lib/dialogue/id.ts';
import { Entry } from '#lib/entry.ts';
import { env } from '#lib/env.ts';
import { cookieNames } from '#lib/rights/cookies.ts';
import {
  authTerms,
  beginAuthSession,
  endAuthSession,
  seeAuthSessions,
  visitOf,
} from '#prisma/auth-sessions.ts';
import { noteConsent } from '#prisma/consents.ts';
import { invitationStanding, redeemInvitation } from '#prisma/redemption.ts';
import { createRoom, roomSeats } from '#prisma/rooms.ts';
import { database } from '#prisma/shared.ts';
import { createUser } from '#prisma/users.ts';
import { accountProvider } from './account-provider.ts';
import { deviceName } from './device-name.ts';
import { digestOf } from './digest.ts';
import { log } from './log.ts';
import { backFromProvider, oidcProvider } from './oidc-provider.ts';

/** How long somebody may take over signing in at a provider, in seconds. */
const awayAtMost = 15 * 60;

/**
 * How a cookie is got. Without an account: a device gets a seat, and a cookie that remembers it. With one:
 * by the ticket in which every way of signing in ends.
 */
export function authOptions(): NextAuthOptions {
  const { secret, secure } = env();
  const names = cookieNames(secure);
  const options = { httpOnly: true, sameSite: 'lax', path: '/', secure } as const;
  const whileAway = { ...options, maxAge: awayAtMost };
  return {
    secret,
    useSecureCookies: secure,
    session: { strategy: 'jwt', maxAge: authCookieAge },
    jwt: { decode: openAuthToken },
    cookies: {
      sessionToken: { name: names.auth, options },
      csrfToken: { name: names.csrf, options },
      callbackUrl: { name: names.callback, options },
      state: { name: names.state, options: whileAway },
      nonce: { name: names.nonce, options: whileAway },
      pkceCodeVerifier: { name: names.pkce, options: whileAway },
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
          const visit = await visitOrNew(request.headers ?? {}, entry.output);
          return visit && (await enter(entry.output, visit.userId))
            ? { id: visit.userId, sid: visit.authSessionId }
            : null;
        },
      }),
      accountProvider(),
      ...oidcProvider(),
    ],
    callbacks: {
      // A provider's word is one proof, never a cookie.
      signIn: async ({ account }) =>
        account?.type === 'credentials' || backFromProvider(account?.providerAccountId ?? ''),
      async jwt({ token, user }) {
        if (user && !user.sid) throw new Error('A provider lets nobody in');
        if (user?.sid) return { sub: user.id, sid: user.sid };
        const claim = claimOf(token);
        const seen =
          claim && (await seeAuthSessions(await database(), [claim.authSessionId], Date.now()));
        // next-auth takes the cookie away when this fails, and only then.
        if (!claim || !seen?.has(claim.authSessionId)) throw new Error('Not signed in any more');
        return { sub: claim.userId, sid: claim.authSessionId };
      },
      // Pages ask the database who somebody is: a browser needs to know nothing more than that it is known.
      session: ({ session: { expires } }) => ({ expires }),
    },
    events: {
      async signOut({ token }) {
        const claim = claimOf(token);
        if (!claim) return;
        await endAuthSession(await database(), { ...claim, now: Date.now() });
        log().info('signed out', { userId: claim.userId });
      },
    },
    // The framework's own lines would print what it was given.
    logger: { error: () => undefined, warn: () => undefined, debug: () => undefined },
  };
}

/**
 * Whoever has this device, who keeps the seats they already have; a new user for a new device. Null for a
 * new device that would be refused: of a try that leads nowhere, nothing is kept.
 */
async function visitOrNew(
  headers: Readonly<Record<string, string>>,
  entry: Entry,
): Promise<{ userId: UserId; authSessionId: AuthSessionId } | null> {
  const db = await database();
  const now = Date.now();
  const known = await visitOf(db, headers['cookie'], env(), now);
  if (known) return known;
  if (!(await leadsIn(entry))) return null;
  const userId = v.parse(UserId, randomBytes(16).toString('base64url'));
  await createUser(db, userId);
  const device = deviceName(headers['user-agent']);
  const term = authTerms.guest;
  return {
    userId,
    authSessionId: await beginAuthSession(db, { userId, way: 'guest', device, term, now }),
  };
}

/** Whether somebody new could come in this way: to a room that nobody started, or with a link that is open. */
async function leadsIn(entry: Entry): Promise<boolean> {
  const db = await database();
  if (entry.intent === 'start') return !(await roomSeats(db, entry.roomId)).a.taken;
  const { standing } = await invitationStanding(db, {
    invitationId: entry.invitationId,
    tokenHash: digestOf(entry.token),
    claimHash: digestOf(entry.claim),
    now: Date.now(),
  });
  return standing === 'open' || standing === 'yours';
}

async function enter(entry: Entry, userId: UserId): Promise<boolean> {
  const db = await database();
  const now = Date.now();
  await noteConsent(db, { userId, text: 'guest', version: entry.consent, now });
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
