import { post } from '#app/api-route.ts';
import { sendsLink } from '#app/send-link.ts';
import { LinkAsk } from '#lib/account/links.ts';
import { makeTicket } from '#prisma/tickets.ts';

/** Mails a link to make an account with; to whoever has one, that they have one. */
export const POST = post(
  { action: 'account:create', schema: LinkAsk },
  sendsLink('create', async (db, account, { email }) => {
    if (account) return { kind: 'exists', path: '/account/sign-in' };
    const now = Date.now();
    const secret = await makeTicket(db, 'create', { userId: null, detail: email, now });
    return { kind: 'create', path: `/account/create#v1.${secret}` };
  }),
);
