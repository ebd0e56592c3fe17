import * as v from 'valibot';
import {
  type PasswordWrap,
  type RecoveryWrap,
  type SealedPrivateKey,
  VaultMaterial,
} from '#lib/account/vault-material.ts';
import { Email, Role } from '#lib/account.ts';
import type { ExerciseRef } from '#lib/dialogue/exercise.ts';
import { type Time, UserId } from '#lib/dialogue/id.ts';
import type { PublicKey } from '#lib/keyholder.ts';
import type { Database } from './client.ts';
import { keptExercises } from './kept-exercises.ts';
import { forgetUser } from './leaving.ts';
import { patiently } from './patiently.ts';
import { rowsOf, whole } from './row.ts';

/** What an account holds of its owner; what it cannot open it keeps as it came. */
const AccountRow = v.object({
  userId: UserId,
  email: Email,
  role: Role,
  roleVerifiedAt: v.nullable(whole),
  passwordHash: v.string(),
  passwordChangedAt: whole,
  ...VaultMaterial.entries,
  totpSecret: v.nullable(v.string()),
  createdAt: whole,
});
export type Account = v.InferOutput<typeof AccountRow>;

/** What comes with a password. */
export interface PasswordEntry {
  passwordHash: string;
  passwordWrap: PasswordWrap;
}

/** The account's keys, of which only the public one can be read here. */
export interface KeysEntry {
  recoveryWrap: RecoveryWrap;
  publicKey: PublicKey;
  sealedPrivateKey: SealedPrivateKey;
}

export interface NewAccount extends PasswordEntry, KeysEntry {
  userId: UserId;
  email: Email;
  role: Role;
  /** The version of the text that was agreed to. */
  consent: number;
  now: Time;
}

/**
 * Makes an account for a user, whether or not there was one who held seats, and notes the consent.
 * @returns false when the user or the address has an account already: then nothing has changed.
 */
export async function createAccount(db: Database, account: NewAccount): Promise<boolean> {
  const { userId, email, role, consent, now, passwordHash, passwordWrap } = account;
  const { recoveryWrap, publicKey, sealedPrivateKey } = account;
  const [, made] = await patiently(() =>
    db.$transaction([
      db.$executeRaw`
        INSERT INTO "User" ("id")
        SELECT ${userId} WHERE NOT EXISTS (SELECT 1 FROM "Account" WHERE "email" = ${email})
        ON CONFLICT DO NOTHING`,
      db.$executeRaw`
        INSERT INTO "Account" ("userId", "email", "role", "passwordHash", "passwordChangedAt",
          "passwordWrap", "recoveryWrap", "publicKey", "sealedPrivateKey", "createdAt")
        SELECT "id", ${email}, ${role}, ${passwordHash}, ${now}, ${passwordWrap}, ${recoveryWrap},
          ${publicKey}, ${sealedPrivateKey}, ${now}
        FROM "User" WHERE "id" = ${userId}
        ON CONFLICT DO NOTHING`,
      db.$executeRaw`
        INSERT INTO "Consent" ("userId", "text", "version", "at")
        SELECT "userId", 'account', ${consent}, ${now} FROM "Account"
        WHERE "userId" = ${userId} AND "email" = ${email}
        ON CONFLICT DO NOTHING`,
    ]),
  );
  return made === 1;
}

/** The account of this address, or null. */
export async function accountByEmail(db: Database, email: Email): Promise<Account | null> {
  const [row] = await rowsOf(
    AccountRow,
    () => db.$queryRaw`SELECT * FROM "Account" WHERE "email" = ${email}`,
  );
  return row ?? null;
}

/** The account of this user, or null for a guest. */
export async function accountOf(db: Database, userId: UserId): Promise<Account | null> {
  const [row] = await rowsOf(
    AccountRow,
    () => db.$queryRaw`SELECT * FROM "Account" WHERE "userId" = ${userId}`,
  );
  return row ?? null;
}

/**
 * Puts a new password in the place of the old one; new keys as well when they are given. When that was moves
 * on each time, whatever the clock says: tickets of the former password go by it. What rooms' keys were sealed for
 * former keys nobody opens any more, so with new ones the account is a keyholder nowhere.
 * @param account as it was when somebody proved that they may do this.
 * @returns false when its password has changed since: then nothing has changed.
 */
export async function setPassword(
  db: Database,
  { userId, passwordChangedAt }: Pick<Account, 'userId' | 'passwordChangedAt'>,
  { passwordHash, passwordWrap }: PasswordEntry,
  keys: KeysEntry | null,
  now: Time,
): Promise<boolean> {
  const [changed] = await patiently(() =>
    db.$transaction([
      db.$executeRaw`
        UPDATE "Account" SET "passwordHash" = ${passwordHash},
          "passwordChangedAt" = max("passwordChangedAt" + 1, ${now}),
          "passwordWrap" = ${passwordWrap},
          "recoveryWrap" = coalesce(${keys?.recoveryWrap ?? null}, "recoveryWrap"),
          "publicKey" = coalesce(${keys?.publicKey ?? null}, "publicKey"),
          "sealedPrivateKey" = coalesce(${keys?.sealedPrivateKey ?? null}, "sealedPrivateKey")
        WHERE "userId" = ${userId} AND "passwordChangedAt" = ${passwordChangedAt}`,
      db.$executeRaw`
        UPDATE "Keyholder" SET "removedAt" = ${now}
        WHERE "userId" = ${userId} AND "kind" = 'account' AND "removedAt" IS NULL
          AND EXISTS (SELECT 1 FROM "Account"
            WHERE "userId" = ${userId} AND "publicKey" = ${keys?.publicKey ?? null})`,
    ]),
  );
  return changed === 1;
}

/** Puts the user key, sealed with a new recovery code, in the place of the one before. */
export async function setRecovery(
  db: Database,
  userId: UserId,
  recoveryWrap: RecoveryWrap,
): Promise<void> {
  await patiently(
    () => db.$executeRaw`
      UPDATE "Account" SET "recoveryWrap" = ${recoveryWrap} WHERE "userId" = ${userId}`,
  );
}

/** Notes that the host saw proof of what somebody is. @returns false when no therapist has this address. */
export async function verifyTherapist(db: Database, email: Email, now: Time): Promise<boolean> {
  const changed = await patiently(
    () => db.$executeRaw`
      UPDATE "Account" SET "roleVerifiedAt" = ${now}
      WHERE "email" = ${email} AND "role" = 'therapist'`,
  );
  return changed === 1;
}

/**
 * Removes the account and everything else the server has of this user, as `forgetUser` does; what they
 * said stays in what both kept. Harmless when there is nobody.
 */
export async function deleteAccount(db: Database, userId: UserId, now: Time): Promise<void> {
  // Also for a command, which has no library at hand: every session's exercise was kept.
  const kept = await keptExercises(db);
  const findExercise = (ref: ExerciseRef) =>
    kept.find(({ id, version }) => id === ref.id && version === ref.version)?.exercise?.definition;
  await forgetUser(db, { userId, now, erase: false, findExercise });
}
