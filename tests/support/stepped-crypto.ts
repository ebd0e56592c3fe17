import { vi } from 'vitest';
import type { Random } from './random.ts';

type Release = () => void;

/** What the crypto under way comes to, in the order in which it was begun. */
const underWay: Promise<Release>[] = [];

/**
 * Puts WebCrypto in step until `vi.unstubAllGlobals`: the same operations on the same bytes, but each
 * answer is held back until `settled` gives it out, one at a time in the order they were asked for.
 * Random bytes come from `random`, so that ids sort the same way in every run of a seed.
 */
export function stepCrypto(random: Random): void {
  underWay.length = 0;
  const { subtle } = globalThis.crypto;
  vi.stubGlobal('crypto', {
    subtle: new Proxy(subtle, {
      get: (target, name) => {
        const method: unknown = Reflect.get(target, name);
        if (typeof method !== 'function') return method;
        return (...given: unknown[]) => inStep(Reflect.apply(method, target, given));
      },
    }),
    getRandomValues: (bytes: Uint8Array) => random.fill(bytes),
  });
}

/** Waits until nothing goes on by itself any more: no crypto under way, no promise left to follow. */
export async function settled(): Promise<void> {
  for (;;) {
    await new Promise((resolve) => setImmediate(resolve));
    const next = underWay.shift();
    if (!next) return;
    const release = await next;
    release();
  }
}

function inStep(work: Promise<unknown>): Promise<unknown> {
  return new Promise((resolve, reject) => {
    underWay.push(
      work.then(
        (value): Release =>
          () =>
            resolve(value),
        (error): Release =>
          () =>
            reject(error),
      ),
    );
  });
}
