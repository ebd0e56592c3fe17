import { clear, createStore, del, get, keys, set, update } from 'idb-keyval';
import * as v from 'valibot';
import { type DeviceSafe, newDeviceKey, safeOver } from './device-safe.ts';

/** The device key's place; values stand under `value:`, so no name can reach it. */
const keyPlace = 'device-key';
const valuePlace = 'value:';

/** Asked late: on a page without HTTPS there is no CryptoKey to compare with. */
const StoredKey = v.custom<CryptoKey>((value) => value instanceof CryptoKey);

/** Nothing, or what another program left there, reads as nothing. */
const Stored = v.fallback(v.nullable(v.string()), null);

/**
 * The safe of this browser, in its IndexedDB database `weerklank`. Its key is made on first use and
 * cannot be exported, also not by our own scripts; all tabs share it.
 */
export function browserSafe(): DeviceSafe {
  const store = createStore('weerklank', 'safe');
  const deviceKey = async () => {
    const known = v.safeParse(StoredKey, await get(keyPlace, store));
    if (known.success) return known.output;
    const fresh = await newDeviceKey();
    // One transaction looks and writes, so the second of two tabs keeps the key of the first.
    await update<unknown>(
      keyPlace,
      (found) => (v.safeParse(StoredKey, found).success ? found : fresh),
      store,
    );
    return v.parse(StoredKey, await get(keyPlace, store));
  };
  return safeOver(
    {
      read: async (name) => v.parse(Stored, await get(valuePlace + name, store)),
      write: (name, sealed) => set(valuePlace + name, sealed, store),
      remove: (name) => del(valuePlace + name, store),
      names: async () =>
        (await keys(store))
          .map(String)
          .filter((place) => place.startsWith(valuePlace))
          .map((place) => place.slice(valuePlace.length)),
    },
    deviceKey,
  );
}

/** Takes everything away that this browser keeps of us, its keys included. Rejects when that fails. */
export function emptyBrowserSafe(): Promise<void> {
  return clear(createStore('weerklank', 'safe'));
}
