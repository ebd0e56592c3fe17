import { describe, expect, it } from 'vitest';
import { levelWithAccount, standingOf } from '#lib/client/account-level.ts';
import { renew, rotateIfDue } from '#lib/client/key-exchange.ts';
import type { Seat } from '#lib/dialogue/seat.ts';
import { newHolder } from '#lib/vault/holder-keys.ts';
import { parseInvitationFragment } from '#lib/vault/link.ts';
import { newRoomKey } from '#lib/vault/room-key.ts';
import { firstKeys, RoomKeys } from '#lib/vault/room-keys.ts';
import { unwrapRoomKey } from '#lib/vault/wrap.ts';
import type { Database } from '#prisma/client.ts';
import { keyholdersIn } from '#prisma/keyholders.ts';
import { keyStateOf } from '#prisma/room-epochs.ts';
import { fresh } from '#tests/contract/database-file.ts';
import { moveExchanges } from '#tests/support/exchanges.ts';
import { removeKeyholder } from '#tests/support/own-keyholders.ts';
import { RawClient } from '#tests/support/raw-client.ts';
import { introductionOf } from '#tests/support/raw-joining.ts';
import {
  deviceOf,
  epochIs,
  keptRoom,
  remove,
  rotateElsewhere,
  textsOf,
  userIn,
} from '#tests/support/rotating.ts';
import { joinWith } from '#tests/support/seats.ts';
import { arrive, isAt, level, make, open, playPart, playUntil } from '#tests/support/talking.ts';
import type { Guest } from '../../scripts/drive/guest.ts';

describe('A room whose key changes', () => {
  it('in the middle of a session loses nothing and doubles nothing', async () => {
    const { node, guests, partners } = await keptRoom();
    const [a, b] = partners;
    await open(partners);
    let epoch = 1;
    for (const step of ['tell', 'landed']) {
      await playUntil(partners, (one) => isAt(one, step));
      const lost = await deviceOf(node.db, { ...guests.b, keys: b.vault.held });
      await remove(node.db, lost);
      epoch += 1;
      await Promise.all([a, b].map(epochIs(epoch)));
    }
    await Promise.all([playPart(a), playPart(b)]);
    await level(a, b);
    await level(b, a);
    expect(textsOf(a).toSorted()).toEqual([...a.said, ...b.said].toSorted());
    expect(b.lines).toEqual(a.lines);
    expect([a, b].map(({ session }) => session?.intact)).toEqual([true, true]);
    const rows = await node.db.event.findMany({ where: { hash: { not: null } } });
    expect(new Set(rows.map((row) => row.epoch))).toEqual(new Set([1, 2, 3]));
    expect(await keyStateOf(node.db, a.guest.roomId)).toEqual({ epoch: 3, rotationDue: false });
  });

  it('while both have just answered takes both answers, sealed again', async () => {
    const { node, tap, guests, partners } = await keptRoom();
    const [a, b] = partners;
    await open(partners);
    await playUntil(partners, (one) => isAt(one, 'arrive'));
    await rotateElsewhere(node.db, guests.a);
    await Promise.all(partners.map((one) => one.act('rate', 0)));
    await Promise.all(
      partners.map((one) => one.until(({ session }) => session && !isAt(one, 'arrive'))),
    );
    const stale = moveExchanges(tap.said).filter(
      ({ reply }) => reply?.ok === false && reply.reason === 'stale-epoch',
    );
    expect(stale.length).toBeGreaterThanOrEqual(2);
    expect(a.lines.filter(({ content }) => content.kind === 'rating')).toHaveLength(2);
    expect(b.lines).toEqual(a.lines);
    expect([a, b].map(({ session }) => session?.refused)).toEqual([null, null]);
    expect([a, b].map(({ session }) => session?.intact)).toEqual([true, true]);
  });

  it('acknowledges what landed before, when its answer was lost, and takes no former key after', async () => {
    const { node, tap, guests, partners } = await keptRoom();
    const [a, b] = partners;
    await open(partners);
    await playUntil(partners, (one) => isAt(one, 'give-back'));
    const told = moveExchanges(tap.said).find(({ submission }) => submission.move.type === 'send');
    if (!told?.reply?.ok) throw new Error('Nothing was sent');
    await rotateElsewhere(node.db, guests.a);
    const raw = await RawClient.enter(node.url, introductionOf(guests.a, node.url));
    if (typeof raw === 'string') throw new Error(raw);
    const { sessionId, submission, reply } = told;
    expect(await raw.ask('move:submit', { sessionId, submission })).toEqual({
      ok: true,
      seq: reply.seq,
      again: true,
    });
    raw.socket.terminate();

    await Promise.all([a, b].map(epochIs(2)));
    const thief = await RawClient.enter(node.url, introductionOf(guests.b, node.url));
    if (typeof thief === 'string') throw new Error(thief);
    const state = b.session?.state;
    if (state?.status !== 'running' || !submission.words) throw new Error('Not running');
    const words = { ...submission.words, prev: state.head };
    const forged = { moveId: fresh.move(), move: { type: 'mirror' }, words };
    const answer = await thief.ask('move:submit', { sessionId, submission: forged });
    expect(answer).toEqual({ ok: false, reason: 'stale-epoch' });
    thief.socket.terminate();
    await Promise.all([playPart(a), playPart(b)]);
    expect(textsOf(a).toSorted()).toEqual([...a.said, ...b.said].toSorted());
  });

  it('is given another by whoever comes first after someone left', async () => {
    const { node, guests, partners, roomId } = await keptRoom();
    const { db } = node;
    for (const one of partners) one.close();
    const userId = await userIn(db, roomId, 'b');
    await removeKeyholder(db, { userId, of: { roomId }, now: Date.now() });
    expect(await keyStateOf(db, roomId)).toEqual({ epoch: 1, rotationDue: true });
    const back = arrive(guests.a);
    await epochIs(2)(back);
    expect(await keyStateOf(db, roomId)).toEqual({ epoch: 2, rotationDue: false });
    expect((await keyholdersIn(db, roomId)).every(({ seat }) => seat === 'a')).toBe(true);
  });

  it('gives it to no public key that somebody put into the database', async () => {
    const { node, guests, partners, roomId } = await keptRoom();
    const { db } = node;
    const evil = await newHolder();
    const userId = await userIn(db, roomId, 'b');
    const entry = { roomId, userId, kind: 'device', tag: fresh.digest(), epoch: 1, addedAt: 0n };
    const { id, publicKey } = evil;
    await db.keyholder.create({ data: { ...entry, id, publicKey } });
    const real = await partners[1].exchange();
    const swapped = await deviceOf(db, guests.a);
    const { holder } = await swapped.exchange();
    await db.keyholder.update({
      where: { roomId_id: { roomId, id: holder.id } },
      data: { publicKey: (await newHolder()).publicKey },
    });
    await rotateElsewhere(db, guests.a);
    await Promise.all(partners.map(epochIs(2)));
    const given = await db.keyEnvelope.findMany({ where: { roomId, epoch: 2 } });
    const ids = given.map(({ holderId }) => holderId);
    expect(ids).toContain(real.holder.id);
    expect(ids).not.toContain(evil.id);
    expect(ids).not.toContain(holder.id);
  });
});

describe('A device that was taken out', () => {
  it('reads nothing that is said from then on, and cannot say anything', async () => {
    const { node, tap, guests, partners } = await keptRoom();
    const [a, b] = partners;
    await open(partners);
    await playUntil(partners, (one) => isAt(one, 'give-back'));
    const lost = await deviceOf(node.db, guests.b);
    await level(a, lost);
    await remove(node.db, lost);
    await Promise.all([a, b].map(epochIs(2)));
    await lost.until(({ key }) => key === 'lost');
    const before = a.lines.length;
    expect(await lost.act('mirror', 0)).not.toBeNull();
    await tap.until((said) =>
      moveExchanges(said).some(
        ({ reply }) => reply?.ok === false && reply.reason === 'stale-epoch',
      ),
    );
    await lost.until(({ session }) => session?.pending?.trouble === 'stale-epoch');
    expect(a.lines).toHaveLength(before);
    await b.act('mirror', 0);
    await a.until(() => isAt(a, 'landed'));
    expect(textsOf(a)).toEqual(expect.arrayContaining(b.said));
    expect(textsOf(lost)).not.toEqual(expect.arrayContaining(b.said));
    expect(lost.vault.held.epoch).toBe(1);
  });
});

describe('A device that cannot take the key', () => {
  it('says so when what the server gives does not lead back to what it holds', async () => {
    const { node, guests, partners, roomId } = await keptRoom();
    const [, b] = partners;
    b.close();
    await rotateElsewhere(node.db, guests.a);
    await node.db.roomEpoch.updateMany({ where: { roomId }, data: { sealedPrevious: 'none' } });
    const back = arrive(guests.b, (await b.exchange()).holder);
    await back.until(({ key }) => key === 'lost');
  });

  it('because another person on it holds it already gives the room no key that leaves it out', async () => {
    const { node, guests, partners, roomId } = await keptRoom();
    const [a, b] = partners;
    b.close();
    const { holder } = await a.exchange();
    const shared = { ...(await b.exchange()), holder };
    const userId = await userIn(node.db, roomId, 'b');
    a.close();
    await removeKeyholder(node.db, { userId, of: { roomId }, now: Date.now() });
    const refused = { ok: false, reason: 'not-yours' };
    expect(await rotateIfDue(shared, guests.b.keys)).toEqual(refused);
    expect((await rotateIfDue(await a.exchange(), guests.a.keys)).ok).toBe(true);
    expect((await keyholdersIn(node.db, roomId)).map(({ epoch }) => epoch)).toEqual([2]);
  });
});

describe('A room whose database was put back from before its key changed', () => {
  /** Both partners' devices with the newest key, one that was left out, and a room that knows of neither. */
  async function putBack() {
    const { node, guests, partners, roomId } = await keptRoom();
    const { db } = node;
    const [a, b] = partners;
    const lost = await deviceOf(db, guests.b);
    const before = await db.keyholder.findMany({ where: { roomId } });
    await remove(db, lost);
    await Promise.all([a, b].map(epochIs(2)));
    const [holderA, holderB] = await Promise.all([a, b].map(async (one) => one.exchange()));
    const out = await lost.exchange();
    for (const one of [a, b, lost]) one.close();
    await db.keyholder.deleteMany({ where: { roomId } });
    await db.roomEpoch.deleteMany({ where: { roomId } });
    await db.keyholder.createMany({ data: before });
    await db.room.update({ where: { id: roomId }, data: { epoch: 1, dueEpoch: 1 } });
    const { held } = a.vault;
    const enterA = () => arrive({ ...guests.a, keys: held }, holderA?.holder);
    const enterB = () => arrive({ ...guests.b, keys: held }, holderB?.holder);
    return { db, guests, roomId, held, out, enterA, enterB };
  }

  it('has it again from whoever comes first, sealed for nobody who was left out', async () => {
    const { db, guests, roomId, held, out, enterA, enterB } = await putBack();
    const a = enterA();
    await epochIs(2)(a);
    expect(a.vault.held.newestFirst).toEqual(held.newestFirst);
    const own = (await a.exchange()).holder.id;
    const given = await db.keyEnvelope.findMany({ where: { roomId } });
    expect(given.map(({ holderId }) => holderId)).toEqual([own]);

    const b = enterB();
    await b.until(({ view }) => view?.epoch === 2);
    for (let level = 0; level < 2; ) {
      await new Promise((resolve) => setImmediate(resolve));
      level = (await keyholdersIn(db, roomId)).filter(({ epoch }) => epoch === 2).length;
    }
    const lost = arrive(guests.b, out.holder);
    await lost.until(({ key }) => key === 'lost');
    lost.close();
    await open([a, b]);
    await playUntil([a, b], (one) => isAt(one, 'landed'));
    expect(textsOf(b)).toEqual(expect.arrayContaining(a.said));
    expect([a, b].map(({ client }) => client.snapshot.key)).toEqual(['held', 'held']);
  });

  it('is lost to who holds the former next key, once somebody else made another', async () => {
    const { db, guests, roomId, out, enterA } = await putBack();
    await db.room.update({ where: { id: roomId }, data: { dueEpoch: 2 } });
    expect((await rotateIfDue(out, guests.b.keys)).ok).toBe(true);
    expect(await keyStateOf(db, roomId)).toEqual({ epoch: 2, rotationDue: false });
    const a = enterA();
    await a.until(({ key }) => key === 'lost');
  });
});

describe('An account', () => {
  it('opens on a new device every key there has been, also those the other made meanwhile', async () => {
    const { node, guests, partners, roomId } = await keptRoom();
    const { db } = node;
    const [a, b] = partners;
    const account = await newHolder();
    expect((await levelWithAccount(await a.exchange(), a.vault.held, account)).ok).toBe(true);
    for (const epoch of [2, 3]) {
      const lost = await deviceOf(db, { ...guests.b, keys: b.vault.held });
      await remove(db, lost);
      await Promise.all([a, b].map(epochIs(epoch)));
    }
    const elsewhere = { ...(await a.exchange()), holder: account };
    const opened = await renew(elsewhere, null);
    if (!opened.ok) throw new Error(opened.reason);
    expect(opened.value.newestFirst).toEqual(a.vault.held.newestFirst);

    const stranger = { ...(await b.exchange()), holder: account };
    expect(await renew(stranger, null)).toEqual({ ok: false, reason: 'none' });
    await db.keyEnvelope.deleteMany({ where: { roomId, holderId: account.id, epoch: 1 } });
    expect(await renew(elsewhere, null)).toEqual({ ok: false, reason: 'none' });
  });
});

describe('A device and an account', () => {
  it('know whether the account has the key, and level that without being given any', async () => {
    const { node, partners, roomId } = await keptRoom();
    const { db } = node;
    const [a, b] = partners;
    const device = await a.exchange();
    const readings = await db.reading.count();
    expect(await standingOf(device, a.vault.held)).toBe('alone');
    expect(await standingOf(device, null)).toBe('behind');
    const stranger = { ...device, roomId: fresh.room() };
    expect(await standingOf(stranger, a.vault.held)).toBe('gone');
    expect(await db.reading.count()).toBe(readings);
    await levelWithAccount(device, a.vault.held, await newHolder());
    expect(await standingOf(device, a.vault.held)).toBe('kept');
    // The account of the other is no help to this one.
    expect(await standingOf(await b.exchange(), b.vault.held)).toBe('alone');
    await db.keyholder.updateMany({
      where: { roomId, kind: 'account' },
      data: { tag: fresh.digest() },
    });
    expect(await standingOf(device, a.vault.held)).toBe('alone');
  });

  it('level a room whose new key went to the account and not to the device', async () => {
    const { node, guests, partners } = await keptRoom();
    const { db } = node;
    const [a] = partners;
    const account = await newHolder();
    const former = a.vault.held;
    const out = await deviceOf(db, guests.a);
    const device = await out.exchange();
    await levelWithAccount(await a.exchange(), former, account);
    out.close();
    await remove(db, out);
    await Promise.all(partners.map(epochIs(2)));
    expect(await standingOf(device, former)).toBe('behind');

    const strange = firstKeys(newRoomKey());
    const refused = { ok: false, reason: 'unreadable' };
    expect(await levelWithAccount(device, strange, account)).toEqual(refused);
    const none = { ok: false, reason: 'none' };
    expect(await levelWithAccount(device, former, await newHolder())).toEqual(none);
    const taken = await levelWithAccount(device, former, account);
    expect(taken.ok && taken.value.newestFirst).toEqual(a.vault.held.newestFirst);
    expect(await standingOf(device, a.vault.held)).toBe('kept');
    const ids = (await keyholdersIn(db, guests.a.roomId)).map(({ id }) => id);
    expect(ids).toContain(device.holder.id);
  });
});

describe('A partner who lets the other in again', () => {
  /** The keys that come with a link, as whoever opens it finds them. */
  async function keysIn(db: Database, link: string, { roomId, seat }: Guest): Promise<RoomKeys> {
    const parsed = parseInvitationFragment(new URL(link).hash);
    if (!parsed.ok) throw new Error('A link that cannot be read');
    const { invitationId, secret } = parsed.value;
    const row = await db.invitation.findUniqueOrThrow({ where: { id: invitationId } });
    const key = await unwrapRoomKey(secret, { roomId, invitationId, seat }, row.wrappedKey ?? '');
    if (!key.ok) throw new Error('A key that does not open');
    return new RoomKeys(key.value);
  }

  it('gives them everything that was said, and the lost device nothing that will be', async () => {
    const { node, guests, partners, roomId } = await keptRoom();
    const { db } = node;
    const [a, b] = partners;
    await open(partners);
    await playUntil(partners, (one) => isAt(one, 'give-back'));
    const saidBefore = [...a.said, ...b.said];
    b.close();
    await a.until(({ view }) => view && !view.seats.b.here);
    const link = await a.client.makeInvitation('b');
    if (!link) throw new Error('No invitation');
    await epochIs(2)(a);

    const lost = arrive(guests.b);
    await lost.until(({ key }) => key === 'lost');
    lost.close();
    await a.until(({ view }) => view && !view.seats.b.here);
    const keys = await keysIn(db, link, guests.b);
    expect(keys.newestFirst.map(({ epoch }) => epoch)).toEqual([2]);
    const guest = await joinWith(db, link, { ...guests.b, keys });
    if (!guest) throw new Error('Not let in');
    const back = arrive(guest);
    await level(a, back);
    await back.until(({ names }) => names.a === 'An');
    expect(textsOf(back).toSorted()).toEqual(saidBefore.toSorted());
    expect(back.vault.held.of(1)).toEqual(guests.a.keys.current);

    await back.act('mirror', 0);
    await a.until(() => isAt(a, 'landed'));
    expect(textsOf(a)).toEqual(expect.arrayContaining(back.said));
    const row = await db.event.findFirstOrThrow({
      where: { sessionId: a.session?.sessionId ?? '', hash: { not: null } },
      orderBy: { seq: 'desc' },
    });
    expect(row.epoch).toBe(2);
    const late = arrive(guests.b);
    await late.until(({ connection }) => connection === 'refused');
    expect((await keyholdersIn(db, roomId)).length).toBeGreaterThanOrEqual(2);
  });

  it('can do so only while they are away', async () => {
    const { node, partners, roomId } = await keptRoom();
    const [a] = partners;
    expect(await a.client.makeInvitation('b')).toBeNull();
    expect(await keyStateOf(node.db, roomId)).toEqual({ epoch: 1, rotationDue: false });
    expect((await keyholdersIn(node.db, roomId)).map(({ seat }) => seat).sort()).toEqual([
      'a',
      'b',
    ]);
  });

  it('cannot do so for whoever has an account', async () => {
    const { node, partners, roomId } = await keptRoom();
    const { db } = node;
    const [a, b] = partners;
    b.close();
    await a.until(({ view }) => view && !view.seats.b.here);
    const userId = await userIn(db, roomId, 'b');
    const empty = { passwordHash: '', passwordWrap: '', publicKey: '', sealedPrivateKey: '' };
    const account = { userId, email: 'bo@example.org', ...empty };
    await db.account.create({ data: { ...account, passwordChangedAt: 0n, createdAt: 0n } });
    expect(await a.client.makeInvitation('b')).toBeNull();
    expect(await keyStateOf(db, roomId)).toEqual({ epoch: 1, rotationDue: false });
    expect(await db.invitation.count({ where: { withdrawnAt: null, redeemedAt: null } })).toBe(0);
    expect(await a.client.makeInvitation('a')).not.toBeNull();
  });

  it('is not believed when the link holds a former key', async () => {
    const { node, guests, partners } = await keptRoom();
    const [a, b] = partners;
    await open([a, b]);
    await make(a, { type: 'stop' });
    b.close();
    await a.until(({ view }) => view && !view.seats.b.here);
    const raw = await RawClient.enter(node.url, introductionOf(guests.a, node.url));
    if (typeof raw === 'string') throw new Error(raw);
    const making = { invitationId: fresh.invitation(), tokenHash: fresh.digest(), wrappedKey: 'x' };
    const ask = (seat: Seat, epoch: number) =>
      raw.ask('invitation:make', { ...making, seat, epoch, rotation: null });
    const stale = { ok: false, reason: 'stale-epoch' };
    expect(await ask('b', 1)).toEqual(stale);
    expect(await ask('a', 2)).toEqual(stale);
    expect(await ask('a', 1)).toEqual({ ok: true });
    raw.socket.terminate();
  });
});
