import type { Page } from 'playwright/test';

/** Everything that leaves a page from now on: requests, and what goes over its sockets. */
export function trafficOf(page: Page): string[] {
  const traffic: string[] = [];
  page.on('request', (request) => traffic.push(`${request.method()} ${request.url()}`));
  page.on('websocket', (socket) => {
    traffic.push(`SOCKET ${socket.url()}`);
    socket.on('framesent', ({ payload }) => traffic.push(`SENT ${payload}`));
  });
  return traffic;
}

/** Everything that reaches a page over its sockets, without the heartbeat and without ids and times. */
export function framesOf(page: Page): string[] {
  const frames: string[] = [];
  page.on('websocket', (socket) =>
    socket.on('framereceived', ({ payload }) => {
      const frame = `${payload}`;
      if (frame !== '2' && frame !== '3') frames.push(withoutIds(frame));
    }),
  );
  return frames;
}

/** A text in which ids, sealed words and moments are gone, so that two rooms can be compared. */
export function withoutIds(text: string): string {
  return text
    .replace(/wk1\.[\w.-]+/g, 'SEALED')
    .replace(/[A-Za-z0-9_-]{20,}/g, 'ID')
    .replace(/\b\d{13}\b/g, 'TIME')
    .replace(/\b\d{1,2}:\d{2}\b/g, 'HOUR');
}

/** All that a device keeps of a page, and where the page is. */
export async function traceOf(page: Page): Promise<unknown> {
  const kept = await page.evaluate(async () => {
    const databases = await indexedDB.databases();
    const open = (name: string) =>
      new Promise<IDBDatabase>((resolve, reject) => {
        const opening = indexedDB.open(name);
        opening.onsuccess = () => resolve(opening.result);
        opening.onerror = () => reject(opening.error);
      });
    const keysIn = (store: IDBObjectStore) =>
      new Promise<string[]>((resolve, reject) => {
        const reading = store.getAllKeys();
        reading.onsuccess = () => resolve(reading.result.map(String));
        reading.onerror = () => reject(reading.error);
      });
    const stores: Record<string, string[]> = {};
    for (const { name = '' } of databases) {
      const database = await open(name);
      for (const store of database.objectStoreNames) {
        stores[`${name}/${store}`] = await keysIn(database.transaction(store).objectStore(store));
      }
      database.close();
    }
    return {
      local: { ...localStorage },
      session: { ...sessionStorage },
      stores,
      caches: await caches.keys(),
      address: location.href,
      steps: history.length,
      title: document.title,
    };
  });
  return { ...kept, cookies: await page.context().cookies() };
}
