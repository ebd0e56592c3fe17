import type { RoomId } from '#lib/dialogue/id.ts';
import { accepted, type Result, refused } from '#lib/dialogue/result.ts';
import { browserSafe } from '#lib/vault/browser-safe.ts';
import type { HolderKeys } from '#lib/vault/holder-keys.ts';
import { deviceKeyring } from '#lib/vault/keyring.ts';
import { levelWithAccount, type RoomStanding, standingOf } from './account-level.ts';
import { browserExchange } from './device-keys.ts';
import { askOver, type ExchangeRefusal, rotateIfDue } from './key-exchange.ts';

/*
 * What an account and this browser do for each other with the keys of a room. The account's key pair
 * comes from its unlocked vault, by `holderKeysOf`.
 */

/** How the key of a room stands on this browser. One that keeps nothing has none. */
export async function standingHere(roomId: RoomId): Promise<RoomStanding> {
  const held = await deviceKeyring(browserSafe())
    .get(roomId)
    .catch(() => null);
  return standingOf({ roomId, ask: askOver() }, held);
}

/**
 * Gives the account the keys of a room that lie on this browser, or this browser those of the account.
 * Refused with `none` when neither has the newest, and with `unreadable` when what the server gives does
 * not lead back to what is held here, or what the account sealed for itself.
 */
export async function levelRoom(
  roomId: RoomId,
  account: HolderKeys,
): Promise<Result<null, ExchangeRefusal>> {
  const keyring = deviceKeyring(browserSafe());
  const held = await keyring.get(roomId);
  const keys = await levelWithAccount(await browserExchange(roomId), held, account);
  if (!keys.ok) return keys;
  await keyring.put(roomId, keys.value);
  return accepted(null);
}

/**
 * Gives a room a new key if it is due for one, as after a device was removed. Harmless otherwise; refused
 * with `none` when this browser holds no keys of it, and then a visit of anyone who does will see to it.
 */
export async function renewRoom(roomId: RoomId): Promise<Result<null, ExchangeRefusal>> {
  const keyring = deviceKeyring(browserSafe());
  const held = await keyring.get(roomId);
  if (!held) return refused('none');
  const keys = await rotateIfDue(await browserExchange(roomId), held);
  if (!keys.ok) return keys;
  await keyring.put(roomId, keys.value);
  return accepted(null);
}
