import * as v from 'valibot';
import { LinkAsked, ResetOpened } from '#lib/account/links.ts';
import { Stretch } from '#lib/account/stretch.ts';
import { stretchOf } from '#lib/account/vault-material.ts';
import type { Email, TicketSecret } from '#lib/account.ts';
import { accepted, type Result, refused } from '#lib/dialogue/result.ts';
import type { Language } from '#lib/i18n/language.ts';
import type { NewPassword, NewVault } from '#lib/vault/account-vault.ts';
import { deviceVault } from '../device-vault.ts';
import { ask } from './ask.ts';
import { type Trouble, troubled, troubleOf } from './trouble.ts';

/** Asks for a link to choose a new password with. The answer is the same for every address. */
export function askToReset(email: Email, language: Language): Promise<Result<LinkAsked, Trouble>> {
  return ask('reset/ask', { email, language }, LinkAsked);
}

/** Asks for a link to sign in with. The answer is the same for every address. */
export function askForLink(email: Email, language: Language): Promise<Result<LinkAsked, Trouble>> {
  return ask('link/ask', { email, language }, LinkAsked);
}

/** What a link to reset is for, and what the recovery code can be tried on. Refused with `spent`. */
export function openResetLink(ticket: TicketSecret): Promise<Result<ResetOpened, Trouble>> {
  return ask('reset/open', { ticket }, ResetOpened);
}

/** What the server is to keep after a reset. `fresh` when the former keys were given up. */
export type Renewal = { kept: NewPassword } | { fresh: NewVault };

/** A new password for the same vault. Refused with `mistyped` or `unreadable` for another code. */
export async function renewWithCode(
  recoveryCode: string,
  password: string,
  opened: ResetOpened,
): Promise<Result<Renewal, Trouble>> {
  const { recoveryWrap, publicKey, sealedPrivateKey } = opened;
  const material = { recoveryWrap, publicKey, sealedPrivateKey };
  const reset = await deviceVault.resetWithCode(recoveryCode, password, material);
  return reset.ok ? accepted({ kept: reset.value }) : refused(troubleOf(reset.reason));
}

/**
 * Changes the password. Asking again with the same renewal is safe: when an answer was lost and the
 * link is spent by our own doing, the salt that the server tells is ours.
 */
export async function finishReset(
  ticket: TicketSecret,
  email: Email,
  renewal: Renewal,
): Promise<Result<'done', Trouble>> {
  const { authKey, passwordWrap } =
    'kept' in renewal
      ? renewal.kept
      : { authKey: renewal.fresh.authKey, passwordWrap: renewal.fresh.material.passwordWrap };
  const keys = 'kept' in renewal ? null : keysOf(renewal.fresh);
  const body = { ticket, authKey, passwordWrap, keys };
  const finished = await ask('reset/finish', body, v.unknown());
  if (finished.ok) return accepted('done');
  if (finished.reason.reason !== 'spent') return finished;
  const known = await ask('stretch', { email }, Stretch);
  if (!known.ok) return known;
  return known.value.salt === stretchOf(passwordWrap).salt
    ? accepted('done')
    : refused(troubled('spent'));
}

function keysOf({ material: { recoveryWrap, publicKey, sealedPrivateKey } }: NewVault) {
  return { recoveryWrap, publicKey, sealedPrivateKey };
}
