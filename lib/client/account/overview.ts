import * as v from 'valibot';
import { AccountOverview } from '#lib/account/overview.ts';
import { BackupCodes, type TicketSecret, TotpBegun } from '#lib/account.ts';
import type { AuthSessionId } from '#lib/auth.ts';
import { accepted, type Result } from '#lib/dialogue/result.ts';
import { ask, read } from './ask.ts';
import type { Trouble } from './trouble.ts';

/** Everything the page of the account shows. Refused with `forbidden` once the stay has ended. */
export function fetchOverview(): Promise<Result<AccountOverview, Trouble>> {
  return read('overview', AccountOverview);
}

/** Ends one of one's own stays, or with null all others. */
export function endStay(id: AuthSessionId | null): Promise<Result<unknown, Trouble>> {
  return ask('auth-sessions/end', { id }, v.unknown());
}

/** Begins the set-up of an authenticator app. */
export function beginTotp(): Promise<Result<TotpBegun, Trouble>> {
  return ask('totp/begin', {}, TotpBegun);
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
