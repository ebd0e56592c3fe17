import * as v from 'valibot';
import { refuse } from '#app/account-answer.ts';
import { post } from '#app/api-route.ts';
import { type CreateOpened, LinkOpen } from '#lib/account/links.ts';
import { Email } from '#lib/account.ts';
import { readTicket } from '#prisma/tickets.ts';

/** Whose account a link makes. The link can still be used afterwards. */
export const POST = post(
  { action: 'account:create', schema: LinkOpen },
  async ({ db, input, now }) => {
    const ticket = await readTicket(db, 'create', input.ticket, now);
    if (!ticket) return refuse('spent');
    const body: CreateOpened = { email: v.parse(Email, ticket.detail) };
    return { body };
  },
);
