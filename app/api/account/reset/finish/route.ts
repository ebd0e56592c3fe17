import { done, refuse } from '#app/account-answer.ts';
import { post } from '#app/api-route.ts';
import { log } from '#app/log.ts';
import { tellOwner } from '#app/tell-owner.ts';
import { ResetFinish } from '#lib/account/links.ts';
import { hashOf } from '#lib/credentials/password-hash.ts';
import { accountOf, setPassword } from '#prisma/accounts.ts';
import { endOtherAuthSessions } from '#prisma/auth-sessions.ts';
import { unlinkIdentities } from '#prisma/external-identities.ts';
import { forgetDevices } from '#prisma/known-devices.ts';
import { readTicket, takeTicket, voidTickets } from '#prisma/tickets.ts';

/**
 * Another password, for whoever has the link. Everybody is out afterwards, and signs in anew; a provider of
 * sign-in has to be linked anew.
 */
export const POST = post({ action: 'account:reset', schema: ResetFinish }, async (asked) => {
  const { db, input, now } = asked;
  if (!(await readTicket(db, 'reset', input.ticket, now))) return refuse('spent');
  const passwordHash = await hashOf(input.authKey);
  const ticket = await takeTicket(db, 'reset', input.ticket, now);
  const account = ticket?.userId ? await accountOf(db, ticket.userId) : null;
  if (!account) return refuse('spent');
  const { userId, email } = account;
  await setPassword(db, userId, { ...input, passwordHash }, input.keys, now);
  await endOtherAuthSessions(db, { userId, but: null, now });
  const unlinked = await unlinkIdentities(db, userId);
  await voidTickets(db, userId);
  await forgetDevices(db, userId);
  log().info('password reset', { userId });
  await tellOwner(email, 'password');
  if (unlinked) await tellOwner(email, 'factor');
  return done;
});
