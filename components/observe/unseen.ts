import type { Act } from '#lib/dialogue/act.ts';
import type { Messages } from '#lib/i18n/nl.ts';

type Unseen = keyof Messages['observe']['talk']['unseen'];

/** What words that she does not see were, by the act they belong to; null where there are none. */
export const unseenOf: Readonly<Record<Act, Unseen | null>> = {
  propose: 'request',
  accept: null,
  postpone: null,
  rate: 'rating',
  check: 'rating',
  appreciate: 'appreciation',
  send: 'story',
  request: 'request',
  pass: null,
  mirror: 'mirror',
  confirm: null,
  correct: 'correction',
  'ask-more': null,
  ask: 'question',
  add: 'story',
  answer: 'answer',
  finish: null,
  summarize: 'summary',
  validate: 'acknowledgement',
  'validate-partly': 'acknowledgement',
  empathize: 'empathy',
  respond: 'answer',
  receive: null,
  grant: 'answer',
  decline: 'answer',
  'invite-advice': null,
  advise: 'idea',
  suggest: 'idea',
  amend: 'idea',
  agree: null,
  enough: null,
  schedule: 'date',
  thank: 'appreciation',
};
