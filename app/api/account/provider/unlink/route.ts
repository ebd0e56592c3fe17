import { done } from '#app/account-answer.ts';
import { post } from '#app/api-route.ts';
import { log } from '#app/log.ts';
import { proved } from '#app/owner.ts';
import { tellOwner } from '#app/tell-owner.ts';
import { Proved } from '#lib/account.ts';
import { endAuthSessionsBy } from '#prisma/auth-sessions.ts';
import { unlinkIdentities } from '#prisma/external-identities.ts';
import { voidTickets } from '#prisma/tickets.ts';

/** Unlinks the account. Whoever came in by the provider is out, and who is on the way in as well. */
export const POST = post(
  { action: 'account:change', schema: Proved },
  proved(async ({ db, visit, now, account: { userId, email } }) => {
    const unlinked = await unlinkIdentities(db, userId);
    const but = visit?.authSessionId ?? null;
    await endAuthSessionsBy(db, { userId, way: 'provider', but, now });
    await voidTickets(db, userId);
    if (!unlinked) return done;
    log().info('provider unlinked', { userId });
    await tellOwner(email, 'factor');
    return done;
  }),
);
