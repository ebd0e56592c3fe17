import { randomBytes } from 'node:crypto';
import * as v from 'valibot';
import type { CreateFinish } from '#lib/account/links.ts';
import { Email } from '#lib/account.ts';
import { hashOf } from '#lib/credentials/password-hash.ts';
import { UserId } from '#lib/dialogue/id.ts';
import { createAccount } from '#prisma/accounts.ts';
import { endOtherAuthSessions } from '#prisma/auth-sessions.ts';
import { readTicket, takeTicket } from '#prisma/tickets.ts';
import type { Asked } from './api-route.ts';

/**
 * Makes an account of what a new owner brings. A guest who makes it with their own device becomes its
 * owner and keeps the seats; whoever else has a guest's cookie of theirs is out.
 * @returns whose it is; null when the link is spent or the address has an account by now.
 */
export async function openAccount({
  db,
  input,
  actor,
  visit,
  now,
}: Asked<CreateFinish>): Promise<UserId | null> {
  // Before it is used up: should hashing fail, the link still works.
  if (!(await readTicket(db, 'create', input.ticket, now))) return null;
  const passwordHash = await hashOf(input.authKey);
  const ticket = await takeTicket(db, 'create', input.ticket, now);
  if (!ticket) return null;
  const guest = actor.person === 'guest' ? visit : null;
  const userId = guest?.userId ?? v.parse(UserId, randomBytes(16).toString('base64url'));
  const email = v.parse(Email, ticket.detail);
  if (!(await createAccount(db, { ...input, userId, email, passwordHash, now }))) return null;
  // The one they ask with ends when the new one begins: until then their room stays open.
  if (guest) await endOtherAuthSessions(db, { userId, but: guest.authSessionId, now });
  return userId;
}
