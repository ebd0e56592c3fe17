import * as v from 'valibot';
import { Digest, type RoomId, type SessionId } from '#lib/dialogue/id.ts';
import type { DeviceSafe } from '#lib/vault/device-safe.ts';

const nameOf = (roomId: RoomId, sessionId: SessionId) => `last-word:${roomId}:${sessionId}`;

/**
 * Remembers on this device which word was the last of a talk that is over. The chain tells when a word in
 * the middle is gone; of the last ones only who was there can know that there were any.
 * @param head digest of that word; null for a talk without words.
 */
export async function keepLastWord(
  safe: DeviceSafe,
  { roomId, sessionId, head }: { roomId: RoomId; sessionId: SessionId; head: Digest | null },
): Promise<void> {
  // A device that keeps nothing trusts what it is sent, as one that was not there must.
  if (head) await safe.put(nameOf(roomId, sessionId), head).catch(() => undefined);
}

/** The last word of a talk as this device saw it; null when it did not, or keeps nothing. */
export async function lastWordOf(
  safe: DeviceSafe,
  roomId: RoomId,
  sessionId: SessionId,
): Promise<Digest | null> {
  const kept = v.safeParse(Digest, await safe.get(nameOf(roomId, sessionId)).catch(() => null));
  return kept.success ? kept.output : null;
}
