import { refuse, step } from '#app/account-answer.ts';
import { post } from '#app/api-route.ts';
import { attempt } from '#app/attempt.ts';
import { comeIn } from '#app/come-in.ts';
import { log } from '#app/log.ts';
import { isSecondFactor } from '#app/second-factor.ts';
import { Second } from '#lib/account.ts';
import { accountOf } from '#prisma/accounts.ts';
import { readComing } from '#prisma/coming.ts';
import { readTicket, takeTicket } from '#prisma/tickets.ts';

/** The second step. A wrong code leaves the ticket as it is, for another try. */
export const POST = post({ action: 'account:sign-in', schema: Second }, async (asked) => {
  const { db, input, now } = asked;
  const ticket = await readTicket(db, 'second', input.ticket, now);
  const account = ticket?.userId ? await accountOf(db, ticket.userId) : null;
  if (!ticket || !account) return refuse('spent');
  const { userId } = account;
  const turn = await attempt(asked, `second ${userId}`, userId);
  if ('wait' in turn) return step({ step: 'wait', seconds: turn.wait });
  if (!(await isSecondFactor(db, account, input.second, now))) {
    log().warn('sign-in refused', { code: input.second.kind, userId });
    return step({ step: 'refused' });
  }
  await turn.succeeded();
  if (!(await takeTicket(db, 'second', input.ticket, now))) return refuse('spent');
  return comeIn(asked, account, readComing(ticket.detail));
});
