import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addApp } from '#tests/support/app-codes.ts';
import { House } from '#tests/support/house.ts';
import type { Visitor } from '#tests/support/visitor.ts';

let house: House;
beforeAll(async () => {
  house = await House.open();
});
afterAll(() => house.close());

const random = (bytes: number) => randomBytes(bytes).toString('base64url');

/** How many rows there are of everything that coming in writes. */
async function written(): Promise<readonly number[]> {
  const { db } = house;
  return [
    await db.user.count(),
    await db.authSession.count(),
    await db.consent.count(),
    await db.room.count(),
    await db.seat.count(),
  ];
}

async function seatsIn(roomId: string): Promise<number> {
  return house.db.seat.count({ where: { roomId } });
}

function join(visitor: Visitor): Promise<unknown> {
  return visitor.auth('callback/guest', {
    intent: 'join',
    invitationId: random(16),
    token: random(32),
    claim: random(16),
    sealedName: 'v1.aaaa.bbbb',
    consent: '1',
  });
}

describe('Whoever comes in without an account', () => {
  it('leaves nothing behind when they are not let in', async () => {
    const roomId = await house.visitor().startRoom();
    expect(await seatsIn(roomId)).toBe(1);
    const before = await written();
    const joiner = house.visitor();
    await join(joiner);
    const starter = house.visitor();
    const fields = { intent: 'start', roomId, sealedName: 'v1.aaaa.bbbb', consent: '1' };
    await starter.auth('callback/guest', fields);
    expect(await written()).toEqual(before);
    for (const { jar } of [joiner, starter]) {
      expect([...jar.keys()]).not.toContain('weerklank-auth');
    }
  });

  it('keeps what they have when another room does not take them', async () => {
    const guest = house.visitor();
    const roomId = await guest.startRoom();
    const before = await written();
    await join(guest);
    expect(await written()).toEqual(before);
    expect((await guest.get(`/api/rooms/${roomId}/sessions`)).status).toBe(200);
  });

  it('is no therapist who still has to set up a second factor', async () => {
    const { visitor } = await house.owner({ role: 'therapist' });
    const before = await written();
    await visitor.startRoom();
    expect(await written()).toEqual(before);
    await addApp(visitor);
    expect(await seatsIn(await visitor.startRoom())).toBe(1);
  });
});
