import { createStore, get, update } from 'idb-keyval';
import * as v from 'valibot';
import { type HolderKeys, holderKeysOf, newHolderPair } from './holder-keys.ts';

/** Beside the device key of the safe, where no name of a value can reach it. */
const place = 'holder-keys';

const Key = v.custom<CryptoKey>((value) => value instanceof CryptoKey);
const StoredPair = v.object({ publicKey: Key, privateKey: Key });

/**
 * This browser as a keyholder, the same in all its rooms and tabs. Its key pair is made on first use
 * and lies in IndexedDB; the private half cannot be exported, also not by our own scripts. Rejects when
 * the browser keeps nothing.
 */
export async function browserHolder(): Promise<HolderKeys> {
  const store = createStore('weerklank', 'safe');
  const known = v.safeParse(StoredPair, await get(place, store));
  if (known.success) return holderKeysOf(known.output);
  const fresh = await newHolderPair();
  // One transaction looks and writes, so the second of two tabs keeps the pair of the first.
  await update<unknown>(
    place,
    (found) => (v.safeParse(StoredPair, found).success ? found : fresh),
    store,
  );
  return holderKeysOf(v.parse(StoredPair, await get(place, store)));
}
