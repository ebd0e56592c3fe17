import * as v from 'valibot';
import { RoomId } from '#lib/dialogue/id.ts';
import { browserSafe, emptyBrowserSafe } from '#lib/vault/browser-safe.ts';

/** What a device would lose when it is emptied. */
export interface DeviceState {
  /** The rooms whose keys lie here. */
  rooms: readonly RoomId[];
  /** How many moves wait here to be sent. */
  unsent: number;
  /** How many words were begun here and not said. */
  drafts: number;
}

/** What lies on this device. A device that keeps nothing has nothing. */
export async function deviceState(): Promise<DeviceState> {
  const safe = browserSafe();
  const names = (prefix: string) => safe.names(prefix).catch(() => []);
  const [keys, unsent, drafts] = await Promise.all(
    ['room-key:', 'outbox:', 'draft:'].map((prefix) => names(prefix)),
  );
  const rooms = (keys ?? []).flatMap((name) => {
    const roomId = v.safeParse(RoomId, name.slice('room-key:'.length));
    return roomId.success ? [roomId.output] : [];
  });
  return { rooms, unsent: unsent?.length ?? 0, drafts: drafts?.length ?? 0 };
}

/** Takes everything of ours off this device: keys, drafts and what waited. False when it fails. */
export async function emptyDevice(): Promise<boolean> {
  try {
    await emptyBrowserSafe();
    return true;
  } catch {
    return false;
  }
}
