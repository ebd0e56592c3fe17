import type { Clause, Sentence } from '../said.ts';
import type { Look } from '../tongue.ts';
import { partnerActs } from './persons.ts';

const absolute =
  / (altijd|altij|altyd|alltijd|nooit|noit|nooi|steeds|telkens|constant|voortdurend|continu|weeral|elke keer|iedere keer|elke dag weer|heel de tijd|de hele tijd|de ganse tijd) /;

/** These are never an object, whoever else is named before. */
const plainly =
  / (jij|gij|ge) .{0,20}\b(altijd|nooit|constant|steeds) |(?<! (ik|k|we|wij|ze|zij|hij)) (?!(ik|k|we|wij|ze|zij|hij|het|t|er|en) )(ben|[a-z]*([^en ]|[^e ]n|[eio]e)) je (nu |dan |zo )?(altijd|nooit|constant|steeds|telkens) /;

/** Where the same words only say that something goes on, grows, or happens whenever something else does. */
const otherUse =
  / (nog altijd|nog steeds|altijd al|steeds (meer|minder|vaker|beter|dichter|opener)|nooit te (laat|moe|druk)|nooit weten|weet maar nooit|weet nooit) |^ (elke|iedere) keer (als|dat|wanneer) /;
const whenever = / (elke|iedere) keer $/;

/** What nobody minds hearing about themselves. */
const kind =
  / (lachen|lacht|geduld|geduldig|lief|lieve|zacht|warm|welkom|trots|zorgzaam|attent|behulpzaam|sterk|moedig|open|graag|dankbaar|gesteund|steunt|gesteunt|blij|mooi|troost|rustig|eerlijk geweest|er .{0,20}voor (mij|me|ons|de kinderen)|klaar .{0,8}voor (mij|me|ons)|luistert naar (mij|me)|helpt (mij|me)|naast (mij|me)|in (mij|me) geloofd?) /;
const denied = / (niet|ni|geen|nooit|noit|amper|nauwelijks) /;

/** What it is kind never to have done. */
const harm =
  / (in de steek|laten vallen|teleurgesteld|opgegeven|kwaad|boos|bedrogen|gelogen|geroepen|roept|losgelaten|uitgelachen|gekwetst|alleen gelaten|verraden|geoordeeld|pijn) /;

const permits =
  / (mag|moogt|hoef|hoeft|moet|moogt) (je |ge |jij |gij )?.{0,20}\b(nooit|niet) |(mag|moogt|kan|kunt|kunde) .{0,20}altijd /;
const permitsNot = / (moet|moete) .{0,30}altijd /;
const wish = / (wil|wou|hoop|wens|beloof|droom) /;
const thanks = / (bedankt|bedank|bedanken|dank|dankbaar|waardeer|fijn|mooi|blij) /;

/** Sentences in which the partner is no subject. */
const about =
  / (met|bij) (jou|u) .{0,12}\b(altijd|nooit|steeds) | (nooit|noit) .{0,16}\bgoed( genoeg)? voor (jou|u) |^(?!.* (ik|we|wij) ).* (altijd|nooit|noit) .{0,40}\b(met|bij|van) (jou|u) $| (jij|je|ge|gij) .{0,40}\bzoals altijd /;

/** Whether a text says of the partner that it is always or never so. */
export function blames(look: Look): boolean {
  const heardIt = absolute.test(look.heard);
  return look.said.some((sentence) => {
    if (about.test(sentence.line) && !kind.test(sentence.line)) return !heardIt;
    return sentence.clauses.some((clause, index) => {
      if (!accuses(clause, sentence.clauses[index - 1])) return false;
      if (isCurious(sentence, clause) || isGivenBack(clause, look)) return false;
      return !heardIt || / (maar|zelf|ook) /.test(clause.line);
    });
  });
}

function accuses({ words, line }: Clause, before: Clause | undefined): boolean {
  if (!absolute.test(line) || otherUse.test(line) || whenever.test(line)) return false;
  if (!partnerActs(words) && !plainly.test(line)) return false;
  if (before && isWished(words[0], before)) return false;
  if (permits.test(line) && !permitsNot.test(line)) return false;
  return !(denied.test(line) ? harm : kind).test(line);
}

const inner = / (voelt|vindt|denkt|zegt|mist|hoopt|verlangt) /;

/** 'You always feel alone' may go too far as a mirror, yet it is no reproach. */
function isGivenBack({ line }: Clause, { writing, repeats }: Look): boolean {
  return writing !== 'telling' && (inner.test(line) || repeats(line));
}

/** What is wished or thanked for is no reproach. */
function isWished(joiner: string | undefined, { line }: Clause): boolean {
  if (denied.test(line)) return false;
  return thanks.test(line) || ((joiner === 'dat' || joiner === 'da') && wish.test(line));
}

/** 'Have you never…?' asks; 'must you always…?' does not. */
function isCurious({ asks, clauses }: Sentence, clause: Clause): boolean {
  const [verb, subject] = clause.words;
  if (!asks || clauses[0] !== clause || verb === undefined) return false;
  return (
    subject !== undefined && partnerActs([subject]) && !/^moet/.test(verb) && !partnerActs([verb])
  );
}
