import { createHash, randomBytes } from 'node:crypto';

/** Crockford's base 32: no I, L, O or U, so that nothing is misread. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const howMany = 10;
/** Five bits each: 120, which nobody finds from a digest, also not who has the whole database. */
const characters = 24;

/** Ten new codes of 120 random bits each, in groups of four characters. */
export function newBackupCodes(): readonly string[] {
  return Array.from({ length: howMany }, () => {
    // 256 is a multiple of 32: every character is as likely.
    const code = [...randomBytes(characters)].map((byte) => alphabet[byte % alphabet.length]);
    return code.join('').replace(/(.{4})(?=.)/g, '$1-');
  });
}

/**
 * All that is kept of a code: so many random bits need no salt and no stretching (ASVS 6.5.2). Not made with
 * a key of the server, so that the codes outlive a change of it. However it was typed.
 */
export function backupCodeHash(typed: string): string {
  const code = typed
    .toUpperCase()
    .replaceAll('O', '0')
    .replace(/[IL]/g, '1')
    .replace(/[^0-9A-Z]/g, '');
  return createHash('sha256').update(`backup code ${code}`, 'utf8').digest('base64url');
}
