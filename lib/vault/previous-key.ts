import * as v from 'valibot';
import type { RoomId } from '#lib/dialogue/id.ts';
import { openText, sealText, version } from './box.ts';
import { deriveKey } from './derive.ts';
import { lp } from './lp.ts';
import { RoomKey } from './room-key.ts';
import type { EpochKey } from './room-keys.ts';

const keyOf = (roomId: RoomId, { epoch, key }: EpochKey) =>
  deriveKey(key, 'weerklank previous', roomId, String(epoch));
const aadOf = (roomId: RoomId, epoch: number) => lp(version, 'previous', roomId, String(epoch));

/** The key of the epoch before, as text that the key of an epoch opens. */
export async function sealPrevious(
  roomId: RoomId,
  newer: EpochKey,
  previous: RoomKey,
): Promise<string> {
  return sealText(await keyOf(roomId, newer), aadOf(roomId, newer.epoch), previous);
}

/** The key of the epoch before; null when it was sealed with another key or changed. Never throws. */
export async function openPrevious(
  roomId: RoomId,
  newer: EpochKey,
  sealed: string,
): Promise<EpochKey | null> {
  const opened = await openText(await keyOf(roomId, newer), aadOf(roomId, newer.epoch), sealed);
  const key = v.safeParse(RoomKey, opened);
  return key.success ? { epoch: newer.epoch - 1, key: key.output } : null;
}
