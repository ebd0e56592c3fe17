import type { DeviceSafe } from '#lib/vault/device-safe.ts';

const place = 'observe-link';

/** Keeps the fragment of a link while she signs in, where nobody but this device can read it. */
export async function keepLink(safe: DeviceSafe, fragment: string): Promise<void> {
  await safe.put(place, fragment);
}

/** The fragment that waits here; empty when none does. */
export async function keptLink(safe: DeviceSafe): Promise<string> {
  return (await safe.get(place)) ?? '';
}

export async function dropLink(safe: DeviceSafe): Promise<void> {
  await safe.remove(place);
}
