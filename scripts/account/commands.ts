import * as v from 'valibot';
import type { Email } from '#lib/account.ts';
import { AuthSessionId } from '#lib/auth.ts';
import type { Time } from '#lib/dialogue/id.ts';
import { type Account, accountByEmail, deleteAccount, verifyTherapist } from '#prisma/accounts.ts';
import { authSessionsOf, endAuthSession, endOtherAuthSessions } from '#prisma/auth-sessions.ts';
import type { Database } from '#prisma/client.ts';
import { writeComing } from '#prisma/coming.ts';
import { removeSecondFactors } from '#prisma/second-factors.ts';
import { makeTicket, voidTickets } from '#prisma/tickets.ts';
import { linkTo } from './link-to.ts';

interface Asked {
  db: Database;
  email: Email;
  rest: readonly string[];
  now: Time;
}

/** What a command has to say, and whether it did what was asked. */
interface Outcome {
  ok: boolean;
  says: string;
}

const did = (says: string): Outcome => ({ ok: true, says });
const didNot = (says: string): Outcome => ({ ok: false, says });

/** For a command about an account that must be there. */
function about(work: (asked: Asked, account: Account) => Promise<Outcome>) {
  return async (asked: Asked): Promise<Outcome> => {
    const account = await accountByEmail(asked.db, asked.email);
    return account ? work(asked, account) : didNot(`There is no account of ${asked.email}.`);
  };
}

/** What there is to do, by name. */
export const commands = {
  async link({ db, email, now }) {
    const account = await accountByEmail(db, email);
    if (account) {
      const secret = await makeTicket(db, 'reset', {
        userId: account.userId,
        account,
        detail: '',
        now,
      });
      const link = linkTo(`/account/reset#v1.${secret}`);
      return did(`To choose a new password with, once, within ten minutes:\n${link}`);
    }
    const secret = await makeTicket(db, 'create', { userId: null, detail: email, now });
    const link = linkTo(`/account/create#v1.${secret}`);
    return did(`To make an account with, once, within the hour:\n${link}`);
  },

  'sign-in-link': about(async ({ db, now }, account) => {
    const { userId } = account;
    const detail = writeComing({ way: 'email', stay: false });
    const secret = await makeTicket(db, 'link', { userId, account, detail, now });
    const link = linkTo(`/account/sign-in#v1.link.${secret}`);
    return did(`To sign in with, once, within ten minutes:\n${link}`);
  }),

  sessions: about(async ({ db, email, now }, { userId }) => {
    const sessions = await authSessionsOf(db, userId, now);
    if (sessions.length === 0) return did(`Nobody is signed in as ${email}.`);
    const day = (time: Time) => new Date(time).toISOString().slice(0, 16).replace('T', ' ');
    return did(
      sessions
        .map(({ id, way, device, createdAt, seenAt }) =>
          [
            id,
            `by ${way}`,
            device || 'unknown device',
            `since ${day(createdAt)}`,
            `seen ${day(seenAt)} UTC`,
          ].join('  '),
        )
        .join('\n'),
    );
  }),

  end: about(async ({ db, email, now, rest: [which = 'all'] }, { userId }) => {
    if (which === 'all') {
      await endOtherAuthSessions(db, { userId, but: null, now });
      await voidTickets(db, userId);
      return did(`${email} is signed out everywhere.`);
    }
    const id = v.safeParse(AuthSessionId, which);
    const there = (await authSessionsOf(db, userId, now)).some((one) => one.id === which);
    if (!id.success || !there) return didNot(`${email} is not signed in as ${which}.`);
    await endAuthSession(db, { userId, authSessionId: id.output, now });
    return did(`${email} is signed out there.`);
  }),

  'second-factor-off': about(async ({ db, email }, { userId }) => {
    await removeSecondFactors(db, userId);
    return did(`${email} signs in with the password alone, until there is a new second factor.`);
  }),

  async 'verify-therapist'({ db, email, now }) {
    return (await verifyTherapist(db, email, now))
      ? did(`${email} is known as a therapist.`)
      : didNot(`There is no account of a therapist of ${email}.`);
  },

  delete: about(async ({ db, email, now, rest }, { userId }) => {
    if (!rest.includes('--yes')) return didNot('Nothing was deleted: put --yes behind it.');
    await deleteAccount(db, userId, now);
    return did(`The account of ${email} is gone.`);
  }),
} as const satisfies Record<string, (asked: Asked) => Promise<Outcome>>;

/** Whether there is a command of this name. */
export function isCommand(name: string): name is keyof typeof commands {
  return Object.hasOwn(commands, name);
}
