import * as v from 'valibot';
import { AccountOverview } from '#lib/account/overview.ts';
import { BackupCodes, type TicketSecret, TotpBegun } from '#lib/account.ts';
import type { AuthSessionId } from '#lib/auth.ts';
import { accepted, type Result } from '#lib/dialogue/result.ts';
import { ask, read } from './ask.ts';
import { freshProofOf, type Given } from './proof.ts';
import type { Trouble } from './trouble.ts';

/** Everything the page of the account shows. Refused with `forbidden` once the stay has ended. */
export function fetchOverview(): Promise<Result<AccountOverview, Trouble>> {
  return read('overview', AccountOverview);
}

/** Ends one of one's own stays, or with null all others. Refused with `proof` when that is needed. */
export async function endStay(
  id: AuthSessionId | null,
  given: Given | null,
): Promise<Result<unknown, Trouble>> {
  const proof = await freshProofOf(given);
  return proof.ok ? ask('auth-sessions/end', { id, proof: proof.value }, v.unknown()) : proof;
}

/** Begins the set-up of an authenticator app. Refused with `proof` when that is needed. */
export async function beginTotp(given: Given | null): Promise<Result<TotpBegun, Trouble>> {
  const proof = await freshProofOf(given);
  return proof.ok ? ask('totp/begin', { proof: proof.value }, TotpBegun) : proof;
}

const Confirmed = v.union([BackupCodes, v.looseObject({})]);

/**
 * Shows that the app gives the right codes; from then on they are asked. Answers with backup codes
 * when these are the first. Refused with `code` for a wrong one.
 */
export async function confirmTotp(
  ticket: TicketSecret,
  code: string,
): Promise<Result<readonly string[], Trouble>> {
  const answer = await ask('totp/confirm', { ticket, code }, Confirmed);
  if (!answer.ok) return answer;
  const codes = v.safeParse(BackupCodes, answer.value);
  return accepted(codes.success ? codes.output.codes : []);
}
