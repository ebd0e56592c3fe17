import type { Clause, Sentence } from '../said.ts';
import type { Look } from '../tongue.ts';
import { wordSet } from '../word-set.ts';

const must =
  / (you|u) (just |really )?(must|mustnt|have to|need to|should|shouldnt|ought to|oughtnt|gotta) /;
/** What makes a must one of the author, also where the other said 'must' as well. */
const presses = / (just|really|learn|stop|less|more|earlier|try|talk to|see a|shouldnt) /;
const mustForMe = / (should|must|have to|need to) (know|have|understand me|hear me|see me) /;

const could = [
  / (maybe|perhaps|possibly) (you|u) (could|can|should|might|need|ought) /,
  / (you|u) (could|might) (just|also|always|try|maybe|ask|talk|consider|want to) /,
  / (you|u) (had|d|would be|are) better /,
  / (youd|youll) (be )?better /,
  / what (you|u) (can|could|should) do /,
  / (cant|couldnt) (you|u) (just|simply) /,
  / if i were (you|u) i| if i was (you|u) | in your (place|shoes) id /,
  / (have|did) (you|u) (ever )?(tried|try|considered|consider|thought of|thought about|think about) /,
  / (best|better|easiest|smartest) (thing|way|idea) (is|would be) to | it (would|might|will|could) .{0,10}help if (you|u) | it helps if (you|u) /,
  / why (dont|not) (you|u) (just|simply|try|ask|call|take|go|tell) /,
  / (a|my) (tip|advice|suggestion) (is|would|write|for)/,
  /^ why not [a-z]+ | what if (you|u) | it (would be|is|might be|d be) (good|better|best|wise|smart) (if you|for you|to) /,
  / (an|a good|a bad|no bad) idea (to|if) | (dont|neednt|no) (need |have |reason )?(to )?(worry|feel guilty|be ashamed) | id say $/,
  / heres a (tip|thought|idea) /,
  /^ (how|what) about .{0,20}ing /,
  / (itll|it will|youll) be (fine|ok|okay|alright) /,
  /^ (come on )?lets /,
];
const notAdvice = / (i would|id like|you dont want|you want|you wish) /;
const ownCase = / (id|i would|i wouldnt) (just|simply|not|never|worry|say|tell|stop|let|first) /;

/** The verbs in which advice is given straight. */
const commands = wordSet(`
  try do make take go come call say tell let stop sleep rest write talk ask look forget learn use plan
  choose drink eat wait think speak send stay give breathe relax get just dont quit leave ignore`);
/** Those that are no nouns as well, and so are commands further on too. */
const unmistakable = wordSet('try dont take make go stop');
const softeners = wordSet('just simply maybe perhaps please ok so');
/** Behind a verb these make it a question or an aside. */
const subjects = wordSet('you i we');
/** The same verbs where they ask for nothing but to be told more, or give time. */
const makesRoom =
  /^ (take (all )?(your|the) time|tell me|say (it|more|so)|let me|go (on|ahead)|ask me|do (you|i)|stay (as|like)|wait|look|give me|dont (you|worry about me)|just (to|so|us|a)|try me|think so|get it) /;

/** Whether a text tells the other what to do. */
export function advises({ said, heard, repeats }: Look): boolean {
  const heardMust = / (must|have to|has to|need|needs|should) /.test(heard);
  return said.some((sentence) => {
    const { line, clauses } = sentence;
    if (ownCase.test(line) || commandsIn(sentence)) return true;
    if (repeats(line)) return false;
    if (!notAdvice.test(line) && could.some((form) => form.test(line))) return true;
    return clauses.some((clause) => mustIn(clause, heardMust));
  });
}

function mustIn({ line }: Clause, heardMust: boolean): boolean {
  if (!must.test(line) || mustForMe.test(line)) return false;
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
