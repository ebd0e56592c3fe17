import type { RoomId } from '#lib/dialogue/id.ts';
import type { HolderId, Keyholder, Rotation } from '#lib/keyholder.ts';
import { sealEnvelope } from './envelope.ts';
import { isVouchedFor, tagOf } from './holder-tag.ts';
import { sealPrevious } from './previous-key.ts';
import { newRoomKey } from './room-key.ts';
import type { EpochKey, RoomKeys } from './room-keys.ts';

/**
 * A new key for a room, and all that those who stay need to go over to it.
 * @param seen every keyholder there is, as far as the server tells.
 * @param staying the keyholders that are to have it. One that the key in use does not vouch for is
 *   left out, whoever names it; the others are vouched for anew.
 * @param next a key that the room had before and has forgotten, instead of a new one.
 */
export async function rotate(
  roomId: RoomId,
  keys: RoomKeys,
  { seen, staying }: { seen: readonly HolderId[]; staying: readonly Keyholder[] },
  next: EpochKey = { epoch: keys.epoch + 1, key: newRoomKey() },
): Promise<{ next: EpochKey; rotation: Rotation }> {
  const holders: Rotation['holders'] = [];
  for (const holder of staying) {
    const vouched = await isVouchedFor(roomId, keys, holder);
    const envelope = vouched ? await sealEnvelope(roomId, holder, next) : null;
    if (!envelope) continue;
    holders.push({ id: holder.id, tag: await tagOf(roomId, next, holder), envelope });
  }
  const sealedPrevious = await sealPrevious(roomId, next, keys.current);
  return { next, rotation: { epoch: next.epoch, sealedPrevious, seen: [...seen], holders } };
}
