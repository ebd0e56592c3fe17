import { createServer } from 'node:http';
import Sqlite from 'better-sqlite3';
import { Server } from 'socket.io';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { readClaim } from '#lib/auth.ts';
import type { RoomId } from '#lib/dialogue/id.ts';
import { createLog } from '#lib/log.ts';
import { endAuthSession, endOtherAuthSessions } from '#prisma/auth-sessions.ts';
import { createDatabase } from '#prisma/client.ts';
import type { Realtime } from '#server/publish.ts';
import { Watch } from '#server/watch.ts';
import { databaseFile, fresh } from '#tests/contract/database-file.ts';
import { RawClient } from '#tests/support/raw-client.ts';
import { introductionOf } from '#tests/support/raw-joining.ts';
import { realtimeNode } from '#tests/support/realtime-node.ts';
import { keys } from '#tests/support/realtime-settings.ts';
import { cookieOf, coupleIn, roomStartedBy } from '#tests/support/seats.ts';
import type { Guest } from '../../scripts/drive/guest.ts';

/** A node, and another process's connection to the same database: all that both have in common. */
async function house() {
  const file = await databaseFile();
  const node = await realtimeNode(file);
  const elsewhere = await createDatabase({ file });
  onTestFinished(() => elsewhere.$disconnect());
  const claimOf = async ({ cookie }: Guest) => {
    const claim = await readClaim(cookie, keys);
    if (!claim) throw new Error('A cookie that claims nothing');
    return claim;
  };
  const knock = (guest: Guest) => RawClient.enter(node.url, introductionOf(guest, node.url));
  const enter = async (guest: Guest) => {
    const client = await knock(guest);
    if (typeof client === 'string') throw new Error(client);
    onTestFinished(() => client.socket.terminate());
    return client;
  };
  return { node, file, elsewhere, claimOf, knock, enter };
}

/** A watch of its own on a node's sockets, for which telling a room is what the test says it is. */
async function watching(
  { node }: Awaited<ReturnType<typeof house>>,
  changed: (roomId: RoomId) => Promise<void>,
) {
  const io: Realtime = new Server(createServer());
  const { db } = node;
  const watch = new Watch({ io, db, now: Date.now, log: createLog('silent'), changed });
  await watch.start();
  onTestFinished(() => watch.stop());
  return watch;
}

async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await new Promise((resolve) => setImmediate(resolve));
}

describe('A room that looks different', () => {
  it('is told when another could not be, and that one is told at the next look', async () => {
    const { elsewhere, ...rest } = await house();
    const [one, two] = [fresh.room(), fresh.room()];
    const told: RoomId[] = [];
    await watching({ elsewhere, ...rest }, async (roomId) => {
      told.push(roomId);
      if (roomId === one && told.filter((other) => other === one).length < 3) throw new Error('x');
    });
    await elsewhere.roomChange.createMany({ data: [{ roomId: one }, { roomId: two }] });
    await until(() => told.length >= 4);
    expect(told).toEqual([one, two, one, one]);
  });

  it('keeps nobody in who must go, however long telling it takes', async () => {
    const { elsewhere, claimOf, ...rest } = await house();
    const never = new Promise<void>(() => undefined);
    let telling = false;
    const watch = await watching({ elsewhere, claimOf, ...rest }, () => {
      telling = true;
      return never;
    });
    const guest = await roomStartedBy(rest.node.db, rest.node.url);
    await elsewhere.roomChange.create({ data: { roomId: guest.roomId } });
    await until(() => telling);
    const before = watch.cursor;
    await endAuthSession(elsewhere, { ...(await claimOf(guest)), now: Date.now() });
    await until(() => watch.cursor > before);
  });
});

describe('An auth session that another process ends', () => {
  it('loses all its sockets, and no other loses one', async () => {
    const { node, elsewhere, claimOf, knock, enter } = await house();
    const { a, b } = await coupleIn(node.db, node.url);
    const claim = await claimOf(a);
    const second = { ...a, cookie: await cookieOf(node.db, claim.userId) };
    const tabs = [await enter(a), await enter(a)];
    const others = [await enter(second), await enter(b)];
    await endAuthSession(elsewhere, { ...claim, now: Date.now() });
    await Promise.all(tabs.map(({ closed }) => closed));
    expect(others.map(({ open }) => open)).toEqual([true, true]);
    expect(await others[1]?.ask('session:join', {})).toEqual({ ok: false, reason: 'bad-request' });
    expect(await knock(a)).toBe('forbidden');
    expect(await knock(second)).toBeInstanceOf(RawClient);
  });

  it('loses its sockets when all but one end', async () => {
    const { node, elsewhere, claimOf, enter } = await house();
    const guest = await roomStartedBy(node.db, node.url);
    const { userId, authSessionId } = await claimOf(guest);
    const devices = await Promise.all(
      [1, 2, 3].map(async () => ({ ...guest, cookie: await cookieOf(node.db, userId) })),
    );
    const own = await enter(guest);
    const sockets = await Promise.all(devices.map(enter));
    await endOtherAuthSessions(elsewhere, { userId, but: authSessionId, now: Date.now() });
    await Promise.all(sockets.map(({ closed }) => closed));
    expect(own.open).toBe(true);
  });

  it('has no socket left either when somebody is just coming in with it', async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
    onTestFinished(() => void vi.useRealTimers());
    const { node, file, claimOf } = await house();
    const writer = new Sqlite(file);
    onTestFinished(() => void writer.close());
    let letIn = 0;
    for (let round = 0; round < 10; round += 1) {
      const guest = await roomStartedBy(node.db, node.url);
      const { authSessionId } = await claimOf(guest);
      // Seen so long ago that the visit is written down, which has to wait for whoever writes now.
      const data = { seenAt: Date.now() - 120_000 };
      await node.db.authSession.update({ where: { id: authSessionId }, data });
      writer.exec('BEGIN IMMEDIATE');
      writer.prepare('UPDATE "AuthSession" SET "endedAt" = 1 WHERE "id" = ?').run(authSessionId);
      const shown = introductionOf(guest, node.url);
      const client = new RawClient(node.url, shown);
      await client.frame((text) => text.startsWith('0'));
      client.socket.send(`40${JSON.stringify(shown.auth)}`);
      for (let turn = 0; turn < 100; turn += 1) await new Promise(setImmediate);
      writer.exec('COMMIT');
      // The news is read once, while the newcomer still stands in the door.
      vi.advanceTimersByTime(250);
      const answer = await client.frame((text) => /^4[04]/.test(text));
      if (answer.startsWith('40')) letIn += 1;
      else client.socket.terminate();
      await client.closed;
    }
    expect(letIn).toBeGreaterThan(0);
  });
});
