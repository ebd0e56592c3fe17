import { type Try, throttle } from '#lib/credentials/throttle.ts';
import type { Time, UserId } from '#lib/dialogue/id.ts';
import type { Database } from '#prisma/client.ts';
import { clientAddress } from './client-address.ts';
import { knownDevice } from './known-device.ts';

/**
 * Lets one guess through, or says how long to wait.
 * @param target what is guessed at: `password <e-mail>`, `second <user>` or `proof <user>`.
 * @param userId whose it is, so that a browser of theirs is known; null when it is nobody's.
 */
export async function attempt(
  asked: { db: Database; request: Request; now: Time },
  target: string,
  userId: UserId | null,
): Promise<Try | { wait: number }> {
  const device = await knownDevice(asked, userId);
  return throttle().admit({ target, device, address: clientAddress(asked.request) });
}
