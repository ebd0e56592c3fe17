import * as v from 'valibot';
import type { ObservationId, RoomId } from '#lib/dialogue/id.ts';
import { PublicKey } from '#lib/keyholder.ts';
import type { DeviceSafe } from '#lib/vault/device-safe.ts';

/** What a therapist's device remembers of one knock. */
export const Watching = v.strictObject({
  nonce: v.string(),
  /** What the partner's device showed before this side's nonce was: nothing else is believed after that. */
  answer: v.nullable(v.strictObject({ helperKey: PublicKey, helperNonce: v.string() })),
  /** Whether she said that the digits are the same: only then is `answer` the device that keys come from. */
  agreed: v.boolean(),
});
export type Watching = v.InferOutput<typeof Watching>;

const Written = v.pipe(v.string(), v.parseJson(), Watching);
const nameOf = (roomId: RoomId, id: ObservationId) => `watching:${roomId}:${id}`;

/** What this device knows of an observation; null for nothing. Rejects when its storage fails. */
export async function watchingOf(
  safe: DeviceSafe,
  roomId: RoomId,
  id: ObservationId,
): Promise<Watching | null> {
  const known = v.safeParse(Written, await safe.get(nameOf(roomId, id)));
  return known.success ? known.output : null;
}

/** Remembers it. Rejects when the device keeps nothing. */
export function noteWatching(
  safe: DeviceSafe,
  roomId: RoomId,
  id: ObservationId,
  watching: Watching,
): Promise<void> {
  return safe.put(nameOf(roomId, id), JSON.stringify(watching));
}

/** The key of the partner's device that she compared digits with on this device; null for none. */
export async function pinnedHelper(
  safe: DeviceSafe,
  roomId: RoomId,
  id: ObservationId,
): Promise<PublicKey | null> {
  const known = await watchingOf(safe, roomId, id).catch(() => null);
  return known?.agreed ? (known.answer?.helperKey ?? null) : null;
}

/** Forgets every observation of a room but this one. Never rejects. */
export async function forgetWatching(
  safe: DeviceSafe,
  roomId: RoomId,
  but: ObservationId | null = null,
): Promise<void> {
  const stays = but && nameOf(roomId, but);
  for (const name of await safe.names(`watching:${roomId}:`).catch(() => [])) {
    if (name !== stays) await safe.remove(name).catch(() => undefined);
  }
}
