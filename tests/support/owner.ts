import { createHash } from 'node:crypto';
import * as v from 'valibot';
import { SignInStep, TicketSecret } from '#lib/account.ts';
import type { Visitor } from './visitor.ts';

/** The half of a password for the server. The server sees no difference with a stretched one. */
export function authKeyOf(password: string): string {
  return createHash('sha256').update(password).digest('base64url');
}

/** What a browser sends along with a new password. */
export function passwordEntry(password: string) {
  const salt = createHash('sha256').update(`salt of ${password}`).digest('base64url').slice(0, 22);
  return {
    splitting: { salt, memory: 65_536, passes: 3, lanes: 1 },
    authKey: authKeyOf(password),
    passwordWrap: `wrapped by ${password}`,
  };
}

/** What a browser sends along with new keys. */
export const keysEntry = (of: string) => ({
  recoveryWrap: `recovery of ${of}`,
  publicKey: Buffer.alloc(65, of).toString('base64url'),
  sealedPrivateKey: `private key of ${of}`,
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
