import { refuse } from '#app/account-answer.ts';
import { post } from '#app/api-route.ts';
import { LinkOpen, type ResetOpened } from '#lib/account/links.ts';
import { accountOf } from '#prisma/accounts.ts';
import { readTicket } from '#prisma/tickets.ts';

/** What the recovery code opens, for whoever has a link to reset. The link can still be used afterwards. */
export const POST = post({ action: 'account:reset', schema: LinkOpen }, async (asked) => {
  const { db, input, now } = asked;
  const ticket = await readTicket(db, 'reset', input.ticket, now);
  const account = ticket?.userId ? await accountOf(db, ticket.userId) : null;
  if (!account) return refuse('spent');
  const { email, recoveryWrap, publicKey, sealedPrivateKey } = account;
  const body: ResetOpened = { email, recoveryWrap, publicKey, sealedPrivateKey };
  return { body };
});
