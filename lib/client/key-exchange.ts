import * as v from 'valibot';
import type { RoomId } from '#lib/dialogue/id.ts';
import { accepted, type Result, refused } from '#lib/dialogue/result.ts';
import type { Seat } from '#lib/dialogue/seat.ts';
import type { HolderKind, Rotation } from '#lib/keyholder.ts';
import {
  type FoundKeys,
  KeysDone,
  KeysFound,
  type KeysRefusal,
  type KeysRequest,
} from '#lib/room-keys.ts';
import { sealOwnEnvelope } from '#lib/vault/envelope.ts';
import type { HolderKeys } from '#lib/vault/holder-keys.ts';
import { tagOf } from '#lib/vault/holder-tag.ts';
import { takeKeys } from '#lib/vault/received-keys.ts';
import type { EpochKey, RoomKeys } from '#lib/vault/room-keys.ts';
import { rotate } from '#lib/vault/rotation.ts';

/** Two members may give a room a new key at the same moment; one of them tries again. */
const tries = 3;

/**
 * Why an exchange came to nothing. `none`: there is no key here for this keyholder. `unreadable`: what the
 * server gave does not fit what was held.
 */
export type ExchangeRefusal = KeysRefusal | 'no-answer' | 'none' | 'unreadable';

export interface ExchangeDeps {
  roomId: RoomId;
  /** Asks the server, and gives back whatever it answers; rejects when nothing comes. */
  ask: (roomId: RoomId, request: KeysRequest) => Promise<unknown>;
  /** Who asks. */
  holder: HolderKeys;
}

/** How keys are asked for: over HTTP, by a page of ours or by a client that shows its own headers. */
export function askOver(url = '', headers: Record<string, string> = {}): ExchangeDeps['ask'] {
  return async (roomId, request) => {
    const answer = await fetch(`${url}/api/rooms/${roomId}/keys`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify(request),
    });
    return answer.json();
  };
}

/**
 * Registers a keyholder for one's seat, with the key in use to vouch for it.
 * @param kind an account keeps nothing between visits, so the key is sealed for it by itself.
 */
export async function hold(
  deps: ExchangeDeps,
  kind: HolderKind,
  keys: RoomKeys,
  seat: Seat,
): Promise<Result<null, ExchangeRefusal>> {
  const { roomId, holder } = deps;
  const { id, publicKey } = holder;
  const current = { epoch: keys.epoch, key: keys.current };
  const tag = await tagOf(roomId, current, { id, seat, kind, publicKey });
  const envelope = kind === 'account' ? await sealOwnEnvelope(roomId, holder, current) : null;
  const request = {
    ask: 'hold',
    holder: { id, kind, publicKey, tag, epoch: keys.epoch },
    envelope,
  } as const;
  const reply = await askDone(deps, request);
  return reply.ok ? accepted(null) : refused(reply.reason);
}

/**
 * The keys as they are now: the same when there are none newer.
 * @param held null for an account on a device without any.
 */
export async function renew(
  deps: ExchangeDeps,
  held: RoomKeys | null,
): Promise<Result<RoomKeys, ExchangeRefusal>> {
  const found = await look(deps, held);
  if (!found.ok) return found;
  const { keys, epoch } = found.value;
  return keys.epoch < epoch ? refused('none') : accepted(keys);
}

/** Gives the room a new key if it is due for one. The keys as they are after that. */
export async function rotateIfDue(
  deps: ExchangeDeps,
  held: RoomKeys,
): Promise<Result<RoomKeys, ExchangeRefusal>> {
  for (let attempt = 1; ; attempt += 1) {
    const found = await look(deps, held);
    if (!found.ok) return found;
    const { keys, rotationDue } = found.value;
    if (!rotationDue) return accepted(keys);
    const made = await rotationFor(deps, found.value, {});
    if (!made.ok) return made;
    const reply = await askDone(deps, { ask: 'rotate', rotation: made.value.rotation });
    if (reply.ok) return accepted(made.value.keys);
    if (reply.reason !== 'stale-epoch' || attempt === tries) return refused(reply.reason);
  }
}

/** A new key for a room, as it is handed in, and all keys that are held when it was taken. */
export interface PreparedRotation {
  next: EpochKey;
  rotation: Rotation;
  keys: RoomKeys;
}

/** A new key that the keyholders of one seat are left out of, for whoever hands it in. */
export async function prepareRotation(
  deps: ExchangeDeps,
  held: RoomKeys,
  leaveOut: Seat,
): Promise<Result<PreparedRotation, ExchangeRefusal>> {
  const found = await look(deps, held);
  return found.ok ? rotationFor(deps, found.value, { leaveOut }) : found;
}

/** What the server has of this room's keys, and those that are held after looking at it. */
type Looked = FoundKeys & { keys: RoomKeys };

/** Asks the server how the room's keys stand, and takes those that were sealed for whoever asks. */
export async function look(
  deps: ExchangeDeps,
  held: RoomKeys | null,
): Promise<Result<Looked, ExchangeRefusal>> {
  const { roomId, holder } = deps;
  const asked = await deps.ask(roomId, { ask: 'fetch', holderId: holder.id }).catch(() => null);
  const reply = v.safeParse(KeysFound, asked);
  if (!reply.success) return refused('no-answer');
  const found = reply.output;
  if (!found.ok) return refused(found.reason);
  const taken = await takeKeys(roomId, held, holder, found);
  return taken.ok ? accepted({ ...found, keys: taken.value }) : taken;
}

/**
 * A rotation for the keyholders that are listed; refused with `none` when the key in use is not held.
 * @param how `leaveOut`: a seat that does not get the key. `again`: a key that was in use before, which
 *   is for this keyholder alone.
 */
export async function rotationFor(
  deps: ExchangeDeps,
  { keys, epoch, holders, seat }: Looked,
  { leaveOut, again }: { leaveOut?: Seat; again?: EpochKey },
): Promise<Result<PreparedRotation, ExchangeRefusal>> {
  const { roomId, holder } = deps;
  if (keys.epoch < epoch) return refused('none');
  const others = again ? [] : holders;
  const staying = others.filter((one) => one.seat !== leaveOut && one.id !== holder.id);
  // Itself as well, also when it was not registered yet: an answer that is lost must not lock it out.
  const current = { epoch: keys.epoch, key: keys.current };
  const vouched = { id: holder.id, seat, kind: 'device', publicKey: holder.publicKey } as const;
  const tag = await tagOf(roomId, current, vouched);
  const itself = { ...vouched, tag, epoch: keys.epoch };
  // On a browser of two people it may be a keyholder of the other alone; that tag would be worth nothing.
  const registered = holders.some(
    (one) => one.id === holder.id && one.epoch === epoch && one.seat === seat,
  );
  if (!registered) {
    const held = await hold(deps, 'device', keys, seat);
    if (!held.ok) return held;
  }
  const seen = new Set([holder.id, ...holders.map(({ id }) => id)]);
  const made = await rotate(
    roomId,
    keys,
    { seen: [...seen], staying: [itself, ...staying] },
    again,
  );
  return accepted({ ...made, keys: keys.with(made.next) });
}

/** Asks for something that is either done or not. */
export async function askDone(
  { roomId, ask }: ExchangeDeps,
  request: KeysRequest,
): Promise<{ ok: true } | { ok: false; reason: ExchangeRefusal }> {
  const reply = v.safeParse(KeysDone, await ask(roomId, request).catch(() => null));
  return reply.success ? reply.output : { ok: false, reason: 'no-answer' };
}
