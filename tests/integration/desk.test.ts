import * as v from 'valibot';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Desk } from '#lib/desk.ts';
import { newId } from '#lib/vault/new-id.ts';
import { exercise } from '#tests/contract/database-file.ts';
import { addApp } from '#tests/support/app-codes.ts';
import { House } from '#tests/support/house.ts';
import type { Visitor } from '#tests/support/visitor.ts';

let house: House;
beforeAll(async () => {
  house = await House.open();
});
afterAll(() => house.close());

/** A therapist with a second factor, and a room of somebody else that let them in. */
async function therapist() {
  const owner = await house.owner({ role: 'therapist' });
  await addApp(owner.visitor);
  const roomId = await house.visitor().startRoom();
  const id = newId();
  const at = BigInt(Date.now());
  const { userId } = owner;
  await house.db.case.create({ data: { id, roomId, userId, createdAt: at, admittedAt: at } });
  return { ...owner, caseId: id, roomId };
}

async function deskOf(visitor: Visitor): Promise<Desk> {
  const { status, body } = await visitor.get('/api/desk');
  expect(status).toBe(200);
  return v.parse(Desk, body);
}

const change = (visitor: Visitor, body: object) => visitor.post('/api/desk', body);

describe('The desk over HTTP', () => {
  it('answers every change with the desk as it is then', async () => {
    const { visitor, caseId, roomId } = await therapist();
    const profile = { name: 'Lies Maes', role: 'relatietherapeut' };
    const [item, homework, appointment] = [newId(), newId(), newId()];
    const at = Date.now() + 86_400_000;
    const given = { id: homework, caseId, exercise, epoch: 1, sealedLine: 'sealed line' };
    const steps: readonly [object, object][] = [
      [
        { change: 'profile', profile },
        { profile, verified: false },
      ],
      [{ change: 'keep', id: item, sealed: 'sealed' }, { items: [{ id: item, sealed: 'sealed' }] }],
      [{ change: 'give-homework', ...given }, { cases: [{ homework: [given] }] }],
      [
        { change: 'make-appointment', id: appointment, caseId, at, minutes: 50 },
        { cases: [{ roomId, appointments: [{ id: appointment, at, minutes: 50 }] }] },
      ],
      [
        { change: 'cancel-appointment', id: appointment },
        { cases: [{ appointments: [{ id: appointment, cancelledAt: expect.any(Number) }] }] },
      ],
      [{ change: 'take-homework', id: homework }, { cases: [{ homework: [] }] }],
      [{ change: 'drop', id: item }, { items: [] }],
      [
        { change: 'end-case', caseId },
        { cases: [{ id: caseId, roomId: null, appointments: [], endedAt: expect.any(Number) }] },
      ],
    ];
    for (const [asked, expected] of steps) {
      const { status, body } = await change(visitor, asked);
      expect([asked, status]).toEqual([asked, 200]);
      expect(v.parse(Desk, body)).toMatchObject(expected);
      expect(await deskOf(visitor)).toEqual(body);
    }
  });

  it('says why it does not make a change, and then makes none', async () => {
    const { visitor, caseId } = await therapist();
    const other = await therapist();
    const before = await deskOf(visitor);
    const give = { change: 'give-homework', id: newId(), caseId, epoch: 1, sealedLine: null };
    const meet = { change: 'make-appointment', id: newId(), at: Date.now(), minutes: 60 };
    const nowhere = { id: 'no-such-exercise', version: 1 };
    const refusals: readonly [object, number, string][] = [
      [{ ...give, exercise: nowhere }, 409, 'unknown-exercise'],
      [{ ...give, exercise: { ...exercise, version: 99 } }, 409, 'unknown-exercise'],
      [{ ...give, exercise, caseId: other.caseId }, 404, 'not-found'],
      [{ ...meet, caseId: other.caseId }, 404, 'not-found'],
      [{ ...meet, caseId, minutes: 5 }, 400, 'bad-request'],
      [{ ...meet, caseId, minutes: 241 }, 400, 'bad-request'],
      [{ change: 'keep', id: newId(), sealed: 'x'.repeat(24_001) }, 400, 'bad-request'],
      [{ change: 'keep', id: 'short', sealed: 'x' }, 400, 'bad-request'],
      [{ change: 'profile', profile: { name: ' ', role: 'x' } }, 400, 'bad-request'],
      [{ change: 'profile', profile: { name: 'x'.repeat(61), role: 'x' } }, 400, 'bad-request'],
      [{ change: 'burn' }, 400, 'bad-request'],
    ];
    for (const [asked, status, reason] of refusals) {
      expect(await change(visitor, asked)).toMatchObject({ status, body: { reason } });
    }
    expect(await deskOf(visitor)).toEqual(before);
    expect((await deskOf(other.visitor)).cases).toMatchObject([{ homework: [], appointments: [] }]);
  });

  it('is for a therapist with a second factor, and for nobody else', async () => {
    const unproved = await house.owner({ role: 'therapist' });
    const partner = await house.owner();
    for (const visitor of [unproved.visitor, partner.visitor, house.visitor()]) {
      const refused = { status: 403, body: { reason: 'forbidden' } };
      expect(await visitor.get('/api/desk')).toMatchObject(refused);
      const kept = await change(visitor, { change: 'keep', id: newId(), sealed: 'x' });
      expect(kept).toMatchObject(refused);
      expect((await visitor.get('/desk')).status).toBe(307);
    }
    expect((await (await therapist()).visitor.get('/desk')).status).toBe(200);
  });

  it('goes with the account of whoever it belongs to', async () => {
    const { visitor, userId, caseId } = await therapist();
    await change(visitor, { change: 'keep', id: newId(), sealed: 'sealed' });
    await house.command(
      'delete',
      (await house.db.account.findUniqueOrThrow({ where: { userId } })).email,
      '--yes',
    );
    expect(await house.db.deskItem.count({ where: { userId } })).toBe(0);
    expect(await house.db.case.count({ where: { id: caseId, endedAt: null } })).toBe(0);
  });
});
