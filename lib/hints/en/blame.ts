import type { Clause, Sentence } from '../said.ts';
import type { Look } from '../tongue.ts';
import { isPartner, partnerActsAt } from './persons.ts';

const absolute =
  / (always|allways|alwyas|never|nevr|constantly|forever|continually|all the time|every (single )?time|all you ever|you only ever|nonstop) /;

/** Where the same words accuse nobody. */
const otherUse = / (you never know|never too (late|tired|busy)|never mind|as always) /;
/** This opens what happens then, unless nothing more follows. */
const whenever = /^ every (single )?time (you|i|we|that|when) /;

/** What nobody minds hearing about themselves. */
const kind =
  / (laugh|smile|patient|kind|gentle|sweet|warm|welcome|proud|caring|thoughtful|generous|brave|wonderful|lovely|supportive|supported|support|glad|beautiful|beautifully|honest with me|there for (me|us|the kids)|listened to me|listen to me|helped me|help me|calm|believed in me|loved|my side|stood by) /;
const denied = / (not|never|dont|doesnt|didnt|isnt|arent|hardly|no|cant|wont) /;

/** What it is kind never to have done. */
const harm =
  / (let me down|given up|gave up|give up|angry|mad|cheated|lied|shouted|shout|abandoned|left me|judged|judge|hurt|betrayed|laughed at|doubt) /;

const permits =
  / (never|dont) .{0,8}\b(have|need) to | (can|may|are welcome to|could) (always|never) | dont always have to /;
const permitsNot =
  / you (can|could) never (just )?(admit|listen|say|be|let|leave|stop|wait) | can ever /;
const wish = / (i want|i hope|i wish|i promise|i would love|it helps) /;
const thanks = / (thank|thanks|grateful|appreciate|i love|glad) /;

/** Sentences in which the partner is no subject. */
const about =
  / (always|never) .{0,40}\b(with|from) you $| you(re|r)? .{0,40}\bas always | (good|enough) .{0,12}for you .{0,8}never /;

/** Whether a text says of the partner that it is always or never so. */
export function blames(look: Look): boolean {
  const heardIt = absolute.test(look.heard);
  return look.said.some((sentence) => {
    const { line, clauses } = sentence;
    if (about.test(line) && !/ (i|im|ive|we|weve) .{0,8}\b(always|never) /.test(line))
      return !heardIt;
    return clauses.some((clause, index) => {
      if (!accuses(clause, clauses[index - 1]) || isCurious(sentence, clause)) return false;
      if (isGivenBack(clause, look)) return false;
      if (whenever.test(clause.line) && index < clauses.length - 1) return false;
      return !heardIt || / (but|either|too|yourself) /.test(clause.line);
    });
  });
}

function accuses({ words, line }: Clause, before: Clause | undefined): boolean {
  const found = absolute.exec(line);
  if (!found || otherUse.test(line)) return false;
  if (wish.test(line) || thanks.test(line)) return false;
  const at = line.slice(0, found.index).split(' ').length - 1;
  if (!partnerActsAt(words, at)) return false;
  if (before && isWished(words[0], before)) return false;
  if (permits.test(line) && !permitsNot.test(line)) return false;
  return !(denied.test(line) ? harm : kind).test(line);
}

const inner = / (feel|felt|find|think|say|miss|hope|long) /;

/** 'You always feel alone' may go too far as a mirror, yet it is no reproach. */
function isGivenBack({ line }: Clause, { writing, repeats }: Look): boolean {
  return writing !== 'telling' && (inner.test(line) || repeats(line));
}

/** What is wished or thanked for is no reproach. */
function isWished(joiner: string | undefined, { line }: Clause): boolean {
  if (denied.test(line)) return false;
  return thanks.test(line) || (joiner === 'that' && wish.test(line));
}

/** 'Have you never…?' asks; 'do you always have to…?' does not. */
function isCurious({ asks, clauses }: Sentence, clause: Clause): boolean {
  const [verb, subject] = clause.words;
  if (!asks || clauses[0] !== clause) return false;
  return isPartner(subject) && !isPartner(verb) && !/ have to /.test(clause.line);
}
