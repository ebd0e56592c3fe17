import * as v from 'valibot';
import { Digest, type ObservationId, type RoomId } from '#lib/dialogue/id.ts';
import { Lens } from '#lib/dialogue/observer.ts';
import { PublicKey } from '#lib/keyholder.ts';
import { CaseId } from '#lib/observation.ts';
import type { DeviceSafe } from '#lib/vault/device-safe.ts';

/** Whom this device of a partner compared digits with, and what she may have at most. */
export const Pinned = v.strictObject({ observerKey: PublicKey, caseId: CaseId, lens: Lens });
export type Pinned = v.InferOutput<typeof Pinned>;

/** What a partner's device remembers of one observation; nothing of it comes from the server later on. */
export const LetIn = v.strictObject({
  /** What was chosen on this device; null when the key was turned on another. */
  chosen: v.nullable(Lens),
  /** The digits that are being compared: what she promised, and this side's nonce. */
  comparing: v.nullable(
    v.strictObject({ observerKey: PublicKey, commitment: Digest, nonce: v.string() }),
  ),
  pinned: v.nullable(Pinned),
});
export type LetIn = v.InferOutput<typeof LetIn>;

const nothing: LetIn = { chosen: null, comparing: null, pinned: null };
const Written = v.pipe(v.string(), v.parseJson(), LetIn);
const nameOf = (roomId: RoomId, id: ObservationId) => `observation:${roomId}:${id}`;

/** What this device knows of an observation. Rejects when its storage fails. */
export async function letInOf(safe: DeviceSafe, roomId: RoomId, id: ObservationId): Promise<LetIn> {
  const known = v.safeParse(Written, await safe.get(nameOf(roomId, id)));
  return known.success ? known.output : nothing;
}

/** Remembers more of it. Rejects when the device keeps nothing: then nothing may be built on it. */
export async function noteLetIn(
  safe: DeviceSafe,
  roomId: RoomId,
  id: ObservationId,
  change: Partial<LetIn>,
): Promise<LetIn> {
  const next = { ...(await letInOf(safe, roomId, id)), ...change };
  await safe.put(nameOf(roomId, id), JSON.stringify(next));
  return next;
}

/**
 * Forgets every observation of a room but this one. What was chosen here for one that she knocked anew for
 * holds for that as well: the server says that it is the same choice, and could put in more. Never rejects.
 */
export async function forgetOthers(
  safe: DeviceSafe,
  roomId: RoomId,
  id: ObservationId | null,
): Promise<void> {
  const stays = id && nameOf(roomId, id);
  const names: readonly string[] = await safe.names(`observation:${roomId}:`).catch(() => []);
  for (const name of names) {
    if (name === stays) continue;
    if (id && stays && !names.includes(stays)) await carryOver(safe, roomId, { name, id });
    await safe.remove(name).catch(() => undefined);
  }
}

async function carryOver(
  safe: DeviceSafe,
  roomId: RoomId,
  { name, id }: { name: string; id: ObservationId },
): Promise<void> {
  const former = v.safeParse(Written, await safe.get(name).catch(() => null));
  const chosen = former.success ? former.output.chosen : null;
  if (chosen) await noteLetIn(safe, roomId, id, { chosen }).catch(() => undefined);
}
