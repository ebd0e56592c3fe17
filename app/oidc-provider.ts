import type { OAuthConfig } from 'next-auth/providers/oauth';
import type { UserId } from '#lib/dialogue/id.ts';
import { env } from '#lib/env.ts';
import type { Actor } from '#lib/rights/can.ts';
import { accountOf } from '#prisma/accounts.ts';
import type { Database } from '#prisma/client.ts';
import { writeComing } from '#prisma/coming.ts';
import {
  type ExternalIdentity,
  linkIdentity,
  ownerOfIdentity,
} from '#prisma/external-identities.ts';
import { database } from '#prisma/shared.ts';
import { makeTicket } from '#prisma/tickets.ts';
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
 * Where somebody goes whom the provider sent back as `subject`: the owner of an account that is linked, to
 * the rest of signing in; a signed-in owner, whose account is linked now, to the account; others are told
 * that nobody knows them. Never signs in by itself.
 */
export async function backFromProvider(subject: string): Promise<string> {
  const { provider } = env();
  if (!provider) return '/';
  const identity = { provider: provider.issuer, subject };
  const db = await database();
  const { actor } = await visitor();
  const userId = await ownerOfIdentity(db, identity);
  if (isOwner(actor)) {
    const linked = userId === actor.userId || (await linkNow(db, actor.userId, identity));
    return linked ? '/account' : unknown;
  }
  if (!userId) {
    log().warn('sign-in refused', { code: 'provider' });
    return unknown;
  }
  const detail = writeComing({ way: 'provider', stay: false });
  const secret = await makeTicket(db, 'link', { userId, detail, now: Date.now() });
  return `/account/sign-in#v1.link.${secret}`;
}

const unknown = '/account/sign-in#v1.unknown';

/** Whether this is somebody signed in with an account. */
function isOwner(actor: Actor): actor is Actor & { userId: UserId } {
  return actor.userId !== null && (actor.person === 'account' || actor.person === 'unproved');
}

/** Links an account, and tells its owner. False when the identity is that of another account. */
async function linkNow(db: Database, userId: UserId, identity: ExternalIdentity): Promise<boolean> {
  if (!(await linkIdentity(db, userId, identity))) return false;
  log().info('provider linked', { userId });
  const account = await accountOf(db, userId);
  if (account) await tellOwner(account.email, 'factor');
  return true;
}
