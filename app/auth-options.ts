import type { NextAuthOptions } from 'next-auth';
import Credentials from 'next-auth/providers/credentials';
import * as v from 'valibot';
import { authCookieAge, claimOf } from '#lib/auth.ts';
import { openAuthToken } from '#lib/auth-token.ts';
import { Entry } from '#lib/entry.ts';
import { env } from '#lib/env.ts';
import { cookieNames } from '#lib/rights/cookies.ts';
import { endAuthSession, seeAuthSessions } from '#prisma/auth-sessions.ts';
import { database } from '#prisma/shared.ts';
import { accountProvider } from './account-provider.ts';
import { enterAsGuest } from './guest-entry.ts';
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
          const visit = await enterAsGuest(entry.output, request.headers ?? {});
          return visit && { id: visit.userId, sid: visit.authSessionId };
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
