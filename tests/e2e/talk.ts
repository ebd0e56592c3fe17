import type { Act } from '#lib/dialogue/act.ts';
import type { Language } from '#lib/i18n/language.ts';
import { type Sentences, sentences } from './sentences.ts';
import type { Couple } from './test.ts';

/** One act of a talk: who, at which step, what, and in which words. */
export interface Line {
  who: keyof Couple;
  step: string;
  act: Act;
  text?: string;
  /** As in the course of the exercise: 0 outside of the two halves. */
  half: 0 | 1 | 2;
}

function half(words: Sentences, number: 1 | 2): Line[] {
  const [speaker, listener] = number === 1 ? (['an', 'bo'] as const) : (['bo', 'an'] as const);
  // The same sentences, and yet to be told apart.
  const tag = number === 1 ? '' : ` (${words.secondHalf})`;
  const line = (who: keyof Couple, step: string, act: Act, text?: string): Line => ({
    who,
    step,
    act,
    half: number,
    ...(text === undefined ? {} : { text: text + tag }),
  });
  return [
    line(speaker, 'tell', 'send', words.told),
    line(listener, 'give-back', 'mirror', words.misheard),
    line(speaker, 'landed', 'correct', words.meant),
    line(listener, 'give-back', 'mirror', words.heard),
    line(speaker, 'landed', 'confirm'),
    line(listener, 'invite', 'ask-more'),
    line(speaker, 'more-or-enough', 'add', words.more),
    line(listener, 'give-back', 'mirror', words.moreHeard),
    line(speaker, 'landed', 'confirm'),
    line(listener, 'invite', 'ask-more'),
    line(speaker, 'more-or-enough', 'finish'),
    line(listener, 'sum-up', 'summarize', words.summaryInPart),
    line(speaker, 'complete', 'correct', words.missing),
    line(listener, 'sum-up', 'summarize', words.summary),
    line(speaker, 'complete', 'confirm'),
    line(listener, 'make-sense', 'validate-partly', words.inPart),
    line(speaker, 'tell', 'send', words.deeper),
    line(listener, 'give-back', 'mirror', words.deeperHeard),
    line(speaker, 'landed', 'confirm'),
    line(listener, 'invite', 'ask-more'),
    line(speaker, 'more-or-enough', 'finish'),
    line(listener, 'sum-up', 'summarize', words.deeperSummary),
    line(speaker, 'complete', 'confirm'),
    line(listener, 'make-sense', 'validate', words.sense),
    line(speaker, 'sense-landed', 'correct', words.senseMissing),
    line(listener, 'make-sense', 'validate', words.fullSense),
    line(speaker, 'sense-landed', 'confirm'),
    line(listener, 'imagine', 'empathize', words.guess),
    line(speaker, 'feeling-landed', 'correct', words.otherwise),
    line(listener, 'give-back-feeling', 'mirror', words.feeling),
    line(speaker, 'feeling-landed', 'confirm'),
  ];
}

function once(who: keyof Couple, step: string, act: Act, text?: string): Line {
  return { who, step, act, half: 0, ...(text === undefined ? {} : { text }) };
}

const rate = (step: string): Line[] => [once('an', step, 'rate'), once('bo', step, 'rate')];

function talkOf(words: Sentences): readonly Line[] {
  return [
    once('an', 'topic', 'propose', words.topic),
    once('bo', 'answer', 'accept'),
    ...rate('arrive'),
    once('an', 'speaker-intends', 'appreciate', words.hope),
    once('bo', 'listener-intends', 'appreciate', words.intention),
    ...half(words, 1),
    ...rate('halfway'),
    ...half(words, 2),
    ...rate('depart'),
    once('an', 'speaker-thanks', 'thank', words.thanks),
    once('bo', 'listener-thanks', 'thank', words.thanksToo),
  ];
}

/** A whole mirror dialogue in each language, with every loop of every phase, in both halves. */
export const talks: Readonly<Record<Language, readonly Line[]>> = {
  nl: talkOf(sentences.nl),
  en: talkOf(sentences.en),
};

/** The whole talk in the first language of the app. */
export const wholeTalk = talks.nl;

/** What `play` answers to a hidden question. */
export const ratings: Readonly<Record<keyof Couple, number>> = { an: 7, bo: 4 };

/** The one who does not act in this line. */
export function otherOf({ who }: Line): keyof Couple {
  return who === 'an' ? 'bo' : 'an';
}

/** Called when it is somebody's turn, before they act. */
export type Watch = (line: Line) => Promise<void>;

/** Plays a talk on two devices up to and including these lines. */
export async function play(
  couple: Couple,
  lines: readonly Line[],
  watch: Watch = async () => undefined,
): Promise<void> {
  for (const line of lines) {
    const { who, step, act, text } = line;
    const device = couple[who];
    await watch(line);
    if (act !== 'rate') {
      await device.write(step, act, text);
      continue;
    }
    await device.rate(ratings[who]);
    if (who === 'bo') await Promise.all([couple.an.goOn(), couple.bo.goOn()]);
  }
}
