import { wordSet } from '../word-set.ts';

const partner = wordSet('you youre youve youd youll u ur ya');

/** What can be the subject of a clause instead of the partner. */
const others = wordSet(`
  i im ive id ill we weve he she they it its there my our his her their the a an this these those
  nobody somebody someone everybody everyone people me`);

/** Whether this word stands for the partner. */
export function isPartner(word: string | undefined): boolean {
  return word !== undefined && partner.has(word);
}

/** Whether a word begins the name of someone, the partner or not. */
export function isSomeone(word: string | undefined): boolean {
  return word !== undefined && (partner.has(word) || others.has(word));
}

/** Whether the partner is the one who acts at this place: in English, whoever was named last before it. */
export function partnerActsAt(words: readonly string[], at: number): boolean {
  const before = words.slice(0, at).findLast(isSomeone);
  return isPartner(before ?? words.slice(at).find(isSomeone));
}
