import type { RoomId } from '#lib/dialogue/id.ts';
import { accepted, type Result, refused } from '#lib/dialogue/result.ts';
import type { FoundKeys } from '#lib/room-keys.ts';
import { openEnvelope } from './envelope.ts';
import type { HolderKeys } from './holder-keys.ts';
import { openPrevious } from './previous-key.ts';
import { type EpochKey, RoomKeys } from './room-keys.ts';

/** What a keyholder is given to come level with. */
export type GivenKeys = Pick<FoundKeys, 'envelopes' | 'chain'>;

/**
 * Takes the keys that a keyholder was given. A new key is believed only when the chain leads from it
 * back to a key that was held before: the server can seal an envelope, but not that chain.
 * @param held null for a keyholder that keeps nothing (an account): then the newest key that it once
 *   sealed for itself counts as held.
 * @returns the same keys when there is none newer. Refused with `none` when nothing is held, and with
 *   `unreadable` when what was given does not fit, or the chain goes by another key of an epoch than
 *   is held: two who hold different keys of one epoch must not write on as if they read each other.
 */
export async function takeKeys(
  roomId: RoomId,
  held: RoomKeys | null,
  holder: HolderKeys,
  given: GivenKeys,
): Promise<Result<RoomKeys, 'none' | 'unreadable'>> {
  const known = held ?? (await sealedByItself(roomId, holder, given));
  if (!known) return refused('none');
  if (await isForked(roomId, known, given)) return refused('unreadable');
  const newest = newestOf(given.envelopes);
  if (!newest || newest.epoch <= known.epoch) {
    return accepted(known.with(...(await walk(roomId, given, oldestRun(known), 1))));
  }
  const opened = await openEnvelope(
    { roomId, epoch: newest.epoch, holderId: holder.id },
    holder,
    newest.envelope,
  );
  if (!opened.ok) return opened;
  return takeGivenKey(roomId, known, opened.value, given);
}

/**
 * Takes one key beside those that are held, whoever gave it. One of an epoch that is held must be the same,
 * and from a newer one the chain must lead back to the newest that is held; refused with `unreadable` if not.
 */
export async function takeGivenKey(
  roomId: RoomId,
  held: RoomKeys,
  given: EpochKey,
  found: Pick<GivenKeys, 'chain'>,
): Promise<Result<RoomKeys, 'unreadable'>> {
  const same = held.of(given.epoch);
  if (same) return isSame(same, given.key) ? accepted(held) : refused('unreadable');
  const between = await walk(roomId, found, given, held.epoch);
  const back = between.find(({ epoch }) => epoch === held.epoch);
  if (!back || !isSame(back.key, held.current)) return refused('unreadable');
  const older = await walk(roomId, found, oldestRun(held), 1);
  return accepted(held.with(given, ...between, ...older));
}

/** Whether the room went from the epoch before to this one with another key than is held. */
async function isForked(roomId: RoomId, known: RoomKeys, { chain }: GivenKeys): Promise<boolean> {
  const link = chain.find(({ epoch }) => epoch === known.epoch);
  const current = { epoch: known.epoch, key: known.current };
  return link !== undefined && !(await openPrevious(roomId, current, link.sealedPrevious));
}

/** The newest key that this keyholder sealed for itself. */
async function sealedByItself(
  roomId: RoomId,
  holder: HolderKeys,
  { envelopes }: GivenKeys,
): Promise<RoomKeys | null> {
  const newestFirst = envelopes.toSorted((one, other) => other.epoch - one.epoch);
  for (const { epoch, envelope } of newestFirst) {
    const context = { roomId, epoch, holderId: holder.id };
    const opened = await openEnvelope(context, holder, envelope);
    if (opened.ok && opened.value.proven) return new RoomKeys(opened.value);
  }
  return null;
}

/** The keys before this one, as far as the chain opens, down to an epoch. */
async function walk(
  roomId: RoomId,
  { chain }: Pick<GivenKeys, 'chain'>,
  from: EpochKey,
  downTo: number,
): Promise<readonly EpochKey[]> {
  const found: EpochKey[] = [];
  for (let newer = from; newer.epoch > downTo; ) {
    const link = chain.find(({ epoch }) => epoch === newer.epoch);
    const previous = link ? await openPrevious(roomId, newer, link.sealedPrevious) : null;
    if (!previous) break;
    found.push(previous);
    newer = previous;
  }
  return found;
}

/** The oldest key that is held without a gap from the newest down. */
function oldestRun(keys: RoomKeys): EpochKey {
  let epoch = keys.epoch;
  while (keys.of(epoch - 1)) epoch -= 1;
  return { epoch, key: keys.of(epoch) ?? keys.current };
}

function newestOf(envelopes: GivenKeys['envelopes']) {
  return envelopes.toSorted((one, other) => other.epoch - one.epoch)[0];
}

function isSame(one: Uint8Array, other: Uint8Array): boolean {
  return one.length === other.length && one.every((byte, index) => byte === other[index]);
}
