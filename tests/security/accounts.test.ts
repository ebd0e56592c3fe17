import { isDeepStrictEqual } from 'node:util';
import * as v from 'valibot';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Stretch, usualCost } from '#lib/account/stretch.ts';
import type { TicketSecret } from '#lib/account.ts';
import { UserId } from '#lib/dialogue/id.ts';
import { writeComing } from '#prisma/coming.ts';
import { makeTicket } from '#prisma/tickets.ts';
import { House, publicUrl } from '#tests/support/house.ts';
import {
  authKeyOf,
  keysEntry,
  newAccount,
  passwordEntry,
  passwordStep,
  ticketIn,
  ticketInLink,
} from '#tests/support/owner.ts';
import { Tries } from '#tests/support/tally.ts';
import type { Came, Visitor } from '#tests/support/visitor.ts';

let house: House;
beforeAll(async () => {
  house = await House.open();
});
afterAll(() => house.close());

const spent = { status: 410, body: { reason: 'spent' } };

const UsualStretch = v.pipe(
  Stretch,
  v.check(({ salt: _, ...cost }) => isDeepStrictEqual(cost, usualCost)),
);

type Door = 'in' | 'second' | 'create' | 'reset' | 'link' | 'totp' | 'passkey-challenge';

/** The same ticket with one character changed, at its beginning, its middle and near its end. */
function changed(ticket: string): readonly string[] {
  return [0, 21, 41].map(
    (at) => ticket.slice(0, at) + (ticket[at] === 'A' ? 'B' : 'A') + ticket.slice(at + 1),
  );
}

/** What of an answer could tell one address from another. */
function looks({ status, body }: Came, visitor: Visitor) {
  return { status, body, cookies: [...visitor.jar.keys()] };
}

describe('Whether an address has an account', () => {
  it('shows in no answer, whatever is asked about it', async () => {
    const tries = new Tries();
    const questions: Readonly<Record<string, object>> = {
      'create/ask': { language: 'nl' },
      'reset/ask': { language: 'en' },
      'link/ask': { language: 'nl' },
      'sign-in': { authKey: authKeyOf('wrong'), stay: false },
    };
    for (let turn = 0; turn < 5; turn += 1) {
      const { email } = await house.owner();
      const nobody = house.address();
      for (const [path, rest] of Object.entries(questions)) {
        const answers = [email, nobody].map(async (address) => {
          const visitor = house.visitor();
          return looks(await visitor.account(path, { email: address, ...rest }), visitor);
        });
        const [known, unknown] = await Promise.all(answers);
        tries.note(`${path}, ${turn}`, !isDeepStrictEqual(known, unknown));
      }
      for (const address of [email, nobody]) {
        const came = await house.visitor().account('stretch', { email: address });
        const again = await house.visitor().account('stretch', { email: address });
        const usual = v.is(UsualStretch, came.body) && isDeepStrictEqual(came, again);
        tries.note(`stretch, ${turn}`, !usual);
      }
    }
    expect(tries.told('enumeration')).toEqual([]);
  });

  it('is told by no answer, and its owner alone hears of it', async () => {
    const { email } = await house.owner();
    const nobody = house.address();
    const both = async (path: string, rest: object) => {
      const [one, other] = [house.visitor(), house.visitor()];
      const known = await one.account(path, { email, ...rest });
      const unknown = await other.account(path, { email: nobody, ...rest });
      expect([unknown.status, unknown.body]).toEqual([known.status, known.body]);
      expect([...other.jar.keys()]).toEqual([...one.jar.keys()]);
      return known;
    };
    await both('create/ask', { language: 'nl' });
    await both('reset/ask', { language: 'nl' });
    await both('link/ask', { language: 'nl' });
    const wrong = { authKey: authKeyOf('wrong'), stay: false };
    expect(await both('sign-in', wrong)).toMatchObject({ body: { step: 'refused' } });
    const held = [email, nobody].map((address) =>
      Promise.all(Array.from({ length: 5 }, () => passwordStep(house.visitor(), address, 'wrong'))),
    );
    for (const steps of await Promise.all(held)) {
      expect(steps).toContainEqual({ step: 'wait', seconds: expect.any(Number) });
    }

    const told = [1, 2, 3].map(() => house.mailbox.next(email));
    const subjects = (await Promise.all(told)).map(({ subject }) => subject).sort();
    expect(subjects).toHaveLength(3);
    expect((await house.mailbox.next(nobody)).text).toContain('/account/create#v1.');
    expect(house.mailbox.mails.filter(({ to }) => to === nobody)).toEqual([]);
  });

  it('is not told by how a password is to be split', async () => {
    const { email } = await house.owner();
    const split = async (address: string) => {
      const { status, body } = await house.visitor().account('stretch', { email: address });
      expect(status).toBe(200);
      return body;
    };
    const known = await split(email);
    const unknown = await split('nobody@home.test');
    const shape = {
      salt: expect.stringMatching(/^[\w-]{22}$/),
      memory: 65_536,
      passes: 3,
      lanes: 1,
    };
    expect([known, unknown]).toEqual([shape, shape]);
    expect(await split('nobody@home.test')).toEqual(unknown);
    expect(await split('nobody@home.nl')).not.toEqual(unknown);
  });
});

describe('A ticket', () => {
  it('opens the one door it was made for, once, and no other', async () => {
    const { userId, visitor, email } = await house.owner();
    const about = { userId: v.parse(UserId, userId), detail: email };
    const now = Date.now();
    const coming = writeComing({ way: 'password', stay: false });
    const made: Readonly<Record<Door, () => Promise<TicketSecret>>> = {
      in: () => makeTicket(house.db, 'in', { ...about, detail: coming, now }),
      second: () => makeTicket(house.db, 'second', { ...about, detail: coming, now }),
      create: () => makeTicket(house.db, 'create', { userId: null, detail: house.address(), now }),
      reset: () => makeTicket(house.db, 'reset', { ...about, now }),
      link: () => makeTicket(house.db, 'link', { ...about, detail: coming, now }),
      totp: () => makeTicket(house.db, 'totp', { ...about, now }),
      'passkey-challenge': () => makeTicket(house.db, 'passkey-challenge', { ...about, now }),
    };
    const code = '000000';
    const doors: readonly (readonly [Door, (ticket: string) => Promise<Came>])[] = [
      ['create', (ticket) => house.visitor().account('create/open', { ticket })],
      [
        'create',
        (ticket) => house.visitor().account('create/finish', { ...newAccount('x'), ticket }),
      ],
      ['reset', (ticket) => house.visitor().account('reset/open', { ticket })],
      [
        'reset',
        (ticket) =>
          house
            .visitor()
            .account('reset/finish', { ...passwordEntry('x'), keys: keysEntry('x'), ticket }),
      ],
      ['link', (ticket) => house.visitor().account('link/open', { ticket })],
      [
        'second',
        (ticket) => house.visitor().account('second', { ticket, second: { kind: 'totp', code } }),
      ],
      ['totp', (ticket) => visitor.account('totp/confirm', { ticket, code })],
      ['in', (ticket) => house.visitor().enter(ticket)],
    ];
    const tries = new Tries();
    for (const [purpose, make] of Object.entries(made)) {
      for (const [door, open] of doors) {
        const ticket = await make();
        if (door !== purpose) {
          const { status } = await open(ticket);
          tries.note(`${purpose} at ${door}: ${status}`, status < 400);
          continue;
        }
        for (const wrong of changed(ticket)) {
          const { status } = await open(wrong);
          tries.note(`changed, at ${door}: ${status}`, status < 400);
        }
        await house.db.ticket.updateMany({ where: { purpose }, data: { usedAt: now } });
        const used = await open(ticket);
        tries.note(`used, at ${door}: ${used.status}`, used.status < 400);
        const late = await make();
        await house.db.ticket.updateMany({
          where: { purpose, usedAt: null },
          data: { expiresAt: now },
        });
        const { status } = await open(late);
        tries.note(`late, at ${door}: ${status}`, status < 400);
      }
    }
    expect(tries.tried).toBeGreaterThan(60);
    expect(tries.told('tickets')).toEqual([]);
  });

  it('lets in once, and only for what it was made for', async () => {
    const { email, password } = await house.owner();
    const step = await passwordStep(house.visitor(), email, password);
    const ticket = ticketIn({ body: step });
    for (const path of ['create/open', 'reset/open', 'link/open']) {
      expect(await house.visitor().account(path, { ticket })).toMatchObject(spent);
    }
    const visitors = Array.from({ length: 8 }, () => house.visitor());
    await Promise.all(visitors.map((visitor) => visitor.enter(ticket)));
    const overviews = await Promise.all(
      visitors.map((visitor) => visitor.get('/api/account/overview')),
    );
    expect(overviews.filter(({ status }) => status === 200)).toHaveLength(1);
    await visitors[0]?.enter('A'.repeat(43));
    await visitors[0]?.enter('');
    const answer = await house.visitor().enter(ticket);
    expect(JSON.stringify(answer)).not.toContain(ticket);
  });

  it('that ran out lets nobody in, and is forgotten', async () => {
    const { email, password } = await house.owner();
    const visitor = house.visitor();
    const ticket = ticketIn({ body: await passwordStep(visitor, email, password) });
    await house.db.ticket.updateMany({ where: { purpose: 'in' }, data: { expiresAt: Date.now() } });
    await visitor.enter(ticket);
    expect((await visitor.get('/api/account/overview')).status).toBe(403);
  });

  it('from a mail signs in, once', async () => {
    const { email } = await house.owner();
    const visitor = house.visitor();
    await visitor.account('link/ask', { email, language: 'nl' });
    const mail = await house.mailbox.next(email);
    expect(mail.text).toContain(`${publicUrl}/account/sign-in#v1.link.`);
    const ticket = ticketInLink(mail.text);
    const opened = await visitor.account('link/open', { ticket });
    expect(opened).toMatchObject({ status: 200, body: { step: 'in' } });
    expect(await visitor.account('link/open', { ticket })).toMatchObject(spent);
    await visitor.enter(ticketIn(opened));
    const { body } = await visitor.get('/api/account/overview');
    expect(body).toMatchObject({ email, authSessions: [{ way: 'email' }, { way: 'password' }] });
  });
});
