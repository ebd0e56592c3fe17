import { expect, it } from 'vitest';
import { forgetRoom } from '#lib/client/forget-room.ts';
import { outboxPlace } from '#lib/client/outbox-place.ts';
import { deviceKeyring } from '#lib/vault/keyring.ts';
import { memorySafe } from '#lib/vault/memory-safe.ts';
import { newId, newRoomId } from '#lib/vault/new-id.ts';
import { newRoomKey } from '#lib/vault/room-key.ts';
import { firstKeys } from '#lib/vault/room-keys.ts';

it('takes everything of a room off a device, and nothing of another', async () => {
  const safe = memorySafe();
  const keyring = deviceKeyring(safe);
  const [left, stays] = [newRoomId(), newRoomId()];
  for (const roomId of [left, stays]) {
    await keyring.put(roomId, firstKeys(newRoomKey()));
    const sessionId = newId();
    for (const name of [
      `keyholder:${roomId}`,
      `${outboxPlace(roomId)}${sessionId}:000000000000001:move`,
      `draft:${roomId}:${sessionId}:tell:0`,
      `invitation:${roomId}:${newId()}`,
      `observer-link:${roomId}:${newId()}`,
      `observation:${roomId}:${newId()}`,
      `watching:${roomId}:${newId()}`,
    ]) {
      await safe.put(name, 'something');
    }
  }
  const before = await safe.names('');
  await forgetRoom(safe, left);
  expect(await safe.names('')).toEqual(before.filter((name) => name.includes(stays)));
  expect(await keyring.get(left)).toBeNull();
  expect(await keyring.get(stays)).not.toBeNull();
});
