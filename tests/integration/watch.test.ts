import Sqlite from 'better-sqlite3';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { readClaim } from '#lib/auth.ts';
import { endAuthSession, endOtherAuthSessions } from '#prisma/auth-sessions.ts';
import { createDatabase } from '#prisma/client.ts';
import { databaseFile } from '#tests/contract/database-file.ts';
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
