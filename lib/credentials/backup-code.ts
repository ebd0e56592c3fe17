import { createHash, randomBytes } from 'node:crypto';

/** Crockford's base 32: no I, L, O or U, so that nothing is misread. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const howMany = 10;

/** Ten new codes of 80 random bits each, in groups of four characters. */
export function newBackupCodes(): readonly string[] {
  return Array.from({ length: howMany }, () => {
    // 256 is a multiple of 32: every character is as likely.
    const characters = [...randomBytes(16)].map((byte) => alphabet[byte % alphabet.length]);
    return characters.join('').replace(/(.{4})(?=.)/g, '$1-');
  });
}

/** All that is kept of a code: 80 random bits need no salt and no stretching. However it was typed. */
export function backupCodeHash(typed: string): string {
  const code = typed
    .toUpperCase()
    .replaceAll('O', '0')
    .replace(/[IL]/g, '1')
    .replace(/[^0-9A-Z]/g, '');
  return createHash('sha256').update(`backup code ${code}`, 'utf8').digest('base64url');
}
