import * as v from 'valibot';
import { type Stretch, Stretch as ToStretch } from '#lib/account/stretch.ts';
import { VaultMaterial } from '#lib/account/vault-material.ts';
import { VaultMaterial as SentMaterial, type Splitting } from '#lib/account.ts';
import { accepted, type Result, refused } from '#lib/dialogue/result.ts';
import { ask } from './ask.ts';
import { type Trouble, troubled } from './trouble.ts';

/** The vault of whoever is signed in. Refused with `unreadable` when it is none that we write. */
export async function fetchVault(): Promise<Result<VaultMaterial, Trouble>> {
  const sent = await ask('vault', {}, SentMaterial);
  if (!sent.ok) return sent;
  const { splitting: _, ...material } = sent.value;
  const read = v.safeParse(VaultMaterial, material);
  return read.success ? accepted(read.output) : refused(troubled('unreadable'));
}

/** How a password is to be stretched, out of what the server answered. Refused with `cost`. */
export function stretchFrom(splitting: Splitting): Result<Stretch, Trouble> {
  const stretch = v.safeParse(ToStretch, splitting);
  return stretch.success ? accepted(stretch.output) : refused(troubled('cost'));
}
