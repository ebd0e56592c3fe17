import type { AccountRefusal } from '#lib/account.ts';
import type { OpenRefusal } from '#lib/vault/account-vault.ts';

/**
 * Why something did not come about: the server's reason, or one of this device. `unavailable`: it
 * cannot stretch a password. `cost`: the server asks for a stretching that nobody should do.
 * `mistyped`: no recovery code. `unreadable`: the password or the code opens nothing.
 * `turned-away`: the sign-in was there and its cookie was not given. `device`: its store fails.
 */
export type TroubleReason =
  | AccountRefusal
  | 'no-answer'
  | 'unavailable'
  | 'cost'
  | 'mistyped'
  | 'unreadable'
  | 'turned-away'
  | 'device'
  | 'passkey';

export interface Trouble {
  reason: TroubleReason;
  /** How long to wait before trying again makes sense, where that is known. */
  seconds: number | null;
}

export function troubled(reason: TroubleReason, seconds?: number): Trouble {
  return { reason, seconds: seconds ?? null };
}

/** What a refusal of the vault is to a person. An empty password is none that opens anything. */
export function troubleOf(refusal: OpenRefusal): Trouble {
  if (refusal === 'weak-cost' || refusal === 'absurd-cost') return troubled('cost');
  return troubled(refusal === 'empty' ? 'unreadable' : refusal);
}
