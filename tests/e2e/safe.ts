import type { Device } from './device.ts';

/** The ciphertext of the draft that lies on a device, or null while there is none. */
export function sealedDraft({ page }: Device): Promise<string | null> {
  return page.evaluate(
    () =>
      new Promise<string | null>((resolve, reject) => {
        const opening = indexedDB.open('weerklank');
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const drafts = IDBKeyRange.bound('value:draft:', 'value:draft;');
          const read = opening.result.transaction('safe').objectStore('safe').getAll(drafts, 1);
          read.onerror = () => reject(read.error);
          read.onsuccess = () => {
            const [found = null] = read.result;
            opening.result.close();
            resolve(found === null ? null : String(found));
          };
        };
      }),
  );
}
