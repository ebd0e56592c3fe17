import { post } from '#app/api-route.ts';
import { sendsLink } from '#app/send-link.ts';
import { LinkAsk } from '#lib/account/links.ts';
import { makeTicket } from '#prisma/tickets.ts';

/** Mails a link to choose another password with; to an address without an account, nothing. */
export const POST = post(
  { action: 'account:reset', schema: LinkAsk },
  sendsLink('reset', async (db, account) => {
    if (!account) return null;
    const { userId } = account;
    const entry = { userId, account, detail: '', now: Date.now() };
    const secret = await makeTicket(db, 'reset', entry);
    return { kind: 'reset', path: `/account/reset#v1.${secret}` };
  }),
);
