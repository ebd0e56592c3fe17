import * as v from 'valibot';
import type { AccountKeys } from './account-keys.ts';
import { fromBase64url, toBase64url } from './base64url.ts';
import { deriveBytes } from './derive.ts';
import type { DeviceSafe } from './device-safe.ts';
import { agree } from './holder-keys.ts';
import { Secret } from './secret.ts';

/** What a therapist's desk is sealed with. The same on each of her devices, and known to none else. */
export const DeskKey = v.pipe(Secret, v.brand('DeskKey'));
export type DeskKey = v.InferOutput<typeof DeskKey>;

const place = 'desk-key';

/** The key of the desk: what the account's private key has in common with its own public half, by HKDF-SHA-256. */
export async function deskKeyOf({ privateKey, publicKey }: AccountKeys): Promise<DeskKey> {
  const shared = await agree(privateKey, publicKey);
  if (!shared) throw new Error('An account whose keys are no pair');
  return v.parse(DeskKey, await deriveBytes(shared, 'weerklank desk', publicKey));
}

/** Keeps the key on this device. Rejects when the device keeps nothing. */
export function keepDeskKey(safe: DeviceSafe, key: DeskKey): Promise<void> {
  return safe.put(place, toBase64url(key));
}

/** The key as it lies on this device; null when none does, or none can be read. */
export async function keptDeskKey(safe: DeviceSafe): Promise<DeskKey | null> {
  const kept = await safe.get(place).catch(() => null);
  const key = v.safeParse(DeskKey, fromBase64url(kept ?? ''));
  return key.success ? key.output : null;
}
