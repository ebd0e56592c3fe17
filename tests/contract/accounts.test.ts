import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { Email } from '#lib/account.ts';
import { HolderId, PublicKey } from '#lib/keyholder.ts';
import {
  accountByEmail,
  accountOf,
  createAccount,
  deleteAccount,
  type NewAccount,
  setPassword,
} from '#prisma/accounts.ts';
import { authTerms, beginAuthSession } from '#prisma/auth-sessions.ts';
import { linkIdentity, ownerOfIdentity } from '#prisma/external-identities.ts';
import { holdKeys, keyholdersIn } from '#prisma/keyholders.ts';
import { isKnownDevice, knowDevice, knownFor } from '#prisma/known-devices.ts';
import { evictionsAfter } from '#prisma/news.ts';
import { addPasskey, countPasskeyUse, removePasskey } from '#prisma/passkeys.ts';
import { keyStateOf } from '#prisma/room-epochs.ts';
import { createRoom } from '#prisma/rooms.ts';
import {
  removeTotp,
  secondFactorsOf,
  setBackupCodes,
  setTotp,
  spendBackupCode,
  spendTotpStep,
} from '#prisma/second-factors.ts';
import { makeTicket } from '#prisma/tickets.ts';
import { keysEntry, passwordEntry } from '#tests/support/owner.ts';
import { connectionTo, databaseFile, fresh, ownedRoom } from './database-file.ts';

const now = 1_764_000_000_000;

const { passwordWrap } = passwordEntry('first');
const entry = { passwordHash: 'hash', passwordWrap };
const keys = keysEntry('first');

function accountFor(more: Partial<NewAccount> = {}): NewAccount {
  const email = v.parse(Email, 'an@home.be');
  return {
    ...entry,
    ...keys,
    userId: fresh.user(),
    email,
    role: 'partner',
    consent: 1,
    now,
    ...more,
  };
}

async function withAccount(more: Partial<NewAccount> = {}) {
  const db = await connectionTo(await databaseFile());
  const account = accountFor(more);
  expect(await createAccount(db, account)).toBe(true);
  return { db, ...account };
}

describe('An account', () => {
  it('is one for each address and one for each user; a second leaves nothing behind', async () => {
    const { db, email, userId } = await withAccount();
    expect(await createAccount(db, accountFor())).toBe(false);
    const other = v.parse(Email, 'other@home.be');
    expect(await createAccount(db, accountFor({ userId, email: other }))).toBe(false);
    expect(await db.user.count()).toBe(1);
    expect(await db.consent.count()).toBe(1);
    expect(await accountByEmail(db, email)).toMatchObject({
      userId,
      recoveryWrap: keys.recoveryWrap,
    });
    expect(await accountByEmail(db, other)).toBeNull();
  });

  it('is made once, however many make it at the same time (10)', async () => {
    const db = await connectionTo(await databaseFile());
    const made = await Promise.all(
      Array.from({ length: 10 }, () => createAccount(db, accountFor())),
    );
    expect(made.filter(Boolean)).toHaveLength(1);
  });

  it('keeps its keys with another password, unless new ones come along', async () => {
    const { db, userId } = await withAccount();
    const first = { userId, passwordChangedAt: now };
    await setPassword(db, first, { ...entry, passwordHash: 'second' }, null, now + 1);
    expect(await accountOf(db, userId)).toMatchObject({ passwordHash: 'second', ...keys });
    const second = keysEntry('second');
    await setPassword(db, { userId, passwordChangedAt: now + 1 }, entry, second, now + 2);
    expect(await accountOf(db, userId)).toMatchObject({ ...second, passwordChangedAt: now + 2 });
  });

  it('with new keys is no keyholder by the old ones, until it is given the rooms again', async () => {
    const { db, userId } = await withAccount();
    const asProved = async () => {
      const account = await accountOf(db, userId);
      if (!account) throw new Error('No account');
      return account;
    };
    const roomId = fresh.room();
    await createRoom(db, { roomId, userId, sealedName: 'a', now });
    const hold = (kind: 'account' | 'device', of: string) => {
      const id = v.parse(HolderId, of.padStart(22, '0'));
      const publicKey = v.parse(PublicKey, of.padStart(87, 'B'));
      const holder = { id, kind, publicKey, tag: fresh.digest(), epoch: 1 };
      return holdKeys(db, { roomId, userId, holder, envelope: 'own', now });
    };
    await hold('account', 'account');
    await hold('device', 'device');
    await setPassword(db, await asProved(), { ...entry, passwordHash: 'second' }, null, now + 1);
    expect(await keyholdersIn(db, roomId)).toHaveLength(2);
    await setPassword(db, await asProved(), entry, keysEntry('second'), now + 2);
    expect((await keyholdersIn(db, roomId)).map(({ kind }) => kind)).toEqual(['device']);
    expect(await keyStateOf(db, roomId)).toEqual({ epoch: 1, rotationDue: true });
  });

  it('that is deleted leaves no row of its owner nor a room without anyone, and closes what is open', async () => {
    const db = await connectionTo(await databaseFile());
    const { roomId, userId } = await ownedRoom(db);
    await createAccount(db, accountFor({ userId }));
    const begun = { userId, way: 'password', device: '', term: authTerms.account, now } as const;
    const sid = await beginAuthSession(db, begun);
    await makeTicket(db, 'reset', { userId, detail: '', now });
    await makeTicket(db, 'create', { userId: null, detail: 'an@home.be', now });
    await addPasskey(db, passkey(userId));
    await setBackupCodes(db, userId, ['one']);
    await knowDevice(db, { hash: 'device', userId, now });
    await linkIdentity(db, userId, { provider: 'p', subject: 's' });
    await db.keyholder.create({
      data: {
        roomId,
        id: 'k',
        userId,
        kind: 'account',
        publicKey: '',
        tag: '',
        epoch: 1,
        addedAt: 1,
      },
    });
    await db.keyEnvelope.create({ data: { roomId, holderId: 'k', epoch: 1, envelope: 'e' } });
    await deleteAccount(db, userId, now + 1);
    await deleteAccount(db, userId, now + 2);
    const left = [
      await db.user.count(),
      await db.account.count(),
      await db.passkey.count(),
      await db.backupCode.count(),
      await db.knownDevice.count(),
      await db.externalIdentity.count(),
      await db.authSession.count(),
      await db.ticket.count(),
      await db.consent.count(),
      await db.keyholder.count(),
      await db.keyEnvelope.count(),
    ];
    expect(left).toEqual(left.map(() => 0));
    // Nobody else was in that room.
    expect(await db.room.count({ where: { id: roomId } })).toBe(0);
    const evicted = await evictionsAfter(db, { eviction: 0, roomChange: 0 });
    expect(evicted).toMatchObject([{ userId, roomId }, { authSessionId: sid }]);
  });
});

function passkey(userId: NewAccount['userId'], id = 'key', counter = 0) {
  return { id, userId, publicKey: '', counter, transports: '', name: 'Key', now };
}

describe('A second factor', () => {
  it('of a time step is used once, however many use it at the same time, and no earlier one later', async () => {
    const { db, userId } = await withAccount();
    expect(await spendTotpStep(db, userId, 1)).toBe(false);
    expect(await setTotp(db, { userId, sealedSecret: 'sealed', step: 100 })).toBe(true);
    expect(await setTotp(db, { userId, sealedSecret: 'other', step: 1 })).toBe(false);
    const uses = await Promise.all(
      Array.from({ length: 10 }, () => spendTotpStep(db, userId, 101)),
    );
    expect(uses.filter(Boolean)).toHaveLength(1);
    const later = [100, 101, 102, 101].map((step) => step);
    const outcomes: boolean[] = [];
    for (const step of later) outcomes.push(await spendTotpStep(db, userId, step));
    expect(outcomes).toEqual([false, false, true, false]);
  });

  it('of a backup code is used once, by its owner', async () => {
    const { db, userId } = await withAccount();
    await setBackupCodes(db, userId, ['one', 'two']);
    const other = fresh.user();
    expect(await spendBackupCode(db, { userId: other, hash: 'one', now })).toBe(false);
    const uses = await Promise.all(
      Array.from({ length: 10 }, () => spendBackupCode(db, { userId, hash: 'one', now })),
    );
    expect(uses.filter(Boolean)).toHaveLength(1);
    expect(await secondFactorsOf(db, userId)).toMatchObject({ backupCodesLeft: 1 });
    await setBackupCodes(db, userId, ['three']);
    expect(await spendBackupCode(db, { userId, hash: 'two', now })).toBe(false);
  });

  it('stays the last one of a therapist, however many are taken away at the same time', async () => {
    const { db, userId } = await withAccount({ role: 'therapist' });
    await setTotp(db, { userId, sealedSecret: 'sealed', step: 1 });
    await addPasskey(db, passkey(userId, 'one'));
    await addPasskey(db, passkey(userId, 'two'));
    const outcomes = await Promise.all([
      removePasskey(db, userId, 'one'),
      removeTotp(db, userId),
      removePasskey(db, userId, 'two'),
    ]);
    expect(outcomes.filter(Boolean)).toHaveLength(2);
    const { totp, passkeys } = await secondFactorsOf(db, userId);
    expect(passkeys + (totp ? 1 : 0)).toBe(1);
  });

  it('of a passkey counts on, where it counts', async () => {
    const { db, userId } = await withAccount();
    await addPasskey(db, passkey(userId, 'still'));
    await addPasskey(db, passkey(userId, 'counting', 5));
    expect(await addPasskey(db, passkey(fresh.user(), 'still'))).toBe(false);
    const use = (id: string, counter: number) => countPasskeyUse(db, { id, counter, now });
    const outcomes = [
      await use('still', 0),
      await use('still', 0),
      await use('counting', 5),
      await use('counting', 6),
      await use('counting', 0),
      await use('nowhere', 1),
    ];
    expect(outcomes).toEqual([true, true, false, true, false, false]);
  });
});

describe('A browser', () => {
  it('is known for 400 days, twenty of each owner', async () => {
    const { db, userId } = await withAccount();
    for (let at = 0; at < 25; at += 1) {
      await knowDevice(db, { hash: `device ${at}`, userId, now: now + at });
    }
    expect(await db.knownDevice.count()).toBe(20);
    expect(await isKnownDevice(db, 'device 4', now + 25)).toBe(false);
    expect(await isKnownDevice(db, 'device 24', now + knownFor)).toBe(true);
    expect(await isKnownDevice(db, 'device 24', now + 24 + knownFor)).toBe(false);
  });
});

describe('Who somebody is elsewhere', () => {
  it('is one account here', async () => {
    const { db, userId } = await withAccount();
    const other = accountFor({ email: v.parse(Email, 'bo@home.be') });
    await createAccount(db, other);
    const identity = { provider: 'https://login.home', subject: 'an' };
    expect(await linkIdentity(db, userId, identity)).toBe(true);
    expect(await linkIdentity(db, userId, identity)).toBe(true);
    expect(await linkIdentity(db, other.userId, identity)).toBe(false);
    expect(await ownerOfIdentity(db, identity)).toBe(userId);
    expect(await ownerOfIdentity(db, { ...identity, provider: 'https://other' })).toBeNull();
  });
});
