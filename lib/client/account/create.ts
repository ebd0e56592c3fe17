import * as v from 'valibot';
import { CreateOpened, LinkAsked } from '#lib/account/links.ts';
import { Stretch } from '#lib/account/stretch.ts';
import { stretchOf } from '#lib/account/vault-material.ts';
import { type Email, type Role, TicketSecret } from '#lib/account.ts';
import { accepted, type Result, refused } from '#lib/dialogue/result.ts';
import type { Language } from '#lib/i18n/language.ts';
import { consentVersions } from '#lib/rights/consent.ts';
import type { NewVault } from '#lib/vault/account-vault.ts';
import { deviceVault } from '../device-vault.ts';
import { ask } from './ask.ts';
import { enterWith } from './enter.ts';
import { signInWithPassword } from './sign-in.ts';
import { type Trouble, troubled, troubleOf } from './trouble.ts';

/** Asks for a link to make an account with. The answer is the same for every address. */
export function askToCreate(email: Email, language: Language): Promise<Result<LinkAsked, Trouble>> {
  return ask('create/ask', { email, language }, LinkAsked);
}

/** For which address a link is. Refused with `spent` when it was used or ran out. */
export function openCreateLink(ticket: TicketSecret): Promise<Result<CreateOpened, Trouble>> {
  return ask('create/open', { ticket }, CreateOpened);
}

/** Makes everything that the account will hold, on this device; nothing of it is sent yet. */
export async function makeVault(password: string): Promise<Result<NewVault, Trouble>> {
  const made = await deviceVault.make(password);
  return made.ok ? made : refused(troubleOf(made.reason));
}

const Finished = v.looseObject({ ticket: TicketSecret });

/**
 * Makes the account and signs in with it. Asking again with the same vault is safe: when an answer was
 * lost and the link is spent by our own doing, it signs in with what was made.
 */
export async function finishCreating({
  ticket,
  email,
  password,
  made,
  role,
  stay,
}: {
  ticket: TicketSecret;
  email: Email;
  password: string;
  made: NewVault;
  role: Role;
  stay: boolean;
}): Promise<Result<'in', Trouble>> {
  const { authKey } = made;
  const finished = await ask(
    'create/finish',
    { ticket, authKey, ...made.material, role, consent: consentVersions.account, stay },
    Finished,
  );
  if (finished.ok) return enterWith(finished.value.ticket);
  if (finished.reason.reason !== 'spent') return finished;
  const known = await ask('stretch', { email }, Stretch);
  if (!known.ok) return known;
  if (known.value.salt !== stretchOf(made.material.passwordWrap).salt) return finished;
  const signing = await signInWithPassword(email, password, stay);
  if (!signing.ok) return signing;
  return signing.value.at === 'in' ? accepted('in') : refused(troubled('turned-away'));
}
