import { headers } from 'next/headers';
import { readUser } from '#lib/auth.ts';
import type { UserId } from '#lib/dialogue/id.ts';
import { env } from '#lib/env.ts';

/** Who asks for this page or route, by the cookie of their device; null for anyone unknown. */
export async function visitor(): Promise<UserId | null> {
  return readUser((await headers()).get('cookie'), env());
}

/**
 * Whether a request that changes or reveals something was made by one of our own pages. Browsers say
 * where a request comes from and pages cannot forge it.
 */
export async function fromOurPages(): Promise<boolean> {
  const site = (await headers()).get('sec-fetch-site');
  return site === null || site === 'same-origin';
}
