import * as v from 'valibot';
import type { RoomId } from '#lib/dialogue/id.ts';
import { accepted, type Result, refused } from '#lib/dialogue/result.ts';
import { KeysFound } from '#lib/room-keys.ts';
import type { Keyring } from '#lib/vault/keyring.ts';
import { takeGivenKey } from '#lib/vault/received-keys.ts';
import { type EpochKey, RoomKeys } from '#lib/vault/room-keys.ts';
import { type ExchangeDeps, hold } from './key-exchange.ts';

/**
 * Keeps a key that the other gave, beside whatever this device has of before. What is held is never
 * replaced. Refused with `unreadable` when the room's chain does not lead from the new key back to what is
 * held, with `no-answer` when that cannot be asked now, and with `storage` when the device keeps nothing.
 * @param exchange how keys are asked for; only when something is held.
 */
export async function keepGivenKey(
  roomId: RoomId,
  given: EpochKey,
  keyring: Keyring,
  exchange: () => Promise<ExchangeDeps>,
): Promise<Result<null, 'unreadable' | 'no-answer' | 'storage'>> {
  try {
    const held = await keyring.get(roomId);
    const taken = await (held ? besideHeld(held, given, exchange) : new RoomKeys(given));
    if (typeof taken === 'string') return refused(taken);
    await keyring.put(roomId, taken);
    return accepted(null);
  } catch {
    return refused('storage');
  }
}

async function besideHeld(
  held: RoomKeys,
  given: EpochKey,
  exchange: () => Promise<ExchangeDeps>,
): Promise<RoomKeys | 'unreadable' | 'no-answer'> {
  const deps = await exchange().catch(() => null);
  if (!deps) return 'no-answer';
  const { roomId, ask, holder } = deps;
  const asked = await ask(roomId, { ask: 'fetch', holderId: holder.id }).catch(() => null);
  const found = v.safeParse(KeysFound, asked);
  if (!found.success || !found.output.ok) return 'no-answer';
  const taken = await takeGivenKey(roomId, held, given, found.output);
  if (!taken.ok) return taken.reason;
  // Whoever was left out of this key is no keyholder any more, and would miss the next one as well.
  await hold(deps, 'device', taken.value, found.output.seat);
  return taken.value;
}
