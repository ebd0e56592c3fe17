import { refuse } from '#app/account-answer.ts';
import { post } from '#app/api-route.ts';
import { comeFurther } from '#app/come-in.ts';
import { LinkOpen } from '#lib/account/links.ts';
import { accountOf } from '#prisma/accounts.ts';
import { readComing } from '#prisma/coming.ts';
import { readTicket, takeTicket } from '#prisma/tickets.ts';

/** Signs in with a link, or after signing in at a provider. Whoever has a second factor still shows it. */
export const POST = post({ action: 'account:sign-in', schema: LinkOpen }, async (asked) => {
  const { db, input, now } = asked;
  const ticket = await readTicket(db, 'link', input.ticket, now);
  const account = ticket?.userId ? await accountOf(db, ticket.userId) : null;
  if (!ticket || !account) return refuse('spent');
  // Taken after the account was read: it stands for the password that the account has here.
  if (!(await takeTicket(db, 'link', input.ticket, now))) return refuse('spent');
  return comeFurther(asked, account, readComing(ticket.detail));
});
