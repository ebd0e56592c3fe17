import type { Clause } from '../said.ts';
import { wordSet } from '../word-set.ts';

const partner = wordSet('jij je ge gij zijde hebde doede zegde kunde moete gade waarde');

/** What can be the subject of a clause instead of the partner. */
const others = wordSet(`
  ik k kheb kben kzal we wij hij zij ze het t er men iemand niemand iedereen mijn mn onze ons zijn
  haar hun uw jouw de een die dit deze`);

/** Whether this word stands for the partner as the one who acts. */
export function isPartner(word: string | undefined): boolean {
  return word !== undefined && partner.has(word);
}

/** Whether a word begins the name of someone, the partner or not. */
export function isSomeone(word: string | undefined): boolean {
  return word !== undefined && (partner.has(word) || others.has(word));
}

/** Whether the partner is the first who is named in these words: in Dutch, the one who acts. */
export function partnerActs(words: Clause['words']): boolean {
  return isPartner(words.find(isSomeone));
}
