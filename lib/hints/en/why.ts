import type { Sentence } from '../said.ts';
import type { Look } from '../tongue.ts';
import { wordSet } from '../word-set.ts';
import { isPartner, isSomeone } from './persons.ts';

const fillers = wordSet('on earth the hell in exactly then ever even');
const owned = wordSet('your');
const auxiliary =
  /^(are|arent|were|werent|is|isnt|was|wasnt|do|dont|does|doesnt|did|didnt|have|havent|has|had|would|wouldnt|wont|will|can|cant|could|couldnt|should|must|not)$/;

/** Other ways of asking for an account. */
const accounts =
  / how come (you|u|your|youre) | what (made|makes|possessed) (you|u) | how (could|can|dare) (you|u) /;

/** What makes a why that is not a question one all the same. */
const demand =
  / (explain|tell me|i wonder|like to know|want to know|want to understand|(dont|cant|do not|cannot) (understand|see|get|know)|the question|talk about|asking myself) /;
const offers =
  / (ill|i will|let me|now i|i want to|id like to) .{0,8}\b(explain|tell you|understand) /;
const aboutSelf = / (you|youre|u) .{0,8}\b(dont|wonder|asking|ask|wondering|want|cant) /;

/** Whether a text asks the partner why, or for an account that comes to the same. */
export function asksWhy({ said }: Look): boolean {
  return said.some((sentence) => accounts.test(sentence.line) || asksIn(sentence));
}

function asksIn({ line }: Sentence): boolean {
  const words = line.trim().split(' ');
  return words.some((word, at) => word === 'why' && asksAt(words, at));
}

function asksAt(words: readonly string[], at: number): boolean {
  const after = words.slice(at + 1, at + 12);
  const next = after.find((word) => !fillers.has(word));
  const someone = after.find((word) => !fillers.has(word) && (isSomeone(word) || owned.has(word)));
  if (next === undefined || someone === undefined) return false;
  if (!isPartner(someone) && !owned.has(someone)) return false;
  if (auxiliary.test(next)) return true;
  const before = ` ${words.slice(Math.max(0, at - 10), at).join(' ')} `;
  return demand.test(before) && !offers.test(before) && !aboutSelf.test(before);
}
