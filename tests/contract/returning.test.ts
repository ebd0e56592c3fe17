import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import type { UserId } from '#lib/dialogue/id.ts';
import { HolderId, PublicKey } from '#lib/keyholder.ts';
import { makeInvitation } from '#prisma/invitations.ts';
import { envelopesFor, holdKeys } from '#prisma/keyholders.ts';
import { leaveRoom } from '#prisma/leaving.ts';
import { reapplyErasures } from '#prisma/reapply-erasures.ts';
import { redeemInvitation } from '#prisma/redemption.ts';
import { retentionIn, setRetention } from '#prisma/retention.ts';
import { rotateKeys } from '#prisma/room-epochs.ts';
import { createUser } from '#prisma/users.ts';
import { library } from '#tests/support/exercises.ts';
import { connectionTo, databaseFile, fresh, ownedRoom } from './database-file.ts';

const holderId = v.parse(HolderId, 'h'.repeat(22));
const publicKey = v.parse(PublicKey, 'B'.repeat(87));

/** A room in which somebody sits in seat b with a device, and what they can do there. */
async function room() {
  const db = await connectionTo(await databaseFile());
  const { roomId } = await ownedRoom(db);
  const userId = fresh.user();
  await createUser(db, userId);
  const sitDown = async (who: UserId, now: number) => {
    const link = { invitationId: fresh.invitation(), tokenHash: fresh.digest() };
    await makeInvitation(db, { ...link, roomId, seat: 'b', wrappedKey: 'x', now });
    const claim = { claimHash: fresh.digest(), userId: who, sealedName: 'b', now };
    expect(await redeemInvitation(db, { ...link, ...claim })).toMatchObject({ ok: true });
  };
  const hold = async (epoch: number, now: number) => {
    const holder = { id: holderId, kind: 'device', publicKey, tag: fresh.digest(), epoch } as const;
    const envelope = `key ${epoch}`;
    expect(await holdKeys(db, { roomId, userId, holder, envelope, now })).toMatchObject({
      ok: true,
    });
  };
  const leave = (now: number) =>
    leaveRoom(db, { roomId, userId, now, erase: false, findExercise: library.findDefinition });
  await sitDown(userId, 2_000);
  return { db, roomId, userId, sitDown, hold, leave };
}

describe('A partner who left and was let in again', () => {
  it('keeps the keys of the browser they had before, also after a restart', async () => {
    const { db, roomId, userId, sitDown, hold, leave } = await room();
    await hold(1, 2_100);
    await leave(3_000);
    const rotation = { epoch: 2, seen: [], sealedPrevious: 'before 2', holders: [] };
    await rotateKeys(db, { roomId, by: 'a', rotation, leaveOut: null, now: 4_000 });
    await sitDown(userId, 5_000);
    await hold(2, 5_100);
    // Vouched for anew, as at any visit: that is not coming back.
    await hold(2, 5_200);
    for (const now of [6_000, 7_000]) {
      await reapplyErasures(db, now);
      expect(await envelopesFor(db, { roomId, userId, holderId })).toEqual([
        { epoch: 2, envelope: 'key 2' },
      ]);
      const [holder] = await db.keyholder.findMany();
      expect(holder).toMatchObject({ addedAt: 5_100n, removedAt: null });
    }
  });

  it('is not bound by how long whoever sat there before wanted to keep things', async () => {
    const { db, roomId, sitDown, leave } = await room();
    await setRetention(db, { roomId, seat: 'b', months: 1 });
    await leave(3_000);
    expect(await retentionIn(db, roomId)).toEqual({ a: 12, b: 12 });
    const next = fresh.user();
    await createUser(db, next);
    await sitDown(next, 5_000);
    await setRetention(db, { roomId, seat: 'b', months: 24 });
    await reapplyErasures(db, 6_000);
    expect(await retentionIn(db, roomId)).toEqual({ a: 12, b: 24 });
  });
});
