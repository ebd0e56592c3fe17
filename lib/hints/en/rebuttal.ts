import type { Look } from '../tongue.ts';

/** A yes that is taken back at once. */
const yesBut =
  /^ (yes|yeah|yep|yup|ok|okay|right|sure|fine|well|sorry|no|mm|hm|hmm|true) (yes |yeah |sorry |fine |ok )?but /;

/** A but that brings in one's own side. */
const ownSide = / (but|however) (i|im|ive|id|my|for me|from my side) /;
/** A but behind which one goes on listening. */
const listening =
  / but (i|im|ill|id) (also |do |can |still )?(hear|heard|understand|get |try|trying|listening|feel|notice|see (now|that|how|why)|dont know|want to (hear|understand|know)|ll try|imagine|think (you|u)) | but (ill|id) /;
const theirSide =
  / but (you|u|youre|youve) .{0,40}\b(too|as well|yourself|either|always|never|also|me) /;
const weighs =
  / but (that|thats|it|its|there|then|this) .{0,20}\b(not fair|my fault|unfair|not true|isnt true|isnt how|wasnt how|wasnt like|isnt fair|wasnt that|only|exaggerated|not how|just) /;
const challenges =
  / but (put|look at|try|consider|see it from|you could|you might) | but (who|why|what was i|what am i|what should i|what could i|what did you) /;

/** Things that are only said to defend oneself. */
const defences = [
  /^ .{0,12}\b(that|thats|its|it) (is |was |just )?(not|isnt|wasnt) (even |at all )?(true|fair|right|how|what i meant|what i said|my fault) /,
  /^ (no |well )?(thats|that is|youre|you are) (wrong|nonsense|rubbish|a lie|lying|ridiculous|unfair) /,
  /^ (oh |ah )?(come on|please|seriously|nonsense) /,
  / (what|how) about me |^ and (you|me) $/,
  / (didnt|dont|havent|arent|werent|did|do) (i|we) $/,
  /^ (you|u) .{0,40}\beither /,
  / how (often|many times) do i |^ (never|always) $| thats (just |simply )?(who|the way) i | actually $/,
  / (cant be serious|be serious|you serious) /,
  / i (never|didnt|havent) (ever )?(said|say|did|do|done|mean|meant|asked) (that|it|so|this|anything|otherwise) /,
  / i never said (it|that|we|you|anything) /,
  / i (do|did) (?!(hear|understand|see|notice|feel|get|want|not|think|know|believe|sense) )[a-z]+ /,
  / (it|that) was (only|just) /,
  /^ i (dont|do not|cant) agree /,
  /^ (no |yeah |well )?(you|youre|you are) (are |always |just )?(exaggerating|exaggerate|overreacting|overreact|twisting|dramatic|being dramatic) /,
  / (wasnt|isnt|not) (that|so) (bad|late|long|often) /,
  / (not|isnt|wasnt) my (fault|problem) /,
  / (i )?(cant|couldnt) help (it|that) /,
  / what (was|am) i supposed to /,
  / what (should|could) i have done /,
  / (you|u) (were|are) the one /,
  /^ (no |well |and )?(you|u) (do|did) (it|that|this|the same) /,
  /^ (well )?(dont|didnt) you (do|also|ever) .{0,12}\b(same|too|that|it) /,
  / i (do|did|have|am) (actually |really |already |indeed )?(listen|call|help|try|tell|work|do|said|called|tried|helped|listened) /,
  / i (already|actually|only|simply|just) (said|did|was|called|had|told|wanted|helped|listened) /,
];
/** How giving back begins. */
const reports =
  /^ (and |so |ok )?(to you|for you|in your eyes|you|youre|you are|u) (say|saying|think|feel|find|afraid|wonder|want|told|imagine|believe|said|are afraid|dont|would|miss|hope|it) |^ (if i (heard|hear|get|got|understand)|what i hear|i hear (that|how)) /;
/** What begins with the partner may well go on about them. */
const aboutPartner = /^ (so |and |ok )?(you|youre|youve|u) /;
const answersBack = / (too|either|also|yourself|as well) /;

/** Whether a text answers back where it should give back. */
export function rebuts(look: Look): boolean {
  return look.said.some(({ line, exclaims }) => {
    if (yesBut.test(line) && !listening.test(line)) return true;
    const mirrors = reports.test(line);
    if (!mirrors && defences.some((defence) => defence.test(line))) return true;
    if (exclaims && look.writing === 'giving-back' && defies(line)) return true;
    const parts = line.split(/(?= (?:but|however) )/);
    return parts.some((rest) => turnsAgainst(rest, line, look));
  });
}

/** A mirror has no exclamation marks behind what the author does or did. */
function defies(line: string): boolean {
  return /^ (i|ive|we|weve) (?!(hear|understand|get|see|feel|notice|find|think|know) )/.test(line);
}

function turnsAgainst(rest: string, line: string, look: Look): boolean {
  if (reports.test(line) && look.repeats(rest) && !answersBack.test(rest)) return false;
  if (ownSide.test(rest)) return !listening.test(rest);
  if (weighs.test(rest) || challenges.test(rest)) return true;
  return theirSide.test(rest) && !aboutPartner.test(line);
}
