import type {
  AuthKey,
  PasswordWrap,
  RecoveryWrap,
  VaultMaterial,
} from '#lib/account/vault-material.ts';
import { stretchOf } from '#lib/account/vault-material.ts';
import { accepted, type Result, refused } from '#lib/dialogue/result.ts';
import { type AccountKeys, newAccountKeys, openAccountKeys } from './account-keys.ts';
import { type Kek, kekOfCode } from './kek.ts';
import { newStretch, type Split, type SplitRefusal } from './password.ts';
import { newRecoveryCode, type RecoveryCode, readRecoveryCode } from './recovery-code.ts';
import {
  newUserKey,
  type UserKey,
  unwrapWithPassword,
  unwrapWithRecovery,
  wrapForPassword,
  wrapForRecovery,
} from './user-key.ts';

/** What opens a vault: what was typed, or the key of a password that was split a moment ago. */
export type Opener = { password: string } | { recoveryCode: string } | { kek: Kek };

/** `mistyped`: no recovery code at all. `unreadable`: it opens nothing, for whatever cause. */
export type OpenRefusal = SplitRefusal | 'mistyped' | 'unreadable';

/** What the server is to keep from now on, in one step: the one without the other locks out. */
export interface NewPassword {
  authKey: AuthKey;
  passwordWrap: PasswordWrap;
}

export interface NewVault {
  /** For the server. Opens nothing. */
  material: VaultMaterial & { recoveryWrap: RecoveryWrap };
  authKey: AuthKey;
  /** To be shown once. Kept nowhere. */
  recoveryCode: RecoveryCode;
  keys: AccountKeys;
}

/** What a recovery code can be tried on. */
export type RecoveryMaterial = Omit<VaultMaterial, 'passwordWrap'>;

/** What a screen asks of an account's vault. Nothing here speaks to the server. */
export interface AccountVault {
  /** A vault for a new account; also for a forgotten password without a code: the old one is lost. */
  make(password: string): Promise<Result<NewVault, SplitRefusal>>;
  /** The account's key pair, from the material that the server keeps. */
  open(opener: Opener, material: VaultMaterial): Promise<Result<AccountKeys, OpenRefusal>>;
  /** The same vault under another password. The server is shown `formerAuthKey` as well. */
  changePassword(
    former: string,
    password: string,
    material: VaultMaterial,
  ): Promise<Result<NewPassword & { formerAuthKey: AuthKey }, OpenRefusal>>;
  /** The same vault under a new password, for who has the recovery code. The code stays valid. */
  resetWithCode(
    recoveryCode: string,
    password: string,
    material: RecoveryMaterial,
  ): Promise<Result<NewPassword & { keys: AccountKeys }, OpenRefusal>>;
  /** Another recovery code; the former one opens nothing once the server keeps this record. */
  renewCode(
    password: string,
    material: VaultMaterial,
  ): Promise<Result<{ recoveryCode: RecoveryCode; recoveryWrap: RecoveryWrap }, OpenRefusal>>;
}

/**
 * The vaults of accounts.
 * @param split where passwords are stretched: `splitInWorker` in a page, `splitPassword` elsewhere.
 */
export function accountVault(split: Split): AccountVault {
  return {
    async make(password) {
      const stretch = newStretch();
      const halves = await split(password, stretch);
      if (!halves.ok) return halves;
      const { authKey, kek } = halves.value;
      const userKey = newUserKey();
      const account = await newAccountKeys(userKey);
      const { publicKey } = account;
      const passwordWrap = await wrapForPassword(kek, stretch, publicKey, userKey);
      const recoveryCode = newRecoveryCode();
      const recoveryWrap = await wrapForRecovery(await kekOfCode(recoveryCode), publicKey, userKey);
      const keys = await openAccountKeys(userKey, account);
      if (!keys.ok) throw new Error('A vault that was just made does not open');
      const material = { passwordWrap, recoveryWrap, ...account };
      return accepted({ material, authKey, recoveryCode, keys: keys.value });
    },

    async open(opener, material) {
      const userKey = await userKeyOf(opener, material);
      return userKey.ok ? openAccountKeys(userKey.value, material) : userKey;
    },

    async changePassword(former, password, material) {
      const halves = await split(former, stretchOf(material.passwordWrap));
      if (!halves.ok) return halves;
      const userKey = await userKeyOf({ kek: halves.value.kek }, material);
      if (!userKey.ok) return userKey;
      const fresh = await newPassword(password, material, userKey.value);
      if (!fresh.ok) return fresh;
      return accepted({ ...fresh.value, formerAuthKey: halves.value.authKey });
    },

    async resetWithCode(recoveryCode, password, material) {
      const userKey = await userKeyOfCode(recoveryCode, material);
      if (!userKey.ok) return userKey;
      const keys = await openAccountKeys(userKey.value, material);
      if (!keys.ok) return keys;
      const fresh = await newPassword(password, material, userKey.value);
      return fresh.ok ? accepted({ ...fresh.value, keys: keys.value }) : fresh;
    },

    async renewCode(password, material) {
      const userKey = await userKeyOf({ password }, material);
      if (!userKey.ok) return userKey;
      const recoveryCode = newRecoveryCode();
      const kek = await kekOfCode(recoveryCode);
      const recoveryWrap = await wrapForRecovery(kek, material.publicKey, userKey.value);
      return accepted({ recoveryCode, recoveryWrap });
    },
  };

  async function userKeyOf(
    opener: Opener,
    material: VaultMaterial,
  ): Promise<Result<UserKey, OpenRefusal>> {
    const { passwordWrap, publicKey } = material;
    if ('kek' in opener) return unwrapWithPassword(opener.kek, publicKey, passwordWrap);
    if ('password' in opener) {
      const halves = await split(opener.password, stretchOf(passwordWrap));
      return halves.ok ? unwrapWithPassword(halves.value.kek, publicKey, passwordWrap) : halves;
    }
    return userKeyOfCode(opener.recoveryCode, material);
  }

  async function userKeyOfCode(
    recoveryCode: string,
    { recoveryWrap, publicKey }: RecoveryMaterial,
  ): Promise<Result<UserKey, OpenRefusal>> {
    const code = readRecoveryCode(recoveryCode);
    if (!code.ok) return code;
    if (!recoveryWrap) return refused('unreadable');
    return unwrapWithRecovery(await kekOfCode(code.value), publicKey, recoveryWrap);
  }

  async function newPassword(
    password: string,
    { publicKey }: RecoveryMaterial,
    userKey: UserKey,
  ): Promise<Result<NewPassword, SplitRefusal>> {
    const stretch = newStretch();
    const halves = await split(password, stretch);
    if (!halves.ok) return halves;
    const { authKey, kek } = halves.value;
    return accepted({
      authKey,
      passwordWrap: await wrapForPassword(kek, stretch, publicKey, userKey),
    });
  }
}
