import { Stretch } from '#lib/account/stretch.ts';
import type { Email, SecondFactor, SignInStep, TicketSecret } from '#lib/account.ts';
import { SignInStep as StepAnswer } from '#lib/account.ts';
import { assertNever } from '#lib/dialogue/assert-never.ts';
import { accepted, type Result, refused } from '#lib/dialogue/result.ts';
import type { Kek } from '#lib/vault/kek.ts';
import { splitInWorker } from '../split-in-worker.ts';
import { ask } from './ask.ts';
import { enterWith } from './enter.ts';
import { type Trouble, troubleOf } from './trouble.ts';

type SecondStep = Extract<SignInStep, { step: 'second' }>;

/** A way to show that it is you, beside the password. */
export type SecondWay = SecondStep['ways'][number];

/**
 * How it stands with somebody who signs in. `kek` opens the vault at once for who gave a password;
 * it is kept in memory only, until the rooms are open.
 */
export type Signing =
  | { at: 'in'; kek: Kek | null }
  | { at: 'second'; ticket: TicketSecret; ways: readonly SecondWay[]; kek: Kek | null }
  | { at: 'refused' }
  | { at: 'wait'; seconds: number };

/**
 * Signs in with a password, of which the server gets to see one half. Asking again after any trouble is
 * safe. A wrong address and a wrong password cannot be told apart.
 */
export async function signInWithPassword(
  email: Email,
  password: string,
  stay: boolean,
): Promise<Result<Signing, Trouble>> {
  const stretch = await ask('stretch', { email }, Stretch);
  if (!stretch.ok) return stretch;
  const halves = await splitInWorker(password, stretch.value);
  if (!halves.ok) return refused(troubleOf(halves.reason));
  const { authKey, kek } = halves.value;
  const step = await ask('sign-in', { email, authKey, stay }, StepAnswer);
  return step.ok ? takeStep(step.value, kek) : step;
}

/** Shows the second factor for a sign-in that was begun. */
export async function giveSecond(
  ticket: TicketSecret,
  second: SecondFactor,
  kek: Kek | null,
): Promise<Result<Signing, Trouble>> {
  const step = await ask('second', { ticket, second }, StepAnswer);
  return step.ok ? takeStep(step.value, kek) : step;
}

/** Finishes the sign-in that a link in an e-mail, or a provider, began. */
export async function signInWithLink(ticket: TicketSecret): Promise<Result<Signing, Trouble>> {
  const step = await ask('link/open', { ticket }, StepAnswer);
  return step.ok ? takeStep(step.value, null) : step;
}

/** Goes through the door that a step opened, or says what is still needed. */
export async function takeStep(
  step: SignInStep,
  kek: Kek | null,
): Promise<Result<Signing, Trouble>> {
  switch (step.step) {
    case 'in': {
      const entered = await enterWith(step.ticket);
      return entered.ok ? accepted({ at: 'in', kek }) : entered;
    }
    case 'second':
      return accepted({ at: 'second', ticket: step.ticket, ways: step.ways, kek });
    case 'refused':
      return accepted({ at: 'refused' });
    case 'wait':
      return accepted({ at: 'wait', seconds: step.seconds });
    default:
      return assertNever(step);
  }
}
