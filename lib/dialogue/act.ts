import * as v from 'valibot';

/** The acts that carry nothing but, perhaps, words. */
export const PlainAct = v.picklist([
  'propose',
  'accept',
  'rate',
  'appreciate',
  'send',
  'mirror',
  'confirm',
  'correct',
  'ask-more',
  'add',
  'finish',
  'summarize',
  'validate',
  'validate-partly',
  'empathize',
  'thank',
]);
export type PlainAct = v.InferOutput<typeof PlainAct>;

/** What an exercise can ask of a participant: the vocabulary every definition chooses from. */
export const Act = v.picklist([...PlainAct.options, 'postpone']);
export type Act = v.InferOutput<typeof Act>;

/** What the words of an act are: sentences, a number from 0 to 10, or nothing. */
export type WordsKind = 'text' | 'rating' | 'none';

interface ActRule {
  /** The only role that may do it, whatever an exercise says. */
  by: 'speaker' | 'listener' | 'either';
  words: WordsKind;
}

/** Who may do what in a dialogue. The rules T2 and M1 of SPEC.md stand here and nowhere else. */
export const acts: Readonly<Record<Act, ActRule>> = {
  propose: { by: 'speaker', words: 'text' },
  accept: { by: 'listener', words: 'none' },
  postpone: { by: 'listener', words: 'none' },
  rate: { by: 'either', words: 'rating' },
  appreciate: { by: 'either', words: 'text' },
  send: { by: 'speaker', words: 'text' },
  mirror: { by: 'listener', words: 'text' },
  confirm: { by: 'speaker', words: 'none' },
  correct: { by: 'speaker', words: 'text' },
  'ask-more': { by: 'listener', words: 'none' },
  add: { by: 'speaker', words: 'text' },
  finish: { by: 'speaker', words: 'none' },
  summarize: { by: 'listener', words: 'text' },
  validate: { by: 'listener', words: 'text' },
  'validate-partly': { by: 'listener', words: 'text' },
  empathize: { by: 'listener', words: 'text' },
  thank: { by: 'either', words: 'text' },
};
