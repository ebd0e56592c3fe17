import * as v from 'valibot';
import { describe, expect, it, onTestFinished } from 'vitest';
import { AuthSessionId } from '#lib/auth.ts';
import { UserId } from '#lib/dialogue/id.ts';
import { deleteAccount } from '#prisma/accounts.ts';
import { endAuthSession, endOtherAuthSessions } from '#prisma/auth-sessions.ts';
import type { Database } from '#prisma/client.ts';
import { databaseFile } from '#tests/contract/database-file.ts';
import { letGo, letIn } from '#tests/support/observed.ts';
import { RawClient } from '#tests/support/raw-client.ts';
import { introductionOf, joinPages } from '#tests/support/raw-joining.ts';
import { realtimeNode } from '#tests/support/realtime-node.ts';
import { coupleIn, seatTaken } from '#tests/support/seats.ts';
import { arriveBoth, isAt, make, open, playUntil } from '#tests/support/talking.ts';
import { Tries } from '#tests/support/tally.ts';
import type { Guest } from '../../scripts/drive/guest.ts';

const within = 1_000;

/** Who is put out of their room: the user, one stay of theirs, and where they sit. */
interface Victim {
  db: Database;
  userId: UserId;
  authSessionId: AuthSessionId;
  guests: Record<'a' | 'b', Guest>;
}

/** Everything by which somebody loses the room they are in. */
const ways: Readonly<Record<string, (victim: Victim) => Promise<unknown>>> = {
  'signed out': ({ db, userId, authSessionId }) =>
    endAuthSession(db, { userId, authSessionId, now: Date.now() }),
  'signed out everywhere': ({ db, userId }) =>
    endOtherAuthSessions(db, { userId, but: null, now: Date.now() }),
  'somebody else took the seat': ({ db, guests }) => seatTaken(db, guests.a, 'b'),
  'left the room': ({ db, guests: { b } }) =>
    db.seat.update({
      where: { roomId_seat: { roomId: b.roomId, seat: 'b' } },
      data: { userId: null },
    }),
  'deleted the account': ({ db, userId }) => deleteAccount(db, userId, Date.now()),
  'the stay itself is gone': ({ db, authSessionId: id }) =>
    db.authSession.delete({ where: { id } }),
};

describe('Somebody who may no longer be here', () => {
  it.each(Object.entries(ways))(
    'hears nothing more within a second, however much the other does: %s',
    async (_, revoke) => {
      const node = await realtimeNode(await databaseFile());
      const { db, url } = node;
      const guests = await coupleIn(db, url);
      const [a, b] = await arriveBoth(guests);
      await open([a, b]);
      await playUntil([a, b], (one) => isAt(one, 'give-back'));
      const sessionId = await a.until(({ session }) => session?.sessionId);
      b.close();
      const [victim, mover] = await Promise.all(
        [guests.b, guests.a].map((guest) => enter(guest, url)),
      );
      if (!victim || !mover) throw new Error('Two sockets are needed');
      await joinPages(victim, sessionId);
      const told = victim.frame((text) => text.includes('"writing":true'));
      await mover.ask('presence:writing', { writing: true });
      await told;

      const seat = await db.seat.findFirstOrThrow({
        where: { roomId: guests.b.roomId, seat: 'b' },
      });
      const stay = await db.authSession.findFirstOrThrow({ where: { userId: seat.userId ?? '' } });
      const userId = v.parse(UserId, stay.userId);
      await revoke({ db, guests, userId, authSessionId: v.parse(AuthSessionId, stay.id) });
      const revokedAt = performance.now();
      let isOpen = true;
      void victim.closed.then(() => {
        isOpen = false;
      });
      for (let turn = 0; isOpen; turn += 1) {
        await mover.ask('presence:writing', { writing: turn % 2 === 0 });
      }
      const took = performance.now() - revokedAt;
      const heard = victim.frames.length;
      await make(a, { type: 'pause' });
      for (let turn = 0; turn < 20; turn += 1) {
        await mover.ask('presence:writing', { writing: turn % 2 === 0 });
      }
      await make(a, { type: 'leave' });

      const tries = new Tries();
      tries.note(`closed after ${Math.round(took)} ms`, took > within);
      tries.note('heard something after that', victim.frames.length > heard);
      const again = await RawClient.enter(url, introductionOf(guests.b, url));
      tries.note('let in again', typeof again !== 'string');
      expect(tries.told('revocations')).toEqual([]);
      expect(mover.open).toBe(true);
    },
  );

  it('and who only watches has no socket to lose: neither before it is revoked nor after', async () => {
    const node = await realtimeNode(await databaseFile());
    const { db, url } = node;
    const { a } = await coupleIn(db, url);
    const other = await coupleIn(db, url);
    const row = await db.seat.findFirstOrThrow({ where: { roomId: other.a.roomId, seat: 'a' } });
    const watch = { roomId: a.roomId, userId: row.userId ?? '' };
    const watcher = { ...other.a, roomId: a.roomId };
    const tries = new Tries();
    const knock = async (when: string) => {
      const answer = await RawClient.enter(url, introductionOf(watcher, url));
      tries.note(when, answer !== 'forbidden');
    };
    await knock('before');
    const observation = await letIn(db, watch);
    await knock('while watching');
    await letGo(db, observation);
    await knock('after');
    expect(tries.told('revocations')).toEqual([]);
  });
});

async function enter(guest: Guest, url: string): Promise<RawClient> {
  const client = await RawClient.enter(url, introductionOf(guest, url));
  if (typeof client === 'string') throw new Error(client);
  onTestFinished(() => client.socket.terminate());
  return client;
}
