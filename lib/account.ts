import * as v from 'valibot';
import {
  AuthKey,
  PasswordWrap,
  RecoveryWrap,
  SealedPrivateKey,
  VaultMaterial,
} from './account/vault-material.ts';
import { AuthSessionId } from './auth.ts';
import { Time } from './dialogue/id.ts';
import { languages } from './i18n/language.ts';
import { PublicKey } from './keyholder.ts';

/** An e-mail address as it is kept: trimmed, in lower case, at most 254 characters. */
export const Email = v.pipe(
  v.string(),
  v.trim(),
  v.toLowerCase(),
  v.maxLength(254),
  v.regex(/^[^\s@<>"]+@[^\s@<>"]+\.[^\s@<>".]+$/),
  v.brand('Email'),
);
export type Email = v.InferOutput<typeof Email>;

/** The 256 bits of a ticket as base64url. Good for one thing, once, shortly. */
export const TicketSecret = v.pipe(
  v.string(),
  v.regex(/^[A-Za-z0-9_-]{43}$/),
  v.brand('TicketSecret'),
);
export type TicketSecret = v.InferOutput<typeof TicketSecret>;

const base64url = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]+$/));
const whole = v.pipe(v.number(), v.safeInteger(), v.minValue(1));

/** What a new password brings: the half for the server, and the user key sealed with the other half. */
const password = { authKey: AuthKey, passwordWrap: PasswordWrap };

/** The account's key pair, and the user key sealed with the recovery code. */
const keys = {
  recoveryWrap: RecoveryWrap,
  publicKey: PublicKey,
  sealedPrivateKey: SealedPrivateKey,
};

export const Role = v.picklist(['partner', 'therapist']);
export type Role = v.InferOutput<typeof Role>;

/** POST create/ask, reset/ask, link/ask: a link goes to this address. The answer is always the same. */
export const LinkAsk = v.strictObject({ email: Email, language: v.picklist(languages) });
export type LinkAsk = v.InferOutput<typeof LinkAsk>;

/** How links reach people here: by e-mail, or through whoever runs the server. */
export const LinkAsked = v.strictObject({ by: v.picklist(['email', 'host']) });
export type LinkAsked = v.InferOutput<typeof LinkAsked>;

/** POST create/open, reset/open, link/open: what a link is for. */
export const LinkOpen = v.strictObject({ ticket: TicketSecret });
export type LinkOpen = v.InferOutput<typeof LinkOpen>;

export const CreateOpened = v.strictObject({ email: Email });
export type CreateOpened = v.InferOutput<typeof CreateOpened>;

/** Whoever has a link to reset may try the recovery code: it has 128 bits. */
export const ResetOpened = v.strictObject({
  email: Email,
  ...v.omit(VaultMaterial, ['passwordWrap']).entries,
});
export type ResetOpened = v.InferOutput<typeof ResetOpened>;

/** POST create/finish. A guest keeps the seats they have. `stay`: this device is the owner's alone. */
export const CreateFinish = v.strictObject({
  ticket: TicketSecret,
  ...password,
  ...keys,
  role: Role,
  consent: whole,
  stay: v.boolean(),
});
export type CreateFinish = v.InferOutput<typeof CreateFinish>;

/** POST reset/finish. `keys` is null when the old ones were opened, with the recovery code. */
export const ResetFinish = v.strictObject({
  ticket: TicketSecret,
  ...password,
  keys: v.nullable(v.strictObject(keys)),
});
export type ResetFinish = v.InferOutput<typeof ResetFinish>;

/** POST stretch, answered with a `Stretch` that says nothing about whether there is such an account. */
export const StretchAsk = v.strictObject({ email: Email });
export type StretchAsk = v.InferOutput<typeof StretchAsk>;

/** POST sign-in. */
export const SignIn = v.strictObject({ email: Email, authKey: AuthKey, stay: v.boolean() });
export type SignIn = v.InferOutput<typeof SignIn>;

export const SecondFactor = v.variant('kind', [
  v.strictObject({ kind: v.literal('totp'), code: v.pipe(v.string(), v.regex(/^\d{6}$/)) }),
  v.strictObject({ kind: v.literal('backup'), code: v.pipe(v.string(), v.maxLength(40)) }),
]);
export type SecondFactor = v.InferOutput<typeof SecondFactor>;

/** POST second, with the ticket of the first step. */
export const Second = v.strictObject({ ticket: TicketSecret, second: SecondFactor });
export type Second = v.InferOutput<typeof Second>;

/**
 * Where a sign-in stands. `in`: the ticket is turned into a cookie by next-auth's provider `account`.
 * `second`: show a second factor with the ticket. `wait`: too many tries from elsewhere; whole seconds.
 */
export const SignInStep = v.variant('step', [
  v.strictObject({ step: v.literal('in'), ticket: TicketSecret }),
  v.strictObject({
    step: v.literal('second'),
    ticket: TicketSecret,
    ways: v.array(v.picklist(['totp', 'passkey', 'backup'])),
  }),
  v.strictObject({ step: v.literal('refused') }),
  v.strictObject({ step: v.literal('wait'), seconds: whole }),
]);
export type SignInStep = v.InferOutput<typeof SignInStep>;

/** POST passkey/sign-in and passkey/register, with what the browser's own function answered. */
export const PasskeySignIn = v.strictObject({ response: v.unknown(), stay: v.boolean() });
export const PasskeyRegister = v.strictObject({
  response: v.unknown(),
  name: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(40)),
});
export const PasskeyRemove = v.strictObject({ id: v.pipe(base64url, v.maxLength(1_400)) });

/** POST passkey/options and passkey/register-options: handed to the browser as they are. */
export const PasskeyOptions = v.strictObject({ options: v.unknown() });

/** POST totp/begin: the address for an authenticator app, and its secret to type. */
export const TotpBegun = v.strictObject({
  address: v.string(),
  secret: v.string(),
  ticket: TicketSecret,
});
export type TotpBegun = v.InferOutput<typeof TotpBegun>;

/** POST totp/confirm. The answer holds the backup codes when these are the first. */
export const TotpConfirm = v.strictObject({
  ticket: TicketSecret,
  code: v.pipe(v.string(), v.regex(/^\d{6}$/)),
});
export type TotpConfirm = v.InferOutput<typeof TotpConfirm>;

/** Ten codes, shown once. */
export const BackupCodes = v.strictObject({ codes: v.array(v.string()) });
export type BackupCodes = v.InferOutput<typeof BackupCodes>;

/**
 * Proves that it is the owner who asks, for what cannot be undone: the current password's half, and a
 * second factor where there is one. Throttled as signing in is.
 */
export const Proof = v.strictObject({ authKey: AuthKey, second: v.nullable(SecondFactor) });
export type Proof = v.InferOutput<typeof Proof>;

/** POST password: changes it, and ends every other auth session. */
export const PasswordChange = v.strictObject({ proof: Proof, ...password });
export type PasswordChange = v.InferOutput<typeof PasswordChange>;

/** POST recovery: a new recovery code in place of the old one. */
export const RecoveryChange = v.strictObject({ proof: Proof, recoveryWrap: RecoveryWrap });
export type RecoveryChange = v.InferOutput<typeof RecoveryChange>;

/** POST totp/remove, backup (new codes), delete. */
export const Proved = v.strictObject({ proof: Proof });
export type Proved = v.InferOutput<typeof Proved>;

/** POST auth-sessions/end: one of one's own, or all others. */
export const EndAuthSession = v.strictObject({ id: v.nullable(AuthSessionId) });
export type EndAuthSession = v.InferOutput<typeof EndAuthSession>;

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

/** Why an account route did not do what was asked. `spent`: the link was used, ran out or never was. */
export const AccountRefusal = v.picklist([
  'bad-request',
  'forbidden',
  'spent',
  'proof',
  'wait',
  'code',
  'needed',
  'slow-down',
  'storage',
  'retry',
]);
export type AccountRefusal = v.InferOutput<typeof AccountRefusal>;

/** The body of every refusal, with status 400 or more. */
export const AccountRefused = v.strictObject({
  reason: AccountRefusal,
  seconds: v.optional(whole),
});
export type AccountRefused = v.InferOutput<typeof AccountRefused>;
