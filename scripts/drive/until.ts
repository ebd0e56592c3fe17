import { deviceClock } from '#lib/client/clock.ts';

const patience = 60_000;

/** Waits until what is shown answers; rejects after a minute. */
export function until<Shown, Value>(
  client: { readonly snapshot: Shown; watch(watcher: () => void): () => void },
  look: (snapshot: Shown) => Value | null | undefined | false,
): Promise<Value> {
  return new Promise((resolve, reject) => {
    const cancel = deviceClock.after(patience, () => {
      stop();
      reject(new Error('A minute without what was waited for'));
    });
    const check = () => {
      const found = look(client.snapshot);
      if (!found) return;
      cancel();
      stop();
      resolve(found);
    };
    const stop = client.watch(check);
    check();
  });
}
