/** What the safety check asks, in this order, whatever is answered. */
export const questions = ['fear', 'injury', 'control', 'refusal'] as const;
export type Question = (typeof questions)[number];

export const answers = ['yes', 'no', 'unsaid'] as const;
export type Answer = (typeof answers)[number];

/** What follows from all the answers: the door opens, opens if they want, or stays shut for now. */
export type Outcome = 'open' | 'ask' | 'help';

/** Nothing is counted or weighed: a single yes is enough. */
export function outcomeOf(given: readonly Answer[]): Outcome {
  if (given.includes('yes')) return 'help';
  return given.includes('unsaid') ? 'ask' : 'open';
}
