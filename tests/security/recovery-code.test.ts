import { describe, expect, it } from 'vitest';
import { accountVault } from '#lib/vault/account-vault.ts';
import { kekOfCode } from '#lib/vault/kek.ts';
import { splitPassword } from '#lib/vault/password.ts';
import { newRecoveryCode, type RecoveryCode, readRecoveryCode } from '#lib/vault/recovery-code.ts';
import { unwrapWithRecovery } from '#lib/vault/user-key.ts';
import { Tries } from '#tests/support/tally.ts';

const name = 'attack-12-recovery-code';
const digits = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const checks = `${digits}*~$=U`;
const vault = accountVault(splitPassword);

const made = await vault.make('een fiets op de maan');
if (!made.ok) throw new Error(made.reason);
const { material, recoveryCode } = made.value;

/** A code with another character at each of its 27 places, for every other symbol there is. */
function* mistypings(code: RecoveryCode): Generator<string> {
  for (const [at, right] of [...code].entries()) {
    for (const wrong of checks) {
      if (wrong !== right) yield code.slice(0, at) + wrong + code.slice(at + 1);
    }
  }
}

/** The same digits with the check symbol that fits them, by Crockford's rule. */
function rechecked(text: string): string {
  const value = [...text.slice(0, 26)].reduce(
    (sum, digit) => sum * 32n + BigInt(digits.indexOf(digit)),
    0n,
  );
  return `${text.slice(0, 26)}${checks[Number(value % 37n)]}`;
}

describe('(attack 12) A recovery code with one wrong character', () => {
  it('is no code, at any place and with any symbol, and nothing is asked of the vault', async () => {
    const tries = new Tries();
    for (let count = 0; count < 50; count += 1) {
      for (const typed of mistypings(newRecoveryCode())) {
        tries.note(typed, readRecoveryCode(typed).ok);
      }
    }
    for (const typed of mistypings(recoveryCode)) {
      const opened = await vault.open({ recoveryCode: typed }, material);
      tries.note(typed, opened.ok);
      expect(opened).toEqual({ ok: false, reason: 'mistyped' });
    }
    expect(tries.tried).toBe(51 * 27 * 36);
    expect(tries.told(name)).toEqual([]);
  });

  it('does not open the vault either when its check symbol was made to fit', async () => {
    expect(rechecked(recoveryCode)).toBe(recoveryCode);
    const tries = new Tries();
    for (const [at, right] of [...recoveryCode.slice(0, 26)].entries()) {
      for (const wrong of digits) {
        if (wrong === right) continue;
        const read = readRecoveryCode(
          rechecked(recoveryCode.slice(0, at) + wrong + recoveryCode.slice(at + 1)),
        );
        // The first digit has three bits: the others are no code at all.
        if (!read.ok) continue;
        const kek = await kekOfCode(read.value);
        const opened = await unwrapWithRecovery(kek, material.publicKey, material.recoveryWrap);
        tries.note(read.value, opened.ok);
      }
    }
    expect(tries.tried).toBe(25 * 31 + 7);
    expect(tries.told(name)).toEqual([]);
    expect((await vault.open({ recoveryCode }, material)).ok).toBe(true);
  });
});
