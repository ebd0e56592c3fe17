import { parseOptions } from '@node-rs/argon2';
import { generateSync } from 'otplib';
import { describe, expect, it } from 'vitest';
import { backupCodeHash, newBackupCodes } from '#lib/credentials/backup-code.ts';
import { Narrow } from '#lib/credentials/narrow.ts';
import { hashing, hashOf, isHashed } from '#lib/credentials/password-hash.ts';
import { openHere, pseudorandom, sealHere } from '#lib/credentials/server-key.ts';
import { newTotpSecret, totpAddress, totpStepOf } from '#lib/credentials/totp.ts';

const secret = 'a secret of the tests that nobody else uses';

describe('What is kept of a password', () => {
  it('is Argon2id with 19 MiB, 2 passes and 1 lane, by the hash itself', async () => {
    const kept = await hashOf('half of a password');
    expect(kept).toMatch(/^\$argon2id\$v=19\$/);
    expect(parseOptions(kept)).toMatchObject({
      memoryCost: 19_456,
      timeCost: 2,
      parallelism: 1,
      outputLen: 32,
      saltLen: 16,
    });
    expect(await isHashed(kept, 'half of a password')).toBe(true);
    expect(await isHashed(kept, 'half of another')).toBe(false);
    expect(await hashOf('half of a password')).not.toBe(kept);
  });

  it('is as much work where there is none', async () => {
    expect(await isHashed(null, 'half of a password')).toBe(false);
  });

  it('takes two processors at most, however many sign in at once (50)', async () => {
    const going: number[] = [];
    const kept = await hashOf('one');
    const many = Array.from({ length: 50 }, (_, at) => isHashed(kept, at % 2 ? 'one' : 'other'));
    going.push(hashing().load.going);
    expect(hashing().load).toEqual({ going: 2, waiting: 48 });
    const answers = await Promise.all(many);
    expect(answers.filter(Boolean)).toHaveLength(25);
    expect(hashing().load).toEqual({ going: 0, waiting: 0 });
  });
});

describe('A narrow way', () => {
  it('lets through so many at once, in the order in which they came, also past one that fails', async () => {
    const narrow = new Narrow(2);
    const done: number[] = [];
    let going = 0;
    let most = 0;
    const work = async (at: number) => {
      going += 1;
      most = Math.max(most, going);
      await Promise.resolve();
      going -= 1;
      done.push(at);
      if (at === 3) throw new Error('failed');
    };
    const all = Array.from({ length: 20 }, (_, at) => narrow.through(() => work(at)));
    const outcomes = await Promise.allSettled(all);
    expect(outcomes.filter(({ status }) => status === 'rejected')).toHaveLength(1);
    expect(most).toBe(2);
    expect(done).toEqual(Array.from({ length: 20 }, (_, at) => at));
  });
});

describe('A key of the server', () => {
  it('opens what it sealed, for the same user and with the same secret only', () => {
    const sealed = sealHere(secret, 'totp', 'an', 'JBSWY3DPEHPK3PXP');
    expect(sealed).not.toContain('JBSWY3DP');
    expect(sealHere(secret, 'totp', 'an', 'JBSWY3DPEHPK3PXP')).not.toBe(sealed);
    expect(openHere(secret, 'totp', 'an', sealed)).toBe('JBSWY3DPEHPK3PXP');
    expect(openHere(secret, 'totp', 'bo', sealed)).toBeNull();
    expect(openHere(`${secret}!`, 'totp', 'an', sealed)).toBeNull();
    expect(openHere(secret, 'salt', 'an', sealed)).toBeNull();
    for (const bad of ['', 'v1.', 'v2', `v2${sealed.slice(2)}`, sealed.slice(0, -2)]) {
      expect(openHere(secret, 'totp', 'an', bad)).toBeNull();
    }
    const bytes = Buffer.from(sealed.slice(3), 'base64url');
    for (const at of bytes.keys()) {
      const changed = Buffer.from(bytes);
      changed[at] = (changed[at] ?? 0) ^ 1;
      expect(openHere(secret, 'totp', 'an', `v1.${changed.toString('base64url')}`)).toBeNull();
    }
  });

  it('makes the same salt for the same address, and another for every other', () => {
    const salts = ['an@home.be', 'bo@home.be', 'an@home.nl'].map((email) =>
      pseudorandom(secret, 'salt', email),
    );
    expect(new Set(salts).size).toBe(3);
    for (const salt of salts) expect(salt).toMatch(/^[\w-]{22}$/);
    expect(pseudorandom(secret, 'salt', 'an@home.be')).toBe(salts[0]);
    expect(pseudorandom(`${secret}!`, 'salt', 'an@home.be')).not.toBe(salts[0]);
  });
});

describe('An authenticator app', () => {
  it('is taken at its step, at the one before and the one after', () => {
    const key = newTotpSecret();
    const now = 1_764_000_010_000;
    const step = Math.floor(now / 30_000);
    const code = (offset: number) => generateSync({ secret: key, epoch: (step + offset) * 30 });
    const found = [-2, -1, 0, 1, 2].map((offset) => totpStepOf(key, code(offset), now));
    expect(found).toEqual([null, step - 1, step, step + 1, null]);
    expect(totpStepOf(newTotpSecret(), code(0), now)).toBeNull();
    for (const at of [step * 30_000, step * 30_000 + 29_999]) {
      expect(totpStepOf(key, code(-1), at)).toBe(step - 1);
      expect(totpStepOf(key, code(1), at)).toBe(step + 1);
    }
  });

  it('agrees with the figures of RFC 6238 (SHA-1, the last six digits)', () => {
    // '12345678901234567890' in base 32.
    const key = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';
    const figures = [
      [59, '287082'],
      [1_111_111_109, '081804'],
      [1_234_567_890, '005924'],
      [2_000_000_000, '279037'],
    ] as const;
    for (const [seconds, code] of figures) {
      expect(totpStepOf(key, code, seconds * 1_000)).toBe(Math.floor(seconds / 30));
    }
  });

  it('is told the address and the secret', () => {
    const key = newTotpSecret();
    expect(key).toMatch(/^[A-Z2-7]{32}$/);
    const address = new URL(totpAddress(key, 'an@home.be'));
    expect(address.protocol).toBe('otpauth:');
    expect(address.searchParams.get('secret')).toBe(key);
    expect(address.searchParams.get('issuer')).toBe('Weerklank');
  });
});

describe('Backup codes', () => {
  it('are ten of 120 bits, in characters that nobody misreads', () => {
    const codes = newBackupCodes();
    expect(new Set(codes).size).toBe(10);
    for (const code of codes) {
      expect(code).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){5}[0-9A-HJKMNP-TV-Z]{4}$/);
    }
  });

  it('are known however they are typed', () => {
    const kept = backupCodeHash('01AB-CDEF-GHJK-MNPQ-RSTV-WXYZ');
    for (const typed of [
      '01ab cdef ghjk mnpq rstv wxyz',
      'OIABCDEFGHJKMNPQRSTVWXYZ',
      ' 0lab-cdef-ghjk-mnpq-rstv-wxyz ',
    ]) {
      expect(backupCodeHash(typed)).toBe(kept);
    }
    expect(backupCodeHash('01AB-CDEF-GHJK-MNPQ-RSTV-WXYY')).not.toBe(kept);
  });
});
