import { describe, expect, it } from 'vitest';
import { fitOf, keepLinkKey } from '#lib/client/link-key.ts';
import { deviceKeyring } from '#lib/vault/keyring.ts';
import { memorySafe } from '#lib/vault/memory-safe.ts';
import { newRoomId } from '#lib/vault/new-id.ts';
import { newRoomKey } from '#lib/vault/room-key.ts';
import { firstKeys } from '#lib/vault/room-keys.ts';

function device() {
  return { roomId: newRoomId(), keyring: deviceKeyring(memorySafe()) };
}

const newest = () => ({ epoch: 2, key: newRoomKey() });

describe('The key in a link', () => {
  it('comes beside what is held, and goes again when nobody is let in', async () => {
    const { roomId, keyring } = device();
    const held = firstKeys(newRoomKey());
    await keyring.put(roomId, held);
    const brought = newest();
    const kept = await keepLinkKey(keyring, roomId, brought);
    expect(kept.ok && kept.value.keys.newestFirst).toEqual(held.with(brought).newestFirst);
    expect((await keyring.get(roomId))?.newestFirst).toEqual(held.with(brought).newestFirst);
    if (kept.ok) await kept.value.undo();
    expect((await keyring.get(roomId))?.newestFirst).toEqual(held.newestFirst);
  });

  it('is all there is on a device without any, and then nothing again', async () => {
    const { roomId, keyring } = device();
    const brought = newest();
    const kept = await keepLinkKey(keyring, roomId, brought);
    expect((await keyring.get(roomId))?.newestFirst).toEqual([brought]);
    if (kept.ok) await kept.value.undo();
    expect(await keyring.get(roomId)).toBeNull();
  });

  it('is refused when another of its epoch is held, which stays', async () => {
    const { roomId, keyring } = device();
    const held = firstKeys(newRoomKey()).with(newest());
    await keyring.put(roomId, held);
    for (const epoch of [1, 2]) {
      const other = { epoch, key: newRoomKey() };
      expect(fitOf(held, other)).toBe('other');
      expect(await keepLinkKey(keyring, roomId, other)).toEqual({ ok: false, reason: 'other-key' });
    }
    expect((await keyring.get(roomId))?.newestFirst).toEqual(held.newestFirst);
    expect(fitOf(held, { epoch: 2, key: held.current })).toBe('held');
    expect(fitOf(null, newest())).toBe('new');
    expect((await keepLinkKey(keyring, roomId, { epoch: 2, key: held.current })).ok).toBe(true);
  });

  it('is refused by a device that keeps nothing', async () => {
    const { roomId, keyring } = device();
    const full = { ...keyring, put: () => Promise.reject(new Error('No room left')) };
    expect(await keepLinkKey(full, roomId, newest())).toEqual({ ok: false, reason: 'storage' });
  });
});
