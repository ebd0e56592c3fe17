import * as v from 'valibot';
import { accepted, type Result, refused } from '#lib/dialogue/result.ts';
import { KeysListed } from '#lib/room-keys.ts';
import { isVouchedFor } from '#lib/vault/holder-tag.ts';
import { RoomKeys } from '#lib/vault/room-keys.ts';
import {
  askDone,
  type ExchangeDeps,
  type ExchangeRefusal,
  hold,
  look,
  rotateIfDue,
  rotationFor,
} from './key-exchange.ts';

/** So often others may be first with one of the keys that a room forgot. */
const tries = 3;

/**
 * Sets right what may be wrong between a room and a device that holds the key it has in use, or a newer
 * one: gives it the key it is due for, or forgot, and registers the device anew when it was forgotten
 * itself. Refused with `unreadable` when the room has another key of the same epoch.
 */
export function settle(
  deps: ExchangeDeps,
  held: RoomKeys,
  room: { epoch: number; rotationDue: boolean },
): Promise<Result<RoomKeys, ExchangeRefusal>> {
  if (room.epoch < held.epoch) return handIn(deps, held);
  return room.rotationDue ? rotateIfDue(deps, held) : confirm(deps, held);
}

/**
 * Puts keys in use again that the room has forgotten, as after a copy of the database from before was
 * put back. They are sealed for this device alone: whoever is listed may have been left out since, and
 * a server that makes believe it forgot must gain nothing by it.
 */
async function handIn(
  deps: ExchangeDeps,
  held: RoomKeys,
): Promise<Result<RoomKeys, ExchangeRefusal>> {
  for (let failed = 0; ; ) {
    const found = await look(deps, held);
    if (!found.ok) return found;
    const { keys, epoch } = found.value;
    if (keys.epoch <= epoch) return accepted(keys);
    const [former, next] = [keys.of(epoch), keys.of(epoch + 1)];
    if (!former || !next) return refused('unreadable');
    const then = { ...found.value, keys: new RoomKeys({ epoch, key: former }) };
    const made = await rotationFor(deps, then, { again: { epoch: epoch + 1, key: next } });
    if (!made.ok) return made;
    const reply = await askDone(deps, { ask: 'rotate', rotation: made.value.rotation });
    if (reply.ok) continue;
    failed += 1;
    if (reply.reason !== 'stale-epoch' || failed === tries) return refused(reply.reason);
  }
}

/** Whether this device is known by the key it holds; only if not is there anything to be looked at. */
async function confirm(
  deps: ExchangeDeps,
  held: RoomKeys,
): Promise<Result<RoomKeys, ExchangeRefusal>> {
  const { roomId, ask, holder } = deps;
  const asked = await ask(roomId, { ask: 'holders' }).catch(() => null);
  const reply = v.safeParse(KeysListed, asked);
  if (!reply.success) return refused('no-answer');
  if (!reply.output.ok) return refused(reply.output.reason);
  const own = reply.output.holders.find(({ id }) => id === holder.id);
  if (own && (await isVouchedFor(roomId, held, own))) return accepted(held);
  const found = await look(deps, held);
  if (!found.ok) return found;
  const { keys, epoch, seat } = found.value;
  if (keys.epoch < epoch) return refused('none');
  await hold(deps, 'device', keys, seat);
  return accepted(keys);
}
