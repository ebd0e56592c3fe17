import { VaultMaterial } from '#lib/account/vault-material.ts';
import type { Result } from '#lib/dialogue/result.ts';
import { ask } from './ask.ts';
import type { Trouble } from './trouble.ts';

/** The vault of whoever is signed in. */
export function fetchVault(): Promise<Result<VaultMaterial, Trouble>> {
  return ask('vault', {}, VaultMaterial);
}
