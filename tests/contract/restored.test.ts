import { copyFile, rm } from 'node:fs/promises';
import { expect, it } from 'vitest';
import {
  authTerms,
  beginAuthSession,
  endAuthSession,
  seeAuthSessions,
} from '#prisma/auth-sessions.ts';
import { createDatabase, type Database } from '#prisma/client.ts';
import { countOn, noticeRestored } from '#prisma/restored.ts';
import { emptyWriteAheadLog } from '#prisma/write-ahead-log.ts';
import { realtimeNode } from '#tests/support/realtime-node.ts';
import { connectionTo, databaseFile, ownedRoom } from './database-file.ts';

/** Somebody with an account and a guest, both signed in, and a backup of the database. */
async function backedUp() {
  const file = await databaseFile();
  const db = await createDatabase({ file });
  expect(await noticeRestored(db, 1_000)).toBe(false);
  const signedIn = async (account: boolean) => {
    const { userId } = await ownedRoom(db);
    if (account) {
      const data = { userId, email: 'an@example.com', passwordHash: 'x', passwordWrap: 'x' };
      const rest = { passwordChangedAt: 1, publicKey: 'x', sealedPrivateKey: 'x', createdAt: 1 };
      await db.account.create({ data: { ...data, ...rest } });
    }
    const stay = { userId, way: account ? 'password' : 'guest', device: 'x' } as const;
    const now = Date.now();
    const authSessionId = await beginAuthSession(db, { ...stay, term: authTerms.guest, now });
    return { userId, authSessionId };
  };
  const owner = await signedIn(true);
  const guest = await signedIn(false);
  await db.ticket.create({
    data: { hash: 'x', purpose: 'reset', userId: owner.userId, detail: 'x', expiresAt: 9e15 },
  });
  await emptyWriteAheadLog(db);
  await copyFile(file, `${file}.backup`);
  return { file, db, owner, guest };
}

async function restore(file: string) {
  for (const tail of ['-wal', '-shm']) await rm(file + tail, { force: true });
  await copyFile(`${file}.backup`, file);
}

const alive = async (db: Database, { owner, guest }: Awaited<ReturnType<typeof backedUp>>) => {
  const seen = await seeAuthSessions(
    db,
    [owner.authSessionId, guest.authSessionId],
    Date.now() + 1,
  );
  return [seen.has(owner.authSessionId), seen.has(guest.authSessionId)];
};

it('signs accounts out when a backup was put back, and nobody at any other start', async () => {
  const before = await backedUp();
  const { file, db, owner } = before;
  await endAuthSession(db, { ...owner, now: Date.now() });
  await countOn(db);
  await db.$disconnect();

  await restore(file);
  const back = await createDatabase({ file });
  expect(await alive(back, before)).toEqual([true, true]);
  await back.$disconnect();
  const node = await realtimeNode(file);
  expect(await alive(node.db, before)).toEqual([false, true]);
  expect(await node.db.ticket.count()).toBe(0);
  await node.stop();

  const again = await connectionTo(file);
  const stay = { userId: owner.userId, way: 'password', device: 'x' } as const;
  const now = Date.now();
  const authSessionId = await beginAuthSession(again, { ...stay, term: authTerms.guest, now });
  expect(await noticeRestored(again, now)).toBe(false);
  expect((await seeAuthSessions(again, [authSessionId], now)).has(authSessionId)).toBe(true);
});

it('notices a backup in which nothing but a count is missing', async () => {
  const { file, db } = await backedUp();
  await countOn(db);
  await db.$disconnect();
  await restore(file);
  expect(await noticeRestored(await connectionTo(file), 5_000)).toBe(true);
});
