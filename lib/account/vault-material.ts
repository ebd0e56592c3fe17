import * as v from 'valibot';
import { PublicKey } from '../keyholder.ts';
import { Stretch } from './stretch.ts';

/** Longer than anything written today; a later version has room. */
const longest = 1_000;

const number = '[1-9]\\d{0,9}';
/** An IV, a sealed user key with its tag, and the commitment to the key that opens it. */
const tail = '[\\w-]{16}\\.[\\w-]{64}\\.[\\w-]{43}';
const passwordWrap = new RegExp(
  `^wk1\\.password\\.(${number})\\.(${number})\\.(${number})\\.([\\w-]{21}[AQgw])\\.${tail}$`,
);

/**
 * The user key sealed with the password's key:
 * `wk1.password.<memory>.<passes>.<lanes>.<salt>.<iv>.<ciphertext>.<commitment>`.
 */
export const PasswordWrap = v.pipe(
  v.string(),
  v.maxLength(longest),
  v.regex(passwordWrap),
  v.brand('PasswordWrap'),
);
export type PasswordWrap = v.InferOutput<typeof PasswordWrap>;

/** The user key sealed with the recovery code's key: `wk1.recovery.<iv>.<ciphertext>.<commitment>`. */
export const RecoveryWrap = v.pipe(
  v.string(),
  v.maxLength(longest),
  v.regex(new RegExp(`^wk1\\.recovery\\.${tail}$`)),
  v.brand('RecoveryWrap'),
);
export type RecoveryWrap = v.InferOutput<typeof RecoveryWrap>;

/** The private half of the account's key pair, sealed with the user key: `wk1.<iv>.<ciphertext>`. */
export const SealedPrivateKey = v.pipe(
  v.string(),
  v.maxLength(longest),
  v.regex(/^wk1\.[\w-]{16}\.[\w-]+$/),
  v.brand('SealedPrivateKey'),
);
export type SealedPrivateKey = v.InferOutput<typeof SealedPrivateKey>;

/** The half of a stretched password that is shown to the server: 32 bytes as base64url. */
export const AuthKey = v.pipe(v.string(), v.regex(/^[\w-]{43}$/), v.brand('AuthKey'));
export type AuthKey = v.InferOutput<typeof AuthKey>;

/** What a server keeps of an account's vault. Opens nothing without the password or the code. */
export const VaultMaterial = v.strictObject({
  passwordWrap: PasswordWrap,
  /** Null when there is no recovery code. */
  recoveryWrap: v.nullable(RecoveryWrap),
  publicKey: PublicKey,
  sealedPrivateKey: SealedPrivateKey,
});
export type VaultMaterial = v.InferOutput<typeof VaultMaterial>;

/** With which salt and cost the password of this record is to be stretched. Judges no cost. */
export function stretchOf(wrap: PasswordWrap): Stretch {
  const [, memory, passes, lanes, salt] = passwordWrap.exec(wrap) ?? [];
  return v.parse(Stretch, {
    salt,
    memory: Number(memory),
    passes: Number(passes),
    lanes: Number(lanes),
  });
}
