import { easilyGuessed, folded } from './easily-guessed.ts';

/** Why a password is not taken. Nothing is asked of which characters are in it. */
export type PasswordFault = 'too-short' | 'too-long' | 'easily-guessed' | 'like-email';

export const passwordLength = { least: 12, most: 128 } as const;

/** A shorter piece of an address stands in too many words. */
const leastOfAddress = 4;

/**
 * What is wrong with a new password, everything at once; an empty list when it is good. Computed here:
 * neither the password nor anything of it is sent. The list of common passwords is fetched at the first
 * call (rejects when that fails).
 * @param password counted in characters (Unicode code points) after NFKC, as it is stretched.
 * @param email as typed; its part before the @ may not stand in the password.
 */
export async function passwordFaults(password: string, email: string): Promise<PasswordFault[]> {
  const { knownWords } = await import('./known-words.ts');
  const canonical = password.normalize('NFKC');
  const length = [...canonical].length;
  const name = folded(email.split('@')[0]?.trim() ?? '');
  const near = name.length >= leastOfAddress && folded(canonical).includes(name);
  const faults: [PasswordFault, boolean][] = [
    ['too-short', length < passwordLength.least],
    ['too-long', length > passwordLength.most],
    // One that is too long is not looked into: pasting a book should not hold up the page.
    ['easily-guessed', length <= passwordLength.most && easilyGuessed(canonical, knownWords)],
    ['like-email', near],
  ];
  return faults.filter(([, found]) => found).map(([fault]) => fault);
}
