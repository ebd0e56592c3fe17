import type { RoomId } from '#lib/dialogue/id.ts';
import type { DeviceSafe } from '#lib/vault/device-safe.ts';

/** What the names begin with under which a device keeps anything of one room. */
const placesOf = (roomId: RoomId) => [
  `room-key:${roomId}`,
  `keyholder:${roomId}`,
  `outbox:${roomId}:`,
  `draft:${roomId}:`,
  `last-word:${roomId}:`,
  `invitation:${roomId}:`,
  `observer-link:${roomId}:`,
  `observation:${roomId}:`,
  `watching:${roomId}:`,
];

/**
 * Takes everything of one room off a device: its keys, words that were begun, and what waited to be sent.
 * What cannot be taken away any more is of a room that is closed anyway; it is no hindrance to the rest.
 */
export async function forgetRoom(safe: DeviceSafe, roomId: RoomId): Promise<void> {
  for (const place of placesOf(roomId)) {
    for (const name of await safe.names(place).catch(() => [])) {
      await safe.remove(name).catch(() => undefined);
    }
  }
}
