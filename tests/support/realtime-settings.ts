import type { Env } from '#lib/env.ts';
import type { NodeSettings } from '#server/node.ts';

/** What the cookies of these tests are signed with. */
export const keys: Pick<Env, 'secret' | 'secure'> = {
  secret: 'a secret of the tests that nobody else uses',
  secure: false,
};

/** A node that pages are not part of, on this port of this machine, where nobody plays at a human pace. */
export function settingsFor(port: number): NodeSettings {
  const limits = { rateLimitFactor: 100_000, trustedProxies: 0 };
  return { ...keys, ...limits, development: false, host: '127.0.0.1', port, publicUrl: null };
}
