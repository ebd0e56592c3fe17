import { createHash } from 'node:crypto';
import * as v from 'valibot';
import {
  AuthKey,
  PasswordWrap,
  RecoveryWrap,
  SealedPrivateKey,
} from '#lib/account/vault-material.ts';
import { SignInStep, TicketSecret } from '#lib/account.ts';
import { PublicKey } from '#lib/keyholder.ts';
import type { Visitor } from './visitor.ts';

/** So many characters of base64url that follow from a text. */
function shaped(length: number, from: string): string {
  return createHash('sha512').update(from).digest('base64url').slice(0, length);
}

const box = (from: string) => `${shaped(16, `iv ${from}`)}.${shaped(64, from)}`;

/** The half of a password for the server. The server sees no difference with a stretched one. */
export function authKeyOf(password: string): AuthKey {
  return v.parse(AuthKey, createHash('sha256').update(password).digest('base64url'));
}

/** What a browser sends along with a new password. It has the shape, and opens nothing. */
export function passwordEntry(password: string) {
  const salt = `${shaped(21, `salt ${password}`)}A`;
  const record = `wk1.password.65536.3.1.${salt}.${box(password)}.${shaped(43, `tag ${password}`)}`;
  return { authKey: authKeyOf(password), passwordWrap: v.parse(PasswordWrap, record) };
}

/** What a browser sends along with new keys. */
export const keysEntry = (of: string) => ({
  recoveryWrap: v.parse(RecoveryWrap, `wk1.recovery.${box(of)}.${shaped(43, `tag ${of}`)}`),
  publicKey: v.parse(PublicKey, `B${shaped(86, `public ${of}`)}`),
  sealedPrivateKey: v.parse(SealedPrivateKey, `wk1.${box(`private ${of}`)}`),
});

/** Everything that makes an account, beside the ticket. */
export function newAccount(password: string, role: 'partner' | 'therapist' = 'partner') {
  return { ...passwordEntry(password), ...keysEntry('somebody'), role, consent: 1, stay: false };
}

/** The proof that whoever asks is the owner. */
export function proofOf(password: string, second: unknown = null) {
  return { proof: { authKey: authKeyOf(password), second } };
}

/** The ticket in an answer in which there must be one. */
export function ticketIn(came: { body: unknown }): string {
  return v.parse(v.object({ ticket: TicketSecret }), came.body).ticket;
}

/** The ticket behind the `#` of a link in this text. */
export function ticketInLink(text: string): string {
  const ticket = /#v1\.(?:link\.)?([\w-]{43})\b/.exec(text)?.[1];
  if (!ticket) throw new Error(`No link in: ${text}`);
  return ticket;
}

/** Takes the first step with a password. */
export async function passwordStep(
  visitor: Visitor,
  email: string,
  password: string,
  stay = false,
): Promise<SignInStep> {
  const asked = { email, authKey: authKeyOf(password), stay };
  return v.parse(SignInStep, (await visitor.account('sign-in', asked)).body);
}

/** Signs in with a password alone; throws when that does not let them in. */
export async function signIn(visitor: Visitor, email: string, password: string, stay = false) {
  const step = await passwordStep(visitor, email, password, stay);
  if (step.step !== 'in') throw new Error(`Not in: ${step.step}`);
  await visitor.enter(step.ticket);
}
