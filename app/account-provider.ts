import Credentials from 'next-auth/providers/credentials';
import * as v from 'valibot';
import { TicketSecret } from '#lib/account.ts';
import { env } from '#lib/env.ts';
import { accountOf } from '#prisma/accounts.ts';
import { authTerms, beginAuthSession, endAuthSession, visitOf } from '#prisma/auth-sessions.ts';
import { readComing } from '#prisma/coming.ts';
import { database } from '#prisma/shared.ts';
import { takeTicket } from '#prisma/tickets.ts';
import { deviceName } from './device-name.ts';
import { log } from './log.ts';

const Shown = v.object({ ticket: TicketSecret });

/**
 * The one door for accounts, whichever way somebody came: turns a ticket that says so into an auth session
 * and the cookie. What this browser was until now ends.
 */
export function accountProvider() {
  return Credentials({
    id: 'account',
    credentials: {},
    // Every refusal is null: next-auth puts the message of an error into the address.
    async authorize(credentials, { headers = {} }) {
      const shown = v.safeParse(Shown, credentials);
      if (!shown.success) return null;
      const db = await database();
      const now = Date.now();
      const ticket = await takeTicket(db, 'in', shown.output.ticket, now);
      const account = ticket?.userId ? await accountOf(db, ticket.userId) : null;
      if (!ticket || !account) {
        log().warn('sign-in refused', { code: 'ticket' });
        return null;
      }
      const { userId } = account;
      const { way, stay } = readComing(ticket.detail);
      const term = stay ? authTerms.remembered : authTerms.account;
      const device = deviceName(headers['user-agent']);
      const before = await visitOf(db, headers['cookie'], env(), now);
      const sid = await beginAuthSession(db, { userId, way, device, term, now });
      if (before) await endAuthSession(db, { ...before, now });
      log().info('signed in', { userId, code: way });
      return { id: userId, sid };
    },
  });
}
