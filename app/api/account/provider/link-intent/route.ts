import { refuse } from '#app/account-answer.ts';
import { post } from '#app/api-route.ts';
import { proved } from '#app/owner.ts';
import { type LinkIntent, Proved } from '#lib/account.ts';
import { env } from '#lib/env.ts';
import { makeTicket } from '#prisma/tickets.ts';

/** Lets the next sign-in at the provider, by this very stay, link the account. */
export const POST = post(
  { action: 'account:change', schema: Proved },
  proved(async ({ db, visit, now, account }) => {
    if (!visit || !env().provider) return refuse('bad-request');
    const { userId, authSessionId } = visit;
    const detail = authSessionId;
    const ticket = await makeTicket(db, 'provider', { userId, account, detail, now });
    const body: LinkIntent = { ticket };
    return { body };
  }),
);
