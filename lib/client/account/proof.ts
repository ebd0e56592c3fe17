import { stretchOf, type VaultMaterial } from '#lib/account/vault-material.ts';
import type { Proof, SecondFactor } from '#lib/account.ts';
import { accepted, type Result, refused } from '#lib/dialogue/result.ts';
import { splitInWorker } from '../split-in-worker.ts';
import { type Trouble, troubleOf } from './trouble.ts';
import { fetchVault } from './vault.ts';

/** What somebody gives to show that it is their account. */
export interface Given {
  password: string;
  second: SecondFactor | null;
}

/** As `proofOf`, for what whoever came in a moment ago may do without. */
export async function freshProofOf(given: Given | null): Promise<Result<Proof | null, Trouble>> {
  if (!given) return accepted(null);
  const proved = await proofOf(given);
  return proved.ok ? accepted(proved.value.proof) : proved;
}

/** The proof that goes with what cannot be undone, and the vault it was made from. */
export async function proofOf({
  password,
  second,
}: Given): Promise<Result<{ proof: Proof; material: VaultMaterial }, Trouble>> {
  const material = await fetchVault();
  if (!material.ok) return material;
  const halves = await splitInWorker(password, stretchOf(material.value.passwordWrap));
  if (!halves.ok) return refused(troubleOf(halves.reason));
  return accepted({
    proof: { authKey: halves.value.authKey, second },
    material: material.value,
  });
}
