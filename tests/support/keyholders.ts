import type { RoomId } from '#lib/dialogue/id.ts';
import type { Seat } from '#lib/dialogue/seat.ts';
import type { HolderKind, Keyholder } from '#lib/keyholder.ts';
import type { HolderKeys } from '#lib/vault/holder-keys.ts';
import { tagOf } from '#lib/vault/holder-tag.ts';
import type { RoomKeys } from '#lib/vault/room-keys.ts';

/** A keyholder as the server lists it, vouched for with the newest of these keys. */
export async function listed(
  roomId: RoomId,
  holder: HolderKeys,
  keys: RoomKeys,
  { seat = 'a', kind = 'device' }: { seat?: Seat; kind?: HolderKind } = {},
): Promise<Keyholder> {
  const { id, publicKey } = holder;
  const current = { epoch: keys.epoch, key: keys.current };
  const tag = await tagOf(roomId, current, { id, seat, kind, publicKey });
  return { id, seat, kind, publicKey, tag, epoch: keys.epoch };
}

/** The same text with another character at this place. */
export function changedAt(text: string, at: number): string {
  return text.slice(0, at) + (text[at] === 'A' ? 'B' : 'A') + text.slice(at + 1);
}
