import {
  type AuthenticationResponseJSON,
  browserSupportsWebAuthn,
  browserSupportsWebAuthnAutofill,
  type PublicKeyCredentialCreationOptionsJSON,
  type PublicKeyCredentialRequestOptionsJSON,
  startAuthentication,
  startRegistration,
  WebAuthnAbortService,
} from '@simplewebauthn/browser';
import * as v from 'valibot';
import { BackupCodes, PasskeyOptions, SignInStep } from '#lib/account.ts';
import { accepted, type Result, refused } from '#lib/dialogue/result.ts';
import type { Kek } from '#lib/vault/kek.ts';
import { ask } from './ask.ts';
import { freshProofOf, type Given } from './proof.ts';
import { type Signing, takeStep } from './sign-in.ts';
import { type Trouble, troubled } from './trouble.ts';

/** Options are handed to the browser as they are: it judges them itself. */
const isObject = (value: unknown) => typeof value === 'object' && value !== null;
const RequestOptions = v.custom<PublicKeyCredentialRequestOptionsJSON>(isObject);
const CreationOptions = v.custom<PublicKeyCredentialCreationOptionsJSON>(isObject);

/** Whether this browser knows passkeys at all. */
export function knowsPasskeys(): boolean {
  return browserSupportsWebAuthn();
}

/** Whether this browser offers passkeys in a field, among the names it fills in. */
export function offersPasskeys(): Promise<boolean> {
  return browserSupportsWebAuthnAutofill().catch(() => false);
}

/**
 * A passkey that was chosen, as the device answers for it; good for signing in once. Refused with
 * `passkey` when the person or the device declined.
 * @param autofill waits in the field of the address until a passkey is chosen there.
 */
export async function choosePasskey(
  autofill = false,
): Promise<Result<AuthenticationResponseJSON, Trouble>> {
  const offered = await ask('passkey/options', {}, PasskeyOptions);
  if (!offered.ok) return offered;
  const optionsJSON = v.safeParse(RequestOptions, offered.value.options);
  if (!optionsJSON.success) return refused(troubled('retry'));
  const response = await startAuthentication({
    optionsJSON: optionsJSON.output,
    useBrowserAutofill: autofill,
  }).catch(() => null);
  return response ? accepted(response) : refused(troubled('passkey'));
}

/** Signs in with a passkey that was chosen. */
export async function signInWithChosen(
  response: AuthenticationResponseJSON,
  stay: boolean,
  kek: Kek | null = null,
): Promise<Result<Signing, Trouble>> {
  const step = await ask('passkey/sign-in', { response, stay }, SignInStep);
  return step.ok ? takeStep(step.value, kek) : step;
}

/** Lets a passkey be chosen, and signs in with it. */
export async function signInWithPasskey(
  stay: boolean,
  kek: Kek | null = null,
): Promise<Result<Signing, Trouble>> {
  const chosen = await choosePasskey();
  return chosen.ok ? signInWithChosen(chosen.value, stay, kek) : chosen;
}

/** Stops waiting in a field for a passkey. */
export function stopWaiting(): void {
  WebAuthnAbortService.cancelCeremony();
}

const Registered = v.union([BackupCodes, v.looseObject({})]);

/**
 * Makes a passkey on this device, or on one beside it, and gives it a name. Answers with backup codes
 * when this is the first second factor and the server made them. Refused with `passkey` when declined, and
 * with `proof` when that is needed.
 */
export async function addPasskey(
  name: string,
  given: Given | null,
): Promise<Result<readonly string[], Trouble>> {
  const proof = await freshProofOf(given);
  if (!proof.ok) return proof;
  const offered = await ask('passkey/register-options', { proof: proof.value }, PasskeyOptions);
  if (!offered.ok) return offered;
  const optionsJSON = v.safeParse(CreationOptions, offered.value.options);
  if (!optionsJSON.success) return refused(troubled('retry'));
  const response = await startRegistration({ optionsJSON: optionsJSON.output }).catch(() => null);
  if (!response) return refused(troubled('passkey'));
  const done = await ask('passkey/register', { response, name }, Registered);
  if (!done.ok) return done;
  const codes = v.safeParse(BackupCodes, done.value);
  return accepted(codes.success ? codes.output.codes : []);
}

/**
 * Takes a passkey away; it may stay on the device that made it, and opens nothing here any more. Refused
 * with `proof` when that is needed.
 */
export async function removePasskey(
  id: string,
  given: Given | null,
): Promise<Result<unknown, Trouble>> {
  const proof = await freshProofOf(given);
  return proof.ok ? ask('passkey/remove', { id, proof: proof.value }, v.unknown()) : proof;
}
