import * as v from 'valibot';
import { browserHolder } from '#lib/vault/browser-holder.ts';
import { ask } from './ask.ts';

/**
 * Tells the server which keyholder this browser is, so that it loses the rooms' keys when this stay is
 * ended. Never rejects: a browser that keeps nothing is none.
 */
export async function tellHolder(): Promise<void> {
  const holder = await browserHolder().catch(() => null);
  if (holder) await ask('auth-sessions/here', { holderId: holder.id }, v.unknown());
}
