import * as v from 'valibot';
import { accepted, type Result, refused } from '#lib/dialogue/result.ts';
import { type Bytes, randomBytes } from './bytes.ts';

/** Crockford's base 32 (crockford.com/base32.html): no I, L, O or U. */
const digits = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
/** A check is one of 37: the prime above 32, which is why it catches what it catches. */
const checks = `${digits}*~$=U`;

const length = 16;
const digitCount = 26;
const groupLength = 4;

const numberOf = (text: string) =>
  [...text].reduce((sum, digit) => sum * 32n + BigInt(digits.indexOf(digit)), 0n);

const checkOf = (value: bigint) => checks[Number(value % BigInt(checks.length))];

/** 128 bits in 26 digits: the first digit has three of them. */
const isCode = (text: string) =>
  /^[0-7][0-9A-HJKMNP-TV-Z]{25}[0-9A-HJKMNP-Z*~$=]$/.test(text) &&
  checkOf(numberOf(text.slice(0, digitCount))) === text.at(-1);

/** 128 random bits as 26 digits of Crockford's base 32 and his check symbol. One text a code. */
export const RecoveryCode = v.pipe(v.string(), v.check(isCode), v.brand('RecoveryCode'));
export type RecoveryCode = v.InferOutput<typeof RecoveryCode>;

export function newRecoveryCode(): RecoveryCode {
  const value = randomBytes(length).reduce((sum, byte) => sum * 256n + BigInt(byte), 0n);
  const places = Array.from({ length: digitCount }, (_, index) => BigInt(digitCount - 1 - index));
  const text = places.map((place) => digits[Number((value >> (5n * place)) & 31n)]).join('');
  return v.parse(RecoveryCode, `${text}${checkOf(value)}`);
}

/** The code as it is shown: seven groups of four characters (the last has three) with dashes. */
export function showRecoveryCode(code: RecoveryCode): string {
  return code.match(new RegExp(`.{1,${groupLength}}`, 'g'))?.join('-') ?? code;
}

/**
 * The code that was typed. Small letters, spaces, any kind of dash, and I, L and O for 1, 1 and 0
 * do not matter. Refused with `mistyped` when it is no code: one wrong character and two that changed
 * places are always found. Needs no server.
 */
export function readRecoveryCode(typed: string): Result<RecoveryCode, 'mistyped'> {
  const text = typed
    .normalize('NFKC')
    .replace(/[\s\p{Dash}\p{Cf}]/gu, '')
    .toUpperCase()
    .replace(/[IL]/g, '1')
    .replaceAll('O', '0');
  const code = v.safeParse(RecoveryCode, text);
  return code.success ? accepted(code.output) : refused('mistyped');
}

/** The 16 random bytes a code stands for. */
export function bytesOf(code: RecoveryCode): Bytes {
  const value = numberOf(code.slice(0, digitCount));
  return Uint8Array.from({ length }, (_, index) =>
    Number((value >> BigInt(8 * (length - 1 - index))) & 255n),
  );
}
