import type { Clause, Sentence } from '../said.ts';
import type { Look } from '../tongue.ts';
import { wordSet } from '../word-set.ts';

const must = / (je|jij|ge|gij) (moet|moest|moogt|mag) | (moet|moest|moete) (je|ge|jij|gij) /;
/** What makes a must one of the author, also where the other said 'must' as well. */
const presses =
  / (gewoon|eens|dringend|leren|wat (meer|minder|vroeger|rustiger)|vaker|u dat niet|je dat niet|beter) /;
const mustForMe = / (moet|moest) (mij|me|ons) | (moet|mag) .{0,10}weten /;

const could = [
  / (je|jij|ge|gij) (zou|zoudt) .{0,40}\b(beter|best|moeten|kunnen|eens) /,
  / (je|jij|ge|gij) (kan|kunt|kon|kunde) (toch|misschien|beter|best|ook|eens|altijd|gewoon) (?!(niet|ni) )/,
  / (misschien|mss|wellicht|anders) (kan|kun|kunt|moet|moest|zou|zoudt) (je|jij|ge|gij) /,
  / wat (je|ge) (kan|kunt|kon|zou kunnen) (doen|proberen) /,
  / (dat|da) (je|jij|ge|gij) (beter|best) /,
  / (kan|kun) (je|jij|ge) (niet|toch) (gewoon|eens) /,
  / (als|in) ik (jou|u|jij|gij|jouw plaats) was | in (jouw|uw) plaats /,
  / (heb|hebt|hebde) (je|jij|ge|gij) (er )?(al|ooit) .{0,20}\b(gedacht|geprobeerd|overwogen|geweest|gevraagd) /,
  / (beste|best|slimste|gemakkelijkste) (is|zou zijn|lijkt) .{0,8}\b(dat|da|als|om) /,
  / (helpt|helpen|hielp) het .{0,8}\b(als|om|wanneer) (je|ge) | het (helpt|zou helpen) als (je|ge) /,
  / (goed|beter|slim|verstandig|handig) (is|was|zijn) (als|dat) (je|ge) |^ (wat |en )?als (je|ge) (nu |dan )?(eens|gewoon) /,
  / (beter|best) (is het |zou het zijn )(dat|als) (je|ge) | het is beter (dat|als) (je|ge) /,
  / waarom (vraag|doe|ga|probeer|bel|zeg|neem|praat|stop) (je|ge) (niet|ni) (gewoon|eens|wat|beter) /,
  / (is|lijkt|was) (het |me |mij )?(misschien )?(een|geen) (slecht |goed )?(idee|plan|optie) | (een|geen) (goed |slecht )?(idee|plan) (om|als) /,
  / (hoef|hoeft) .{0,16}\b(zorgen|schuldig|druk|schamen) | zou ik (zeggen|doen|durven) /,
  / (een|mijn) (tip|raad|advies|voorstel) /,
  / (komt|komt dat|zal) (wel )?(goed|in orde|vanzelf) /,
  / (maak|trek) (je|u|het|t) .{0,12}\b(geen|niet|ni) /,
  /^ (kom |allez )?laten we /,
];
const notAdvice = / (graag|willen|liever had|dat ik) /;

const ownCase =
  /(?<! (dat|of|als|omdat)) ik zou (?!.{0,24}\b(graag|ook|willen|schrik|voelen|zijn|worden|krijgen|vinden|begrijpen|kwaad|boos|bang|moeten) )[a-z]/;

/** The verbs in which advice is given straight. */
const commands = wordSet(`
  probeer doe maak neem ga kom bel zeg laat stop slaap rust schrijf praat zoek vergeet leer vraag gebruik
  plan zet kies drink eet wacht denk spreek stuur blijf kijk begin geef trek ademt adem`);
/** Those that are no nouns as well, and so are commands further on too. */
const unmistakable = wordSet('probeer doe neem ga bel stop');
const softeners = wordSet('gewoon misschien ok oke');
/** Behind a verb these make it a question or an aside. */
const subjects = wordSet('je jij ge gij ik we');
/** The same verbs where they ask for nothing but to be told more, or give time. */
const makesRoom =
  /^ (neem (gerust |maar )?(je|uw|de) tijd|zeg maar|zeg het (maar|als|gerust)|zeg (mij|me)|laat (me|mij|maar)|ga (verder|maar|door|gerust)|vraag (je|maar|me)|blijf maar|kijk |denk (je|ge) |wacht (even|efkes|eens)|begin maar|doe maar|geef (je|ge) |vertel)/;

/** Whether a text tells the other what to do. */
export function advises({ said, heard, repeats }: Look): boolean {
  const heardMust = / (moet|moeten|moest) /.test(heard);
  return said.some((sentence) => {
    const { line, clauses } = sentence;
    if ((ownCase.test(line) && !sentence.asks) || commandsIn(sentence)) return true;
    if (repeats(line)) return false;
    if (!notAdvice.test(line) && could.some((form) => form.test(line))) return true;
    return clauses.some((clause) => mustIn(clause, heardMust));
  });
}

function mustIn({ line }: Clause, heardMust: boolean): boolean {
  if (!must.test(line)) return false;
  if (mustForMe.test(line) && !presses.test(line)) return false;
  if (/ (mag|moogt) /.test(line)) return false;
  return !heardMust || presses.test(line);
}

function commandsIn(sentence: Sentence): boolean {
  return sentence.clauses.some(({ words, line }, index) => {
    const [verb, next] = softeners.has(words[0] ?? '') ? words.slice(1) : words;
    if (verb === undefined || !(index === 0 ? commands : unmistakable).has(verb)) return false;
    if (makesRoom.test(index === 0 ? sentence.line : line)) return false;
    return next === undefined || !subjects.has(next);
  });
}
