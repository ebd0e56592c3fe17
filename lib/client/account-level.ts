import * as v from 'valibot';
import { accepted, type Result, refused } from '#lib/dialogue/result.ts';
import { KeysListed } from '#lib/room-keys.ts';
import type { HolderKeys } from '#lib/vault/holder-keys.ts';
import { isVouchedFor } from '#lib/vault/holder-tag.ts';
import type { RoomKeys } from '#lib/vault/room-keys.ts';
import { type ExchangeDeps, type ExchangeRefusal, hold, look } from './key-exchange.ts';

/**
 * Brings a device and an account level in one room, whichever of them has the newest key; afterwards
 * both are keyholders there.
 * @param held what lies on the device, null for nothing: a key of the account is taken beside it only
 *   when it leads back to this.
 * @returns the keys that the device is to keep. Refused with `none` when neither has the newest.
 */
export async function levelWithAccount(
  device: ExchangeDeps,
  held: RoomKeys | null,
  account: HolderKeys,
): Promise<Result<RoomKeys, ExchangeRefusal>> {
  const asAccount = { ...device, holder: account };
  const own = held && (await look(device, held));
  if (own?.ok && own.value.keys.epoch >= own.value.epoch) {
    const { keys, seat } = own.value;
    const given = await hold(asAccount, 'account', keys, seat);
    return given.ok ? accepted(keys) : given;
  }
  const found = await look(asAccount, held);
  if (!found.ok) return found;
  const { keys, epoch, seat } = found.value;
  if (keys.epoch < epoch) return refused('none');
  // What was taken is good without these; either is told of again at a later visit.
  await hold(asAccount, 'account', keys, seat);
  await hold(device, 'device', keys, seat);
  return accepted(keys);
}

/**
 * How a room's key stands here. `kept`: the account has it too. `alone`: nobody else of this person has
 * it. `behind`: it is not here, or a former one is. `gone`: this person has no seat there.
 */
export type RoomStanding = 'kept' | 'alone' | 'behind' | 'gone' | 'no-answer';

/** Asks who holds a room's keys, without being given any, so that it is no reading of them. */
export async function standingOf(
  { roomId, ask }: Pick<ExchangeDeps, 'roomId' | 'ask'>,
  held: RoomKeys | null,
): Promise<RoomStanding> {
  const asked = await ask(roomId, { ask: 'holders' }).catch(() => null);
  const reply = v.safeParse(KeysListed, asked);
  if (!reply.success) return 'no-answer';
  if (!reply.output.ok) return reply.output.reason === 'not-found' ? 'gone' : 'no-answer';
  const { seat, epoch, holders } = reply.output;
  if (!held || held.epoch < epoch) return 'behind';
  const accounts = holders.filter((one) => one.kind === 'account' && one.seat === seat);
  const vouched = await Promise.all(accounts.map((one) => isVouchedFor(roomId, held, one)));
  return vouched.includes(true) ? 'kept' : 'alone';
}
