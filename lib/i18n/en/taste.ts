import type { taste as source } from '../nl/taste.ts';
import type { Translation } from '../translation.ts';

export const taste = {
  title: 'Trying it on your own · Weerklank',
  madeUp: 'Just trying: {name} is made up',
  played:
    '{name} does not exist. The app plays {name}, with sentences that were written beforehand. It does not understand what you write: your device only checks whether a word from the story comes back in it.',
  nothingSent: 'Nobody is reading along. Nothing is sent and nothing is kept.',
  begin: 'Listen to {name}',
  together: {
    heading: 'And now together',
    about:
      'It goes the same way with two: one of you speaks, the other gives back, and only when it is right do you go on. Except that then somebody really listens.',
    gone: 'What you wrote here is kept nowhere. It is gone as soon as you leave this page.',
    start: 'Start a room for the two of you',
  },
} satisfies Translation<typeof source>;
