import * as v from 'valibot';
import { Epoch, firstEpoch } from '#lib/dialogue/epoch.ts';
import { fromBase64url, toBase64url } from './base64url.ts';
import { RoomKey } from './room-key.ts';

/** A key with the epoch it began. */
export interface EpochKey {
  epoch: number;
  key: RoomKey;
}

/** The keys of one room that somebody holds. Never changes: with one more key it is another. */
export class RoomKeys {
  /** The newest epoch whose key is here, with which everything is sealed from now on. */
  readonly epoch: number;
  readonly current: RoomKey;
  readonly #all: ReadonlyMap<number, RoomKey>;

  /** Of two keys of one epoch the first counts. */
  constructor(first: EpochKey, ...rest: readonly EpochKey[]) {
    const all = [first, ...rest];
    const newest = all.reduce((best, one) => (one.epoch > best.epoch ? one : best));
    this.epoch = newest.epoch;
    this.current = newest.key;
    this.#all = new Map(all.toReversed().map(({ epoch, key }) => [epoch, key]));
  }

  /** The key of an epoch; null when it is not here. */
  of(epoch: number): RoomKey | null {
    return this.#all.get(epoch) ?? null;
  }

  /** These keys and more. A key that is held stays: another of the same epoch never takes its place. */
  with(...more: readonly EpochKey[]): RoomKeys {
    return new RoomKeys({ epoch: this.epoch, key: this.current }, ...this.newestFirst, ...more);
  }

  get newestFirst(): readonly EpochKey[] {
    return [...this.#all]
      .map(([epoch, key]) => ({ epoch, key }))
      .sort((one, other) => other.epoch - one.epoch);
  }
}

/** The keys of a room that has only ever had this one. */
export function firstKeys(key: RoomKey): RoomKeys {
  return new RoomKeys({ epoch: firstEpoch, key });
}

const Written = v.pipe(
  v.string(),
  v.parseJson(),
  v.tupleWithRest([v.tuple([Epoch, v.string()])], v.tuple([Epoch, v.string()])),
);

/** The keys as text: a list of epochs and keys in JSON, the newest first. */
export function writeRoomKeys(keys: RoomKeys): string {
  return JSON.stringify(keys.newestFirst.map(({ epoch, key }) => [epoch, toBase64url(key)]));
}

/**
 * The keys behind a text, also behind the base64url of one key alone, which is how the first was kept
 * before there were others. Null for any other text.
 */
export function readRoomKeys(text: string): RoomKeys | null {
  const alone = readKey(text);
  if (alone) return firstKeys(alone);
  const written = v.safeParse(Written, text);
  if (!written.success) return null;
  const keys = written.output.flatMap(([epoch, keyText]) => {
    const key = readKey(keyText);
    return key ? [{ epoch, key }] : [];
  });
  const [first, ...rest] = keys;
  return first && keys.length === written.output.length ? new RoomKeys(first, ...rest) : null;
}

function readKey(text: string): RoomKey | null {
  const key = v.safeParse(RoomKey, fromBase64url(text));
  return key.success ? key.output : null;
}
