import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { dictionary } from '@zxcvbn-ts/language-common';
import { easilyGuessed, folded, trimmingsOf } from '#lib/account/easily-guessed.ts';
import { passwordLength } from '#lib/account/password-strength.ts';

/**
 * Writes lib/account/common-passwords.ts: of the passwords that leaked most (MIT, zxcvbn-ts) the first
 * 3,000, and all that are long enough to be one here; without those the rules find by themselves.
 */
const top = 3_000;
const width = 160;

const leaked = dictionary['passwords-common'].map(folded);
const none: ReadonlySet<string> = new Set();
const isLong = (text: string) => text.length >= passwordLength.least;

/** One run of keys, or a word of the list: the rules find it however it is padded. */
const isSpare = (text: string, words: ReadonlySet<string>, wordCount: number) =>
  trimmingsOf(text, words, wordCount) === 0;

const letters = leaked.slice(0, top).filter((text) => /^[a-z]{4,}$/.test(text));
const words = new Set(letters.filter((text) => !isSpare(text, none, 0)));
const others = leaked.slice(0, top).filter((text) => !words.has(text) && !isSpare(text, words, 1));
const known = new Set([...words, ...others]);
const long = leaked.filter((text) => isLong(text) && !easilyGuessed(text, known));
const list = [...new Set([...known, ...long])].sort();

const lines = list.join(' ').match(new RegExp(`\\S.{0,${width}}(?= |$)`, 'g')) ?? [];
const text = `/** Made by scripts/common-passwords.ts from the list of zxcvbn-ts (MIT). */
export const commonPasswords = \`
${lines.join('\n')}
\`;
`;
writeFileSync(join(import.meta.dirname, '../lib/account/common-passwords.ts'), text);
console.log(`${list.length} passwords, ${text.length} characters`);
