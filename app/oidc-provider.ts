import { cookies } from 'next/headers';
import type { OAuthConfig } from 'next-auth/providers/oauth';
import { readLinking } from '#lib/account/linking.ts';
import type { UserId } from '#lib/dialogue/id.ts';
import { env } from '#lib/env.ts';
import { cookieNames } from '#lib/rights/cookies.ts';
import { accountOf } from '#prisma/accounts.ts';
import type { Visit } from '#prisma/auth-sessions.ts';
import type { Database } from '#prisma/client.ts';
import { writeComing } from '#prisma/coming.ts';
import {
  type ExternalIdentity,
  linkIdentity,
  ownerOfIdentity,
} from '#prisma/external-identities.ts';
import { database } from '#prisma/shared.ts';
import { makeTicket, readTicket, takeTicket } from '#prisma/tickets.ts';
import { log } from './log.ts';
import { tellOwner } from './tell-owner.ts';
import { visitor } from './visitor.ts';

interface Claims {
  sub: string;
}

/** The provider of sign-in that the host set up, for next-auth; an empty list when there is none. */
export function oidcProvider(): OAuthConfig<Claims>[] {
  const { provider } = env();
  if (!provider) return [];
  const { issuer, name, clientId, clientSecret } = provider;
  return [
    {
      id: 'oidc',
      name,
      type: 'oauth',
      wellKnown: `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`,
      clientId,
      clientSecret,
      idToken: true,
      checks: ['pkce', 'state', 'nonce'],
      // Who somebody is there is all we want to know: no name and no address.
      authorization: { params: { scope: 'openid' } },
      profile: ({ sub }) => ({ id: sub }),
    },
  ];
}

/**
 * Where somebody goes whom the provider sent back as `subject`: a signed-in owner who asked with proof to
 * link the account, which is linked now, to the account; the owner of an account that is linked, to the
 * rest of signing in; others are told that nobody knows them. Never signs in by itself, and links nothing
 * for whoever only signs in, whoever else is signed in there.
 */
export async function backFromProvider(subject: string): Promise<string> {
  const { provider } = env();
  if (!provider) return '/';
  const identity = { provider: provider.issuer, subject };
  const db = await database();
  const { visit } = await visitor();
  const intends = visit && (await hasIntent(db, visit));
  if (intends) return (await linkNow(db, visit.userId, identity)) ? '/account' : unknown;
  const userId = await ownerOfIdentity(db, identity);
  if (visit && userId === visit.userId) return '/account';
  if (!userId) {
    log().warn('sign-in refused', { code: 'provider' });
    return unknown;
  }
  const account = await accountOf(db, userId);
  if (!account) return unknown;
  const detail = writeComing({ way: 'provider', stay: false });
  const secret = await makeTicket(db, 'link', { userId, account, detail, now: Date.now() });
  return `/account/sign-in#v1.link.${secret}`;
}

const unknown = '/account/sign-in#v1.unknown';

/** Whether the sign-in that ends here was begun by this very stay, with proof, to link the account. */
async function hasIntent(db: Database, { userId, authSessionId }: Visit): Promise<boolean> {
  const towards = (await cookies()).get(cookieNames(env().secure).callback)?.value;
  const secret = towards === undefined ? null : readLinking(towards);
  const now = Date.now();
  const ticket = secret && (await readTicket(db, 'provider', secret, now));
  if (!ticket || ticket.userId !== userId || ticket.detail !== authSessionId) return false;
  return (await takeTicket(db, 'provider', secret, now)) !== null;
}

/** Links an account, and tells its owner. False when one of the two is linked already. */
async function linkNow(db: Database, userId: UserId, identity: ExternalIdentity): Promise<boolean> {
  if (!(await linkIdentity(db, userId, identity))) return false;
  log().info('provider linked', { userId });
  const account = await accountOf(db, userId);
  if (account) await tellOwner(account.email, 'factor');
  return true;
}
