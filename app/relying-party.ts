import {
  generateAuthenticationOptions,
  generateRegistrationOptions,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from '@simplewebauthn/server';
import * as v from 'valibot';
import { TicketSecret } from '#lib/account.ts';
import type { Time, UserId } from '#lib/dialogue/id.ts';
import { env } from '#lib/env.ts';
import type { Account } from '#prisma/accounts.ts';
import type { Database } from '#prisma/client.ts';
import { countPasskeyUse, type Passkey, passkeyOf, passkeysOf } from '#prisma/passkeys.ts';
import { makeTicket, type TicketPurpose, takeTicket } from '#prisma/tickets.ts';
import { AuthenticationResponse, RegistrationResponse } from './webauthn-response.ts';

interface Asked {
  db: Database;
  request: Request;
  now: Time;
}

/** The passkey that was made, as it is kept. */
type NewPasskey = Pick<Passkey, 'id' | 'publicKey' | 'counter' | 'transports'>;

/** What a browser needs to sign in with whichever passkey its owner picks. */
export async function signInOptions({ db, request, now }: Asked): Promise<unknown> {
  const secret = await makeTicket(db, 'passkey-challenge', { userId: null, detail: '', now });
  return generateAuthenticationOptions({
    rpID: relyingParty(request).id,
    challenge: bytesOf(secret),
    userVerification: 'required',
  });
}

/**
 * Whose passkey signed this answer: its owner was there and proved it to the device. Null for an answer
 * that is no good, was given before, or comes from a copy of the key.
 */
export async function signedBy(asked: Asked, answer: unknown): Promise<UserId | null> {
  const { db, request, now } = asked;
  const response = v.safeParse(AuthenticationResponse, answer);
  const passkey = response.success ? await passkeyOf(db, response.output.id) : null;
  if (!response.success || !passkey) return null;
  const shown = response.output.response;
  if ('userHandle' in shown && shown.userHandle !== handleOf(passkey.userId)) return null;
  const { id: expectedRPID, origin: expectedOrigin } = relyingParty(request);
  const verified = await verifyAuthenticationResponse({
    response: response.output,
    expectedChallenge: (text) => challenged(asked, 'passkey-challenge', null, text),
    expectedOrigin,
    expectedRPID,
    requireUserVerification: true,
    credential: {
      id: passkey.id,
      publicKey: new Uint8Array(Buffer.from(passkey.publicKey, 'base64url')),
      counter: passkey.counter,
    },
  }).catch(() => null);
  if (!verified?.verified) return null;
  const counter = verified.authenticationInfo.newCounter;
  return (await countPasskeyUse(db, { id: passkey.id, counter, now })) ? passkey.userId : null;
}

/** What a browser needs to make a passkey for this account. */
export async function makingOptions(
  { db, request, now }: Asked,
  { userId, email }: Account,
): Promise<unknown> {
  const secret = await makeTicket(db, 'passkey-making', { userId, detail: '', now });
  return generateRegistrationOptions({
    rpName: 'Weerklank',
    rpID: relyingParty(request).id,
    challenge: bytesOf(secret),
    userName: email,
    // Random, and of use nowhere else: the device shows it to whoever asks for its passkeys.
    userID: new Uint8Array(Buffer.from(userId, 'base64url')),
    attestationType: 'none',
    excludeCredentials: (await passkeysOf(db, userId)).map(({ id }) => ({ id })),
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
  });
}

/** The passkey in the answer of a browser that made one for this user; null for one that is no good. */
export async function madeBy(
  asked: Asked,
  userId: UserId,
  answer: unknown,
): Promise<NewPasskey | null> {
  const response = v.safeParse(RegistrationResponse, answer);
  if (!response.success) return null;
  const { id: expectedRPID, origin: expectedOrigin } = relyingParty(asked.request);
  const verified = await verifyRegistrationResponse({
    response: response.output,
    expectedChallenge: (shown) => challenged(asked, 'passkey-making', userId, shown),
    expectedOrigin,
    expectedRPID,
    requireUserVerification: true,
  }).catch(() => null);
  if (!verified?.verified) return null;
  const { id, publicKey, counter } = verified.registrationInfo.credential;
  const transports = (response.output.response.transports ?? []).join(',');
  return { id, publicKey: Buffer.from(publicKey).toString('base64url'), counter, transports };
}

/** A challenge is a ticket: the first answer to it uses it up, good or bad. */
async function challenged(
  { db, now }: Asked,
  purpose: TicketPurpose,
  userId: UserId | null,
  shown: string,
): Promise<boolean> {
  const secret = v.safeParse(TicketSecret, shown);
  const ticket = secret.success ? await takeTicket(db, purpose, secret.output, now) : null;
  return ticket !== null && ticket.userId === userId;
}

/** Who we are to passkeys: they work under the name they were made with, and nowhere else. */
function relyingParty({ headers }: Request): { id: string; origin: string } {
  const { publicUrl, secure } = env();
  const origin =
    publicUrl ?? `${secure ? 'https' : 'http'}://${headers.get('host') ?? 'localhost'}`;
  return { id: new URL(origin).hostname, origin };
}

function bytesOf(secret: TicketSecret): Uint8Array<ArrayBuffer> {
  return new Uint8Array(Buffer.from(secret, 'base64url'));
}

function handleOf(userId: UserId): string {
  return Buffer.from(userId, 'base64url').toString('base64url');
}
