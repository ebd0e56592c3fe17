import { createStore, del, get, keys, set, update } from 'idb-keyval';
import * as z from 'zod/mini';
import { type DeviceSafe, newDeviceKey, safeOver } from './device-safe.ts';

/** The device key's place; values stand under `value:`, so no name can reach it. */
const keyPlace = 'device-key';
const valuePlace = 'value:';

/** Asked late: on a page without HTTPS there is no CryptoKey to compare with. */
const StoredKey = z.custom<CryptoKey>((value) => value instanceof CryptoKey);

/**
 * The safe of this browser, in its IndexedDB database `weerklank`. Its key is made on first use and
 * cannot be exported, also not by our own scripts; all tabs share it.
 */
export function browserSafe(): DeviceSafe {
  const store = createStore('weerklank', 'safe');
  const deviceKey = async () => {
    const known = StoredKey.safeParse(await get(keyPlace, store));
    if (known.success) return known.data;
    const fresh = await newDeviceKey();
    // One transaction looks and writes, so the second of two tabs keeps the key of the first.
    await update<unknown>(
      keyPlace,
      (found) => (StoredKey.safeParse(found).success ? found : fresh),
      store,
    );
    return StoredKey.parse(await get(keyPlace, store));
  };
  return safeOver(
    {
      read: async (name) =>
        z.catch(z.nullable(z.string()), null).parse(await get(valuePlace + name, store)),
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
