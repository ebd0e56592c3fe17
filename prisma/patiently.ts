import { setTimeout as pause } from 'node:timers/promises';
import { storageFailureOf } from './storage-failure.ts';

/** How long a locked database is asked again, in milliseconds. */
export const patience = 1_000;

/**
 * Does one database statement, and does it again for at most a second while another process holds
 * the lock, leaving this process free in between. The statement must be safe to repeat.
 * Throws what the last attempt threw: ask `storageFailureOf` whether it may pass.
 */
export async function patiently<Value>(statement: () => Promise<Value>): Promise<Value> {
  const deadline = performance.now() + patience;
  for (;;) {
    try {
      return await statement();
    } catch (error) {
      const wait = 10 + Math.random() * 40;
      if (storageFailureOf(error) !== 'busy' || performance.now() + wait > deadline) throw error;
      await pause(wait);
    }
  }
}
