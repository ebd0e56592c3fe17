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

/** The names of everything that lies on a device, without the key of its safe. */
export function namesOn({ page }: Device): Promise<readonly string[]> {
  return page.evaluate(
    () =>
      new Promise<string[]>((resolve, reject) => {
        const opening = indexedDB.open('weerklank');
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const read = opening.result.transaction('safe').objectStore('safe').getAllKeys();
          read.onerror = () => reject(read.error);
          read.onsuccess = () => {
            opening.result.close();
            resolve(read.result.map(String).filter((name) => name !== 'device-key'));
          };
        };
      }),
  );
}

/** A browser that has cleared what it kept: the seat is still its own, the keys are gone. */
export async function losesItsKeys({ page, cable }: Device): Promise<void> {
  const room = page.url();
  await page.goto(`${cable.url}/help`);
  await page.evaluate(
    () =>
      new Promise<void>((resolve, reject) => {
        const request = indexedDB.deleteDatabase('weerklank');
        request.onsuccess = () => resolve();
        request.onerror = () => reject(new Error('Not cleared'));
      }),
  );
  await page.goto(room);
}
