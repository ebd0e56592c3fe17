import * as v from 'valibot';
import type { RecoveryWrap } from '#lib/account/vault-material.ts';
import { BackupCodes } from '#lib/account.ts';
import { accepted, type Result, refused } from '#lib/dialogue/result.ts';
import type { RecoveryCode } from '#lib/vault/recovery-code.ts';
import { deviceVault } from '../device-vault.ts';
import { ask } from './ask.ts';
import { emptyDevice } from './device.ts';
import { leave } from './enter.ts';
import { type Given, proofOf } from './proof.ts';
import { type Trouble, troubleOf } from './trouble.ts';
import { fetchVault } from './vault.ts';

/**
 * Another password for the same vault; every other stay ends. Asking again is safe: when an answer was
 * lost, the record that the server keeps tells whether it was done.
 * Refused with `unreadable` when the former password is not right.
 */
export async function changePassword(
  { password: former, second }: Given,
  password: string,
): Promise<Result<'done', Trouble>> {
  const material = await fetchVault();
  if (!material.ok) return material;
  const changed = await deviceVault.changePassword(former, password, material.value);
  if (!changed.ok) return alreadyUnder(password, changed.reason);
  const { formerAuthKey, authKey, passwordWrap } = changed.value;
  const proof = { authKey: formerAuthKey, second };
  const answer = await ask('password', { proof, authKey, passwordWrap }, v.unknown());
  return answer.ok ? accepted('done') : landed(answer.reason, { passwordWrap });

  /** The former password opens nothing any more when the change came through and its answer did not. */
  async function alreadyUnder(
    wanted: string,
    reason: Parameters<typeof troubleOf>[0],
  ): Promise<Result<'done', Trouble>> {
    const trouble = refused(troubleOf(reason));
    if (reason !== 'unreadable' || !material.ok) return trouble;
    const opened = await deviceVault.open({ password: wanted }, material.value);
    return opened.ok ? accepted('done') : trouble;
  }
}

/** A recovery code that is not in use yet, and its record. */
export interface NextCode {
  recoveryCode: RecoveryCode;
  recoveryWrap: RecoveryWrap;
}

/** Makes another recovery code on this device. Refused with `unreadable` for a wrong password. */
export async function makeRecoveryCode(password: string): Promise<Result<NextCode, Trouble>> {
  const material = await fetchVault();
  if (!material.ok) return material;
  const made = await deviceVault.renewCode(password, material.value);
  return made.ok ? accepted(made.value) : refused(troubleOf(made.reason));
}

/** Puts a recovery code in the place of the former one. Asking again is safe. */
export async function putRecoveryCode(
  given: Given,
  { recoveryWrap }: NextCode,
): Promise<Result<'done', Trouble>> {
  const proved = await proofOf(given);
  if (!proved.ok) return proved;
  const { proof } = proved.value;
  const answer = await ask('recovery', { proof, recoveryWrap }, v.unknown());
  return answer.ok ? accepted('done') : landed(answer.reason, { recoveryWrap });
}

/** Ten new backup codes; the former ones are worth nothing from then on. */
export async function renewBackupCodes(given: Given): Promise<Result<readonly string[], Trouble>> {
  const proved = await proofOf(given);
  if (!proved.ok) return proved;
  const answer = await ask('backup', { proof: proved.value.proof }, BackupCodes);
  return answer.ok ? accepted(answer.value.codes) : answer;
}

/** Takes the codes of the authenticator app away. */
export async function removeTotp(given: Given): Promise<Result<unknown, Trouble>> {
  const proved = await proofOf(given);
  if (!proved.ok) return proved;
  return ask('totp/remove', { proof: proved.value.proof }, v.unknown());
}

/** Deletes the account, and what this device kept for it. */
export async function deleteAccount(given: Given): Promise<Result<unknown, Trouble>> {
  const proved = await proofOf(given);
  if (!proved.ok) return proved;
  const deleted = await ask('delete', { proof: proved.value.proof }, v.unknown());
  if (!deleted.ok) return deleted;
  // The stay ended with the account; this only takes the cookie away.
  await leave();
  await emptyDevice();
  return deleted;
}

/** A lost answer says nothing; what the server keeps does. */
async function landed(
  trouble: Trouble,
  wanted: { passwordWrap: string } | { recoveryWrap: string },
): Promise<Result<'done', Trouble>> {
  if (trouble.reason !== 'no-answer') return refused(trouble);
  const kept = await fetchVault();
  if (!kept.ok) return refused(trouble);
  const { passwordWrap, recoveryWrap } = kept.value;
  const there =
    'passwordWrap' in wanted
      ? wanted.passwordWrap === passwordWrap
      : wanted.recoveryWrap === recoveryWrap;
  return there ? accepted('done') : refused(trouble);
}
