import * as v from 'valibot';

/** The acts that carry nothing but, perhaps, words. */
export const PlainAct = v.picklist([
  'propose',
  'accept',
  'rate',
  'check',
  'appreciate',
  'send',
  'request',
  'pass',
  'mirror',
  'confirm',
  'correct',
  'ask-more',
  'ask',
  'add',
  'answer',
  'finish',
  'summarize',
  'validate',
  'validate-partly',
  'empathize',
  'respond',
  'receive',
  'grant',
  'decline',
  'invite-advice',
  'advise',
  'suggest',
  'amend',
  'agree',
  'enough',
  'schedule',
  'thank',
]);
export type PlainAct = v.InferOutput<typeof PlainAct>;

/** What an exercise can ask of a participant: the vocabulary every definition chooses from. */
export const Act = v.picklist([...PlainAct.options, 'postpone']);
export type Act = v.InferOutput<typeof Act>;

/**
 * What the words of an act are: sentences, a number from 0 to 10, such a number for each scale of the
 * step, a calendar day, or nothing.
 */
export type WordsKind = 'text' | 'rating' | 'ratings' | 'date' | 'none';

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
  check: { by: 'either', words: 'ratings' },
  appreciate: { by: 'either', words: 'text' },
  send: { by: 'speaker', words: 'text' },
  request: { by: 'speaker', words: 'text' },
  pass: { by: 'speaker', words: 'none' },
  mirror: { by: 'listener', words: 'text' },
  confirm: { by: 'speaker', words: 'none' },
  correct: { by: 'speaker', words: 'text' },
  'ask-more': { by: 'listener', words: 'none' },
  ask: { by: 'listener', words: 'text' },
  add: { by: 'speaker', words: 'text' },
  answer: { by: 'either', words: 'text' },
  finish: { by: 'speaker', words: 'none' },
  summarize: { by: 'listener', words: 'text' },
  validate: { by: 'listener', words: 'text' },
  'validate-partly': { by: 'listener', words: 'text' },
  empathize: { by: 'listener', words: 'text' },
  respond: { by: 'listener', words: 'text' },
  receive: { by: 'listener', words: 'none' },
  grant: { by: 'listener', words: 'text' },
  decline: { by: 'listener', words: 'text' },
  'invite-advice': { by: 'speaker', words: 'none' },
  advise: { by: 'listener', words: 'text' },
  suggest: { by: 'either', words: 'text' },
  amend: { by: 'either', words: 'text' },
  agree: { by: 'either', words: 'none' },
  enough: { by: 'either', words: 'none' },
  schedule: { by: 'either', words: 'date' },
  thank: { by: 'either', words: 'text' },
};

/** The acts by which the listener gives back; each waits for the speaker to accept it. */
export const restatements: ReadonlySet<Act> = new Set<Act>([
  'mirror',
  'summarize',
  'validate',
  'empathize',
]);
