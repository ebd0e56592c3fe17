import type { RoomId } from '#lib/dialogue/id.ts';
import type { DeviceSafe } from '#lib/vault/device-safe.ts';
import { deviceKeyring } from '#lib/vault/keyring.ts';
import type { RoomKeys } from '#lib/vault/room-keys.ts';
import { deviceClock } from './clock.ts';
import type { ExchangeDeps } from './key-exchange.ts';
import { RoomVault } from './room-vault.ts';

/** The vault of a room on this browser, over keys it is about to hold. */
export function browserVault(roomId: RoomId, keys: RoomKeys, safe: DeviceSafe): RoomVault {
  return new RoomVault({
    roomId,
    keys,
    safe,
    clock: deviceClock,
    exchangeDeps: () => browserExchange(roomId),
  });
}

/** How this browser exchanges keys. Rejects when it keeps no key pair. */
export async function browserExchange(roomId: RoomId): Promise<ExchangeDeps> {
  const [{ askOver }, { browserHolder }] = await Promise.all([
    import('./key-exchange.ts'),
    import('#lib/vault/browser-holder.ts'),
  ]);
  return { roomId, ask: askOver(), holder: await browserHolder() };
}

/** The vault of a room whose keys lie on this browser; null when none do, or none can be read. */
export async function keptVault(roomId: RoomId, safe: DeviceSafe): Promise<RoomVault | null> {
  const keys = await deviceKeyring(safe)
    .get(roomId)
    .catch(() => null);
  return keys && browserVault(roomId, keys, safe);
}
