import { writeComing } from '#prisma/coming.ts';
import { makeTicket, takeTicket } from '#prisma/tickets.ts';
import { fresh } from '#tests/contract/database-file.ts';
import type { Ask } from './asks.ts';
import type { Cast } from './cast.ts';
import { guestFields } from './visitor.ts';

const way = 'POST /api/auth/[...nextauth]';

/** The ticket in which signing in ends, of the partner. */
function ticketFor({ house: { db }, people: { partner } }: Cast) {
  const detail = writeComing({ way: 'password', stay: false });
  return makeTicket(db, 'in', { userId: partner.account?.userId ?? null, detail, now: Date.now() });
}

const reads = (action: string): Ask => ({ question: () => ({ get: `/api/auth/${action}` }) });

/** How next-auth is asked what it is asked here. */
export const authAsks: Readonly<Record<string, Ask>> = {
  'GET /api/auth/[...nextauth] csrf': reads('csrf'),
  'GET /api/auth/[...nextauth] session': reads('session'),
  'GET /api/auth/[...nextauth] providers': reads('providers'),
  [`${way} callback/guest, a new room`]: {
    question: () => ({
      form: 'callback/guest',
      fields: { intent: 'start', roomId: fresh.room(), ...guestFields },
    }),
  },
  [`${way} callback/guest, a room of others`]: {
    question: ({ roomId }) => ({
      form: 'callback/guest',
      fields: { intent: 'start', roomId, ...guestFields },
    }),
  },
  [`${way} callback/guest, a used link`]: {
    question: ({ usedLink }) => ({
      form: 'callback/guest',
      fields: { intent: 'join', ...usedLink, claim: fresh.digest(), ...guestFields },
    }),
  },
  [`${way} callback/account`]: {
    spends: true,
    question: async (cast) => ({
      form: 'callback/account',
      fields: { ticket: await ticketFor(cast) },
    }),
  },
  [`${way} callback/account, a used ticket`]: {
    question: async (cast) => {
      const ticket = await ticketFor(cast);
      await takeTicket(cast.house.db, 'in', ticket, Date.now());
      return { form: 'callback/account', fields: { ticket } };
    },
  },
  [`${way} signout`]: { spends: true, question: () => ({ form: 'signout', fields: {} }) },
};
