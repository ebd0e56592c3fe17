import * as v from 'valibot';
import { TotpBegun } from '#lib/account.ts';
import { writeComing } from '#prisma/coming.ts';
import { makeTicket, type TicketPurpose } from '#prisma/tickets.ts';
import { addApp, codeOf } from './app-codes.ts';
import type { Ask } from './asks.ts';
import { Authenticator } from './authenticator.ts';
import type { Cast, Person } from './cast.ts';
import { publicUrl } from './house.ts';
import { authKeyOf, keysEntry, newAccount, passwordEntry, proofOf } from './owner.ts';
import type { Visitor } from './visitor.ts';

/** Whoever asks, when they have an account; else the partner, whose secrets a thief could have. */
function ownerFor({ people }: Cast, person: Person) {
  const holder = person.account ? person : people.partner;
  if (!holder.account) throw new Error('A partner without an account');
  return { ...holder.account, visitor: holder.visitor };
}
type Owner = ReturnType<typeof ownerFor>;

/** A question of this route, about somebody who has an account. */
function about(
  path: string,
  body: (owner: Owner, cast: Cast, person: Person) => Promise<unknown> | unknown = () => ({}),
): Ask {
  return {
    question: async (cast, person) => ({
      post: `/api/account/${path}`,
      body: await body(ownerFor(cast, person), cast, person),
    }),
  };
}

const ticketFor = (cast: Cast, purpose: TicketPurpose, { userId }: Owner, detail = '') =>
  makeTicket(cast.house.db, purpose, { userId, detail, now: Date.now() });

/** The ticket of a link that makes an account for an address that nobody has. */
const creating = ({ house }: Cast) =>
  makeTicket(house.db, 'create', { userId: null, detail: house.address(), now: Date.now() });

const signingIn = writeComing({ way: 'email', stay: false });

/** A passkey that this owner's browser has just made, and not yet handed in. */
async function passkeyMade(visitor: Visitor) {
  const device = new Authenticator(publicUrl);
  const { body } = await visitor.account('passkey/register-options');
  return { device, made: { response: device.make(body), name: 'Phone' } };
}

/** A passkey that is in use. */
async function passkeyOf(visitor: Visitor): Promise<Authenticator> {
  const { device, made } = await passkeyMade(visitor);
  await visitor.account('passkey/register', made);
  return device;
}

const backupCodes = new WeakMap<Visitor, string[]>();

/** One of the backup codes of this owner, who has an app from now on. */
async function backupOf({ visitor }: Owner) {
  const codes = backupCodes.get(visitor) ?? [...(await addApp(visitor)).codes];
  backupCodes.set(visitor, codes);
  return { kind: 'backup', code: codes.pop() };
}

const proofWithApp = async (owner: Owner) => proofOf(owner.password, await backupOf(owner));

/** How the routes of accounts are asked. */
export const accountAsks: Readonly<Record<string, Ask>> = {
  ...asksOf({
    'create/ask': about('create/ask', (_, { house }) => ({
      email: house.address(),
      language: 'nl',
    })),
    'create/open': about('create/open', async (_, cast) => ({ ticket: await creating(cast) })),
    stretch: about('stretch', ({ email }) => ({ email })),
    'sign-in': about('sign-in', ({ email, password }) => ({
      email,
      authKey: authKeyOf(password),
      stay: false,
    })),
    'passkey/options': about('passkey/options'),
    'link/ask': about('link/ask', (_, { house }) => ({ email: house.address(), language: 'nl' })),
    'link/open': about('link/open', async (owner, cast) => ({
      ticket: await ticketFor(cast, 'link', owner, signingIn),
    })),
    'reset/ask': about('reset/ask', (_, { house }) => ({ email: house.address(), language: 'nl' })),
    'reset/open': about('reset/open', async (owner, cast) => ({
      ticket: await ticketFor(cast, 'reset', owner),
    })),
    'auth-sessions/end': about('auth-sessions/end', () => ({ id: null })),
    vault: about('vault'),
    recovery: about('recovery', ({ password }) => ({
      ...proofOf(password),
      recoveryWrap: keysEntry('another').recoveryWrap,
    })),
    'passkey/register-options': about('passkey/register-options'),
  }),
  ...asksOf(
    {
      'create/finish': about('create/finish', async (_, cast) => ({
        ...newAccount('a new password of some length'),
        ticket: await creating(cast),
      })),
      second: about('second', async (owner, cast) => {
        const second = await backupOf(owner);
        return { ticket: await ticketFor(cast, 'second', owner, signingIn), second };
      }),
      'passkey/sign-in': about('passkey/sign-in', async (owner) => {
        const device = await passkeyOf(owner.visitor);
        const { body } = await owner.visitor.account('passkey/options');
        return { response: device.sign(body), stay: false };
      }),
      'reset/finish': about('reset/finish', async (owner, cast) => ({
        ticket: await ticketFor(cast, 'reset', owner),
        ...passwordEntry('another password of some length'),
        keys: keysEntry('another'),
      })),
      password: about('password', ({ password }) => ({
        ...proofOf(password),
        ...passwordEntry('another password of some length'),
      })),
      backup: about('backup', proofWithApp),
      delete: about('delete', ({ password }) => proofOf(password)),
      'totp/begin': about('totp/begin'),
      'totp/confirm': about('totp/confirm', async ({ visitor }) => {
        const { secret, ticket } = v.parse(TotpBegun, (await visitor.account('totp/begin')).body);
        return { ticket, code: codeOf(secret) };
      }),
      'totp/remove': about('totp/remove', proofWithApp),
      'passkey/register': about('passkey/register', async ({ visitor }) => {
        return (await passkeyMade(visitor)).made;
      }),
      'passkey/remove': about('passkey/remove', async ({ visitor }) => ({
        id: (await passkeyOf(visitor)).id,
      })),
    },
    true,
  ),
  'GET /api/account/overview': { question: () => ({ get: '/api/account/overview' }) },
};

function asksOf(asked: Readonly<Record<string, Ask>>, spends = false): Record<string, Ask> {
  return Object.fromEntries(
    Object.entries(asked).map(([path, ask]) => [
      `POST /api/account/${path}`,
      spends ? { ...ask, spends: true } : ask,
    ]),
  );
}
