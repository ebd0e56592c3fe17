import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { HolderId, type Keyholder, PublicKey } from '#lib/keyholder.ts';
import { openEnvelope, sealEnvelope, sealOwnEnvelope } from '#lib/vault/envelope.ts';
import { newHolder, newHolderPair } from '#lib/vault/holder-keys.ts';
import { isVouchedFor } from '#lib/vault/holder-tag.ts';
import { newRoomId } from '#lib/vault/new-id.ts';
import { newRoomKey } from '#lib/vault/room-key.ts';
import { firstKeys } from '#lib/vault/room-keys.ts';
import { changedAt, listed } from '#tests/support/keyholders.ts';

const roomId = newRoomId();
const unreadable = { ok: false, reason: 'unreadable' };

describe('the key pair of a keyholder', () => {
  it('cannot be carried away', async () => {
    const { privateKey } = await newHolderPair();
    expect(privateKey.extractable).toBe(false);
    for (const format of ['pkcs8', 'jwk'] as const) {
      await expect(crypto.subtle.exportKey(format, privateKey)).rejects.toThrow();
    }
  });

  it('is known by a digest of its public half', async () => {
    const { id, publicKey } = await newHolder();
    const raw = Buffer.from(publicKey, 'base64url');
    const digest = Buffer.from(await crypto.subtle.digest('SHA-256', raw));
    expect(id).toBe(digest.subarray(0, 16).toString('base64url'));
    expect(raw).toHaveLength(65);
    expect(v.is(HolderId, id)).toBe(true);
  });
});

describe('an envelope', () => {
  const key = { epoch: 4, key: newRoomKey() };

  it('opens for its keyholder, in its room, in its epoch, and nowhere else', async () => {
    const [holder, other] = [await newHolder(), await newHolder()];
    const context = { roomId, epoch: 4, holderId: holder.id };
    const sealed = (await sealEnvelope(roomId, holder, key)) ?? '';
    const own = await sealOwnEnvelope(roomId, holder, key);
    const opened = { ok: true, value: { ...key, proven: false } };
    expect(await openEnvelope(context, holder, sealed)).toEqual(opened);
    const proven = { ok: true, value: { ...key, proven: true } };
    expect(await openEnvelope(context, holder, own)).toEqual(proven);
    for (const envelope of [sealed, own]) {
      expect(await openEnvelope(context, other, envelope)).toEqual(unreadable);
      const elsewhere = [{ roomId: newRoomId() }, { epoch: 5 }, { holderId: other.id }];
      for (const place of elsewhere) {
        expect(await openEnvelope({ ...context, ...place }, holder, envelope)).toEqual(unreadable);
      }
    }
  });

  it('does not open when a character of it was changed, and never throws', async () => {
    const holder = await newHolder();
    const context = { roomId, epoch: 4, holderId: holder.id };
    const sealed = (await sealEnvelope(roomId, holder, key)) ?? '';
    for (const envelope of [sealed, await sealOwnEnvelope(roomId, holder, key)]) {
      for (let at = 0; at < envelope.length; at += 1) {
        const changed = changedAt(envelope, at);
        expect([at, await openEnvelope(context, holder, changed)]).toEqual([at, unreadable]);
      }
    }
    for (const junk of ['', '.', 'for', 'for..', 'own.', sealed.slice(4), `own.${sealed}`]) {
      expect(await openEnvelope(context, holder, junk)).toEqual(unreadable);
    }
  });

  it('of somebody else does not pass for one that the keyholder sealed itself', async () => {
    const holder = await newHolder();
    const context = { roomId, epoch: 4, holderId: holder.id };
    const [, sender, ...box] = ((await sealEnvelope(roomId, holder, key)) ?? '').split('.');
    expect(await openEnvelope(context, holder, `own.${box.join('.')}`)).toEqual(unreadable);
    const same = `for.${holder.publicKey}.${box.join('.')}`;
    expect(await openEnvelope(context, holder, same)).toEqual(unreadable);
    expect(sender).not.toBe(holder.publicKey);
  });

  it('is not sealed for what is no point of the curve', async () => {
    const holder = await newHolder();
    const publicKey = v.parse(PublicKey, changedAt(holder.publicKey, 60));
    expect(await sealEnvelope(roomId, { ...holder, publicKey }, key)).toBeNull();
  });

  it('is never the same twice', async () => {
    const holder = await newHolder();
    const many = await Promise.all(
      Array.from({ length: 50 }, () => sealEnvelope(roomId, holder, key)),
    );
    expect(new Set(many.map((envelope) => envelope?.split('.')[1])).size).toBe(50);
  });
});

describe('the tag of a keyholder', () => {
  it('vouches for exactly this public key in this seat, with the key in use', async () => {
    const keys = firstKeys(newRoomKey());
    const holder = await listed(roomId, await newHolder(), keys);
    const substitute = await newHolder();
    expect(await isVouchedFor(roomId, keys, holder)).toBe(true);
    const changes: Partial<Keyholder>[] = [
      { publicKey: substitute.publicKey },
      { id: substitute.id },
      { id: substitute.id, publicKey: substitute.publicKey },
      { seat: 'b' },
      { kind: 'account' },
      { epoch: 2 },
    ];
    for (const change of changes) {
      expect(await isVouchedFor(roomId, keys, { ...holder, ...change })).toBe(false);
    }
    expect(await isVouchedFor(newRoomId(), keys, holder)).toBe(false);
    expect(await isVouchedFor(roomId, firstKeys(newRoomKey()), holder)).toBe(false);
    const later = keys.with({ epoch: 2, key: newRoomKey() });
    expect(await isVouchedFor(roomId, later, holder)).toBe(false);
  });
});
