import * as v from 'valibot';
import type { RoomId } from '#lib/dialogue/id.ts';
import { accepted, type Result, refused } from '#lib/dialogue/result.ts';
import type { Seat } from '#lib/dialogue/seat.ts';
import { Known, type KnownTable } from '#lib/rights/known.ts';
import { RoomRights } from '#lib/rights/record.ts';
import type { Months } from '#lib/rights/retention.ts';
import { browserSafe, emptyBrowserSafe } from '#lib/vault/browser-safe.ts';
import { deviceKeyring } from '#lib/vault/keyring.ts';
import { openName } from '#lib/vault/name.ts';
import { forgetRoom } from './forget-room.ts';

/** Why something cannot be seen. `missing`: no such room, or no seat in it. */
export type RightsRefusal = 'missing' | 'trouble';

/** What somebody may do in a room, with the names as they open on this device. */
export interface OpenedRights extends Omit<RoomRights, 'sealedNames'> {
  names: Readonly<Record<Seat, string | null>>;
  /** Whether somebody sits there. */
  taken: Readonly<Record<Seat, boolean>>;
  /** Whether this device holds the room's key. */
  key: 'present' | 'missing';
}

/** Asks how things stand with the rights of both in a room. */
export async function fetchRights(roomId: RoomId): Promise<Result<OpenedRights, RightsRefusal>> {
  const answer = await read(`/api/rooms/${roomId}/rights`, RoomRights, { cache: 'no-store' });
  if (!answer.ok) return answer;
  const { sealedNames, ...rights } = answer.value;
  const roomKey = await deviceKeyring(browserSafe())
    .get(roomId)
    .catch(() => null);
  const nameOf = async (seat: Seat) => {
    const sealed = sealedNames[seat];
    const name = roomKey && sealed ? await openName(roomKey, roomId, seat, sealed) : null;
    return name?.ok ? name.value : null;
  };
  const names = { a: await nameOf('a'), b: await nameOf('b') };
  const taken = { a: sealedNames.a !== null, b: sealedNames.b !== null };
  return accepted({ ...rights, names, taken, key: roomKey ? 'present' : 'missing' });
}

/** Asks for everything that stands on the server about this room and about who asks. */
export async function fetchKnown(
  roomId: RoomId,
): Promise<Result<readonly KnownTable[], RightsRefusal>> {
  const answer = await read(`/api/rooms/${roomId}/known`, Known, posted({}));
  return answer.ok ? accepted(answer.value.tables) : answer;
}

/** Says for how long one wants sessions to be kept. True when that is noted. */
export function chooseRetention(roomId: RoomId, months: Months): Promise<boolean> {
  return done(`/api/rooms/${roomId}/retention`, { months });
}

/** Says yes to an export of both their words, or takes it back. True when that is noted. */
export function agreeToExport(roomId: RoomId, agree: boolean): Promise<boolean> {
  return done(`/api/rooms/${roomId}/export-agreement`, { agree });
}

/** Erases all one's own words in a room. True when they are gone; asking again is harmless. */
export function eraseOwnWords(roomId: RoomId): Promise<boolean> {
  return done(`/api/rooms/${roomId}/erase`, {});
}

/** Leaves a room for good, and takes everything of it off this device. True when that is done. */
export async function leaveRoom(roomId: RoomId, erase: boolean): Promise<boolean> {
  const left = await done(`/api/rooms/${roomId}/leave`, { erase });
  if (left) await forgetRoom(browserSafe(), roomId);
  return left;
}

/** Removes everything of a guest, on the server and of every room on this device. True when that is done. */
export async function forgetMe(erase: boolean): Promise<boolean> {
  const forgotten = await done('/api/guest/forget', { erase });
  // The guest is no more: to say that it failed would have them ask in vain.
  if (forgotten) await emptyBrowserSafe().catch(() => undefined);
  return forgotten;
}

async function done(address: string, body: unknown): Promise<boolean> {
  return (await read(address, v.strictObject({ ok: v.literal(true) }), posted(body))).ok;
}

function posted(body: unknown): RequestInit {
  const headers = { 'content-type': 'application/json' };
  return { method: 'POST', headers, body: JSON.stringify(body) };
}

async function read<Shape>(
  address: string,
  shape: v.GenericSchema<unknown, Shape>,
  request: RequestInit,
): Promise<Result<Shape, RightsRefusal>> {
  try {
    const answer = await fetch(address, request);
    if (answer.status === 404) return refused('missing');
    const found = v.safeParse(shape, answer.ok ? await answer.json() : null);
    return found.success ? accepted(found.output) : refused('trouble');
  } catch {
    return refused('trouble');
  }
}
