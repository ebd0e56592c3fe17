import * as v from 'valibot';
import { Email, Role } from '../account.ts';
import { AuthSessionId } from '../auth.ts';
import { Time } from '../dialogue/id.ts';

/** GET overview: everything the account page shows. */
export const AccountOverview = v.strictObject({
  email: Email,
  role: Role,
  roleVerified: v.boolean(),
  createdAt: Time,
  passwordChangedAt: Time,
  recovery: v.boolean(),
  totp: v.boolean(),
  backupCodesLeft: v.pipe(v.number(), v.safeInteger()),
  passkeys: v.array(
    v.strictObject({
      id: v.string(),
      name: v.string(),
      createdAt: Time,
      usedAt: v.nullable(Time),
    }),
  ),
  authSessions: v.array(
    v.strictObject({
      id: AuthSessionId,
      way: v.picklist(['guest', 'password', 'passkey', 'email', 'provider']),
      device: v.string(),
      createdAt: Time,
      seenAt: Time,
      current: v.boolean(),
    }),
  ),
  /** Whether a provider of sign-in is linked; null when the host set none up. */
  provider: v.nullable(v.strictObject({ name: v.string(), linked: v.boolean() })),
});
export type AccountOverview = v.InferOutput<typeof AccountOverview>;
