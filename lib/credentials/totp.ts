import { generateSecret, generateURI, verifySync } from 'otplib';
import type { Time } from '#lib/dialogue/id.ts';

/** Seconds for which an authenticator app shows the same code. */
const period = 30;

/** A new secret of 160 bits for an authenticator app, in base 32. */
export function newTotpSecret(): string {
  return generateSecret();
}

/** The address (`otpauth://`) with which an authenticator app takes up a secret. */
export function totpAddress(secret: string, email: string): string {
  return generateURI({ issuer: 'Weerklank', label: email, secret });
}

/**
 * The time step of a code (RFC 6238): this one, the one before or the one after, as clocks differ. Null
 * for a code of none of them.
 */
export function totpStepOf(secret: string, code: string, now: Time): number | null {
  const epoch = Math.floor(now / 1_000);
  const found = verifySync({ secret, token: code, epoch, period, epochTolerance: period });
  return found.valid && 'timeStep' in found ? found.timeStep : null;
}
