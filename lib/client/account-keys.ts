import type { RoomId } from '#lib/dialogue/id.ts';
import { accepted, type Result, refused } from '#lib/dialogue/result.ts';
import { browserSafe } from '#lib/vault/browser-safe.ts';
import type { HolderKeys } from '#lib/vault/holder-keys.ts';
import { deviceKeyring } from '#lib/vault/keyring.ts';
import { browserExchange } from './device-keys.ts';
import { type ExchangeRefusal, hold, holdForAccount, look, rotateIfDue } from './key-exchange.ts';

/*
 * What an account and this browser do for each other with the keys of a room. The account's key pair
 * comes from its unlocked vault, by `holderKeysOf`.
 */

/** Gives the account the keys of a room that this browser holds. Refused with `none` without them. */
export async function giveToAccount(
  roomId: RoomId,
  account: HolderKeys,
): Promise<Result<null, ExchangeRefusal>> {
  const held = await deviceKeyring(browserSafe()).get(roomId);
  if (!held) return refused('none');
  return holdForAccount(await browserExchange(roomId), held, account);
}

/**
 * Lets this browser have the keys of a room that the account was given, and makes it a keyholder itself.
 * Refused with `none` when the account has none, and with `unreadable` when what the server gives does
 * not lead back to a key that the account sealed for itself.
 */
export async function takeFromAccount(
  roomId: RoomId,
  account: HolderKeys,
): Promise<Result<null, ExchangeRefusal>> {
  const device = await browserExchange(roomId);
  const asAccount = { ...device, holder: account };
  const found = await look(asAccount, null);
  if (!found.ok) return found;
  const { keys, epoch, seat } = found.value;
  if (keys.epoch < epoch) return refused('none');
  await deviceKeyring(browserSafe()).put(roomId, keys);
  await hold(asAccount, 'account', keys, seat);
  return hold(device, 'device', keys, seat);
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
