import type { BrowserContext, Page } from 'playwright/test';

/**
 * Everything a page has in memory as text: every string of its heap, after what is not used any more was
 * collected. Bytes are not in it; `holdsBytes` looks for those.
 */
export async function heapOf(page: Page): Promise<Buffer> {
  const session = await page.context().newCDPSession(page);
  const chunks: string[] = [];
  session.on('HeapProfiler.addHeapSnapshotChunk', ({ chunk }) => chunks.push(chunk));
  await session.send('HeapProfiler.collectGarbage');
  await session.send('HeapProfiler.takeHeapSnapshot', { reportProgress: false });
  await session.detach();
  return Buffer.from(chunks.join(''));
}

/**
 * From now on every page of this browser remembers which arrays of bytes it made, without holding on to
 * them: a snapshot of its heap does not tell what is in those.
 */
export async function rememberBytes(context: BrowserContext): Promise<void> {
  await context.addInitScript(() => {
    const made: WeakRef<Uint8Array>[] = [];
    const note = (array: unknown) => {
      if (array instanceof Bytes) made.push(new WeakRef(array));
      return array;
    };
    const Bytes = Uint8Array;
    const noting: typeof Uint8Array = new Proxy(Bytes, {
      construct: (target, given, asked) =>
        Object(note(Reflect.construct(target, given, asked === noting ? target : asked))),
      get: (target, name) => {
        const value: unknown = Reflect.get(target, name);
        const makes = (name === 'from' || name === 'of') && typeof value === 'function';
        return makes ? (...given: unknown[]) => note(Reflect.apply(value, target, given)) : value;
      },
    });
    Reflect.set(globalThis, 'Uint8Array', noting);
    Reflect.set(globalThis, 'bytesMade', () => made.flatMap((ref) => ref.deref() ?? []));
  });
}

/** How many of the arrays of bytes that a page still has hold these, wherever in them. */
export async function holdsBytes(page: Page, bytes: Uint8Array): Promise<number> {
  const session = await page.context().newCDPSession(page);
  await session.send('HeapProfiler.collectGarbage');
  await session.detach();
  return page.evaluate((sought) => {
    const made: unknown = Reflect.get(globalThis, 'bytesMade');
    const arrays: unknown = typeof made === 'function' ? made() : null;
    if (!Array.isArray(arrays)) throw new Error('Nobody remembers bytes here');
    const text = (array: unknown) => {
      let read = '';
      for (const byte of Array.from<number>(Object(array))) read += String.fromCharCode(byte);
      return read;
    };
    return arrays.filter((array) => text(array).includes(sought)).length;
  }, Buffer.from(bytes).toString('latin1'));
}

/** Everything that a page shows, and everything that its browser keeps of it. */
export async function traceIn(page: Page): Promise<Buffer> {
  const kept = await page.evaluate(async () => {
    const stored: unknown[] = [];
    for (const { name = '' } of await indexedDB.databases()) {
      const database = await new Promise<IDBDatabase>((resolve, reject) => {
        const opening = indexedDB.open(name);
        opening.onsuccess = () => resolve(opening.result);
        opening.onerror = () => reject(opening.error);
      });
      for (const place of database.objectStoreNames) {
        const store = database.transaction(place).objectStore(place);
        for (const reading of [store.getAllKeys(), store.getAll()]) {
          stored.push(
            await new Promise((resolve, reject) => {
              reading.onsuccess = () => resolve(reading.result.map(String));
              reading.onerror = () => reject(reading.error);
            }),
          );
        }
      }
      database.close();
    }
    const cached = await caches.keys();
    const shown = [document.documentElement.outerHTML, location.href, document.title];
    return JSON.stringify([shown, { ...localStorage }, { ...sessionStorage }, stored, cached]);
  });
  return Buffer.from(kept + JSON.stringify(await page.context().cookies()));
}
