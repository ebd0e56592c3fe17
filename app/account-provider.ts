import Credentials from 'next-auth/providers/credentials';
import * as v from 'valibot';
import { TicketSecret } from '#lib/account.ts';
import { env } from '#lib/env.ts';
import { accountOf } from '#prisma/accounts.ts';
import { authTerms, endAuthSession, isOwnDoing, visitOf } from '#prisma/auth-sessions.ts';
import { beginAccountSession } from '#prisma/begin-account-session.ts';
import { bringGuest } from '#prisma/bring-guest.ts';
import { readComing } from '#prisma/coming.ts';
import { database } from '#prisma/shared.ts';
import { readTicket, takeTicket } from '#prisma/tickets.ts';
import { deviceName } from './device-name.ts';
import { log } from './log.ts';

const Shown = v.object({ ticket: TicketSecret });

/**
 * The one door for accounts, whichever way somebody came: turns a ticket that says so into an auth session
 * and the cookie. What this browser was until now ends; the rooms of a guest come along for whoever showed
 * in this very browser that the account is theirs. A link may be somebody else's, sent to get at them.
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
      const refuse = () => {
        log().warn('sign-in refused', { code: 'ticket' });
        return null;
      };
      const ticket = await readTicket(db, 'in', shown.output.ticket, now);
      const account = ticket?.userId ? await accountOf(db, ticket.userId) : null;
      if (!ticket || !account) return refuse();
      // Taken after the account was read: it stands for the password that the account has here.
      if (!(await takeTicket(db, 'in', shown.output.ticket, now))) return refuse();
      const { userId } = account;
      const { way, stay } = readComing(ticket.detail);
      const term = stay ? authTerms.remembered : authTerms.account;
      const device = deviceName(headers['user-agent']);
      const before = await visitOf(db, headers['cookie'], env(), now);
      const replaces = before?.authSessionId;
      const begun = { userId, way, device, term, now, ...(replaces ? { replaces } : {}) };
      const sid = await beginAccountSession(db, begun, account);
      if (!sid) return refuse();
      if (before?.way === 'guest' && isOwnDoing(way)) {
        await bringGuest(db, { guestId: before.userId, userId, now });
      }
      if (before) await endAuthSession(db, { ...before, now });
      log().info('signed in', { userId, code: way });
      return { id: userId, sid };
    },
  });
}
