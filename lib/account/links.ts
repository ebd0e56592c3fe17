import * as v from 'valibot';
import { Email, Role, TicketSecret } from '../account.ts';
import { languages } from '../i18n/language.ts';
import { PublicKey } from '../keyholder.ts';
import {
  AuthKey,
  PasswordWrap,
  RecoveryWrap,
  SealedPrivateKey,
  VaultMaterial,
} from './vault-material.ts';

/** What a new password brings: the half for the server, and the user key sealed with the other half. */
const password = { authKey: AuthKey, passwordWrap: PasswordWrap };

/** The account's key pair, and the user key sealed with the recovery code. */
const keys = {
  recoveryWrap: RecoveryWrap,
  publicKey: PublicKey,
  sealedPrivateKey: SealedPrivateKey,
};

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
  consent: v.pipe(v.number(), v.safeInteger(), v.minValue(1)),
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
