import { post } from '#app/api-route.ts';
import { sendsLink } from '#app/send-link.ts';
import { LinkAsk } from '#lib/account/links.ts';
import { writeComing } from '#prisma/coming.ts';
import { makeTicket } from '#prisma/tickets.ts';

/** Mails a link to sign in with; to an address without an account, nothing. */
export const POST = post(
  { action: 'account:sign-in', schema: LinkAsk },
  sendsLink('link', async (db, account) => {
    if (!account) return null;
    const { userId } = account;
    const detail = writeComing({ way: 'email', stay: false });
    const secret = await makeTicket(db, 'link', { userId, account, detail, now: Date.now() });
    return { kind: 'link', path: `/account/sign-in#v1.link.${secret}` };
  }),
);
