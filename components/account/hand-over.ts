import type { AccountKeys } from '#lib/vault/account-keys.ts';
import type { Opener } from '#lib/vault/account-vault.ts';

/** What the page that opens the rooms is given by the page before it. */
export interface HandOver {
  /** Opens the vault without asking anything again. Null when nothing was typed that can. */
  opener: Exclude<Opener, { password: string }> | { keys: AccountKeys } | null;
  /** Where to go afterwards. */
  to: string | null;
}

let inHand: HandOver | null = null;

/** Keeps it in the memory of this page, and nowhere else, until the next one takes it. */
export function handOver(given: HandOver): void {
  inHand = given;
}

/** What was handed over, once. */
export function takeOver(): HandOver | null {
  const taken = inHand;
  inHand = null;
  return taken;
}
