import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { kekOfCode } from '#lib/vault/kek.ts';
import {
  bytesOf,
  newRecoveryCode,
  readRecoveryCode,
  showRecoveryCode,
} from '#lib/vault/recovery-code.ts';

const digits = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const checks = `${digits}*~$=U`;
const mistyped = { ok: false, reason: 'mistyped' };

/** fast-check cannot seed the platform's generator: each run has a code of its own. */
const code = fc.constant(null).map(newRecoveryCode);

describe('a recovery code', () => {
  it('is 26 digits and a check by Crockford, of 128 bits', () => {
    fc.assert(
      fc.property(code, (text) => {
        const value = BigInt(`0x${Buffer.from(bytesOf(text)).toString('hex')}`);
        let [rest, written] = [value, ''];
        for (let place = 0; place < 26; place += 1) {
          written = digits[Number(rest % 32n)] + written;
          rest /= 32n;
        }
        expect(rest).toBe(0n);
        expect(text).toBe(`${written}${checks[Number(value % 37n)]}`);
      }),
    );
  });

  it('is shown in groups of four, and read back as it is shown', () => {
    fc.assert(
      fc.property(code, (text) => {
        const shown = showRecoveryCode(text);
        expect(shown).toMatch(/^([0-9A-Z]{4}-){6}[0-9A-Z]{2}[0-9A-Z*~$=]$/);
        expect(readRecoveryCode(shown)).toEqual({ ok: true, value: text });
      }),
    );
  });

  it('is read in small letters, with any spaces and dashes, with I, L and O', () => {
    const between = fc.array(
      fc.constantFrom(
        '',
        ' ',
        '-',
        '\u2013',
        '\u2014',
        '\u2011',
        '\u00a0',
        '\n',
        '\u200b',
        '\u2212',
      ),
      { minLength: 27, maxLength: 27 },
    );
    const spelling = fc.array(fc.nat({ max: 3 }), { minLength: 27, maxLength: 27 });
    fc.assert(
      fc.property(code, between, spelling, (text, gaps, spellings) => {
        const spelled = [...text].map((character, index) => {
          const ways = { '0': '0Oo0', '1': 'IiLl' }[character];
          const either = [character, character.toLowerCase()];
          return (gaps[index] ?? '') + (ways ?? either.join('').repeat(2))[spellings[index] ?? 0];
        });
        expect(readRecoveryCode(` ${spelled.join('')} `)).toEqual({ ok: true, value: text });
      }),
    );
  });

  it('is mistyped with any two neighbours that changed places', () => {
    fc.assert(
      fc.property(code, fc.nat({ max: 25 }), (text, at) => {
        const [one = '', two = ''] = text.slice(at, at + 2);
        const typed = text.slice(0, at) + two + one + text.slice(at + 2);
        expect(readRecoveryCode(typed).ok).toBe(one === two);
      }),
      { numRuns: 3_000 },
    );
  });

  it('is mistyped with a character too few or too many, and whatever else stands there', () => {
    const text = newRecoveryCode();
    for (const typed of ['', text.slice(1), text.slice(0, -1), `${text}0`, `0${text}`]) {
      expect(readRecoveryCode(typed)).toEqual(mistyped);
    }
    // Thirty-two times too large, with a check that fits: a code has one spelling.
    expect(readRecoveryCode('8'.padEnd(26, '0') + checks[Number((8n * 32n ** 25n) % 37n)])).toEqual(
      mistyped,
    );
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (junk) => {
        expect(readRecoveryCode(junk)).toEqual(mistyped);
      }),
      { numRuns: 2_000 },
    );
  });

  it('has a key of its own', async () => {
    const codes = Array.from({ length: 100 }, newRecoveryCode);
    const keys = await Promise.all(codes.map(kekOfCode));
    expect(new Set(keys.map((key) => Buffer.from(key).toString('hex'))).size).toBe(100);
  });
});
