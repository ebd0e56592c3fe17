import type { Sentence } from '../said.ts';
import type { Look } from '../tongue.ts';
import { wordSet } from '../word-set.ts';
import { isPartner, isSomeone } from './persons.ts';

const whys = wordSet('waarom waarvoor hoezo vanwaar');
const fillers = wordSet('toch nu dan eigenlijk precies in godsnaam hemelsnaam');
const owned = wordSet('jouw uw jou u');
/** 'Waarom moest', 'waarom heb': the verb of a question stands right behind. */
const clitic = wordSet('zijde hebde doede zegde kunde moete gade waarde');

const howCome =
  / hoe (komt|kwam) het (toch |dan )?(dat|da) (je|jij|ge|gij) | hoe (kon|kan|kun|kunt) (je|jij|ge|gij) (zo|dat|nu|mij|me) /;

/** What makes a why that is not a question one all the same: it asks for an account. */
const demand =
  /( leg | uit | zeg | zegt | vertel | (wil|wou) .{0,20}\b(weten|horen) | zou willen weten | wil begrijpen | vraag (me|mij) .{0,6}af | zeggen | uitleggen | de vraag | (niet|ni) (begrijp|snap|versta) | (snap|begrijp|versta|weet|vat) .{0,10}\b(niet|ni) )/;
const offers = / (ik zal|ik wil|laat me|nu (snap|begrijp)) .{0,12}\b(uitleggen|vertellen|zeggen) /;
const aboutSelf =
  / (je|jij|ge|gij) (vraagt|begrijpt|snapt|weet|zegt|wil|wilt) | (begrijp|snap|vraag|weet) (je|jij|ge|gij) /;

/** Whether a text asks the partner why, or for an account that comes to the same. */
export function asksWhy({ said }: Look): boolean {
  return said.some((sentence) => howCome.test(sentence.line) || asksIn(sentence));
}

function asksIn({ line }: Sentence): boolean {
  const words = line.trim().split(' ');
  return words.some((word, at) => whys.has(word) && asksAt(words, at));
}

function asksAt(words: readonly string[], at: number): boolean {
  const after = words.slice(at + 1, at + 12);
  const first = after.findIndex((word) => !fillers.has(word));
  const next = after[first];
  if (next === undefined) return false;
  if (clitic.has(next)) return true;
  const someone = after.find((word) => isSomeone(word) || owned.has(word));
  if (someone === undefined || !(isPartner(someone) || owned.has(someone))) return false;
  if (!isSomeone(next)) return true;
  const before = ` ${words.slice(Math.max(0, at - 10), at).join(' ')} `;
  return demand.test(before) && !offers.test(before) && !aboutSelf.test(before);
}
