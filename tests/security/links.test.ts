import { describe, expect, it } from 'vitest';
import type { Time } from '#lib/dialogue/id.ts';
import { createDatabase, type Database } from '#prisma/client.ts';
import { invitationTerm, makeInvitation, withdrawInvitation } from '#prisma/invitations.ts';
import { invitationStanding, type Redemption, redeemInvitation } from '#prisma/redemption.ts';
import { seatOf } from '#prisma/rooms.ts';
import { createUser } from '#prisma/users.ts';
import { connectionTo, databaseFile, fresh, ownedRoom } from '#tests/contract/database-file.ts';
import { Tries } from '#tests/support/tally.ts';

const name = 'attack-08-links';
const made: Time = 10_000;

/** A room with an open invitation for its other seat, and strangers who have the whole link. */
async function scene() {
  const file = await databaseFile();
  const db = await connectionTo(file);
  const { roomId } = await ownedRoom(db);
  const invite = async () => {
    const invitation = {
      invitationId: fresh.invitation(),
      roomId,
      seat: 'b' as const,
      tokenHash: fresh.digest(),
      wrappedKey: 'wrapped key',
      now: made,
    };
    await makeInvitation(db, invitation);
    return invitation;
  };
  const invitation = await invite();
  const joiner = async (link = invitation, now = made + 1): Promise<Redemption> => {
    const { invitationId, tokenHash } = link;
    const userId = fresh.user();
    await createUser(db, userId);
    return { invitationId, tokenHash, claimHash: fresh.digest(), userId, sealedName: 'x', now };
  };
  const seated = async ({ userId }: Redemption) => (await seatOf(db, roomId, userId)) !== null;
  return { file, db, roomId, invite, invitation, joiner, seated };
}

/** What this link still gives to somebody who has all of it: a seat, or the key in its envelope. */
async function gives(db: Database, join: Redemption): Promise<boolean> {
  const { standing } = await invitationStanding(db, join);
  const redeemed = await redeemInvitation(db, join);
  return redeemed.ok || standing === 'open' || standing === 'yours';
}

describe('(attack 8) A link that somebody else got hold of', () => {
  it('is good once: of fifty who come at the same moment over two connections, one sits down', async () => {
    const { file, db, invitation, joiner, seated } = await scene();
    const other = await createDatabase({ file });
    const joiners = await Promise.all(Array.from({ length: 50 }, () => joiner()));
    const answers = await Promise.all(
      joiners.map((join, index) => redeemInvitation(index % 2 === 0 ? db : other, join)),
    );
    await other.$disconnect();
    const first = answers.findIndex(({ ok }) => ok);
    const tries = new Tries();
    for (const [index, join] of joiners.entries()) {
      const sits = await seated(join);
      expect(sits).toBe(index === first);
      if (index !== first) tries.note(`joiner ${index}`, sits || answers[index]?.ok === true);
    }
    expect(first).toBeGreaterThanOrEqual(0);
    const rows = await db.invitation.findMany({ where: { id: invitation.invitationId } });
    expect(rows.map(({ redeemedAt }) => redeemedAt)).toEqual([BigInt(made + 1)]);
    expect(tries.told(name)).toEqual([]);
  });

  it('gives nothing more once it was used, replaced or withdrawn, or ran out', async () => {
    const { db, roomId, invite, invitation, joiner } = await scene();
    const tries = new Tries();
    for (const now of [
      made + invitationTerm,
      made + invitationTerm + 1,
      made + 10 * invitationTerm,
    ]) {
      tries.note(`at ${now}`, await gives(db, await joiner(invitation, now)));
    }
    const newer = await invite();
    tries.note('replaced', await gives(db, await joiner(invitation)));
    await withdrawInvitation(db, { roomId, invitationId: newer.invitationId, now: made + 1 });
    tries.note('withdrawn', await gives(db, await joiner(newer)));
    const link = await invite();
    expect((await redeemInvitation(db, await joiner(link))).ok).toBe(true);
    for (const now of [made, made + 1, made + invitationTerm - 1, made + invitationTerm]) {
      tries.note(`used, at ${now}`, await gives(db, await joiner(link, now)));
    }
    expect(tries.told(name)).toEqual([]);
  });

  it('gives nothing to who has half of it, or another', async () => {
    const { db, invite, invitation, joiner, seated } = await scene();
    const join = await joiner();
    const tries = new Tries();
    for (const wrong of [
      { tokenHash: fresh.digest() },
      { invitationId: fresh.invitation() },
      { invitationId: fresh.invitation(), tokenHash: fresh.digest() },
    ]) {
      tries.note(JSON.stringify(wrong), await gives(db, { ...join, ...wrong }));
    }
    const another = await scene().then(({ invitation: link }) => link);
    tries.note('of another room', await gives(db, { ...join, ...another, now: made + 1 }));
    expect(await seated(join)).toBe(false);
    expect(tries.told(name)).toEqual([]);
    expect((await redeemInvitation(db, await joiner(invitation))).ok).toBe(true);
    expect((await invite()).invitationId).not.toBe(invitation.invitationId);
  });
});
