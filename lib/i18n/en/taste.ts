import type { taste as source } from '../nl/taste.ts';
import type { Translation } from '../translation.ts';

export const taste = {
  title: 'Trying it on your own · Weerklank',
  madeUp: 'A try-out: {name} is made up',
  played:
    '{name} does not exist. The app plays {name}, with sentences that were written beforehand. It does not understand what you write: your device only looks if a word of the story comes back in it.',
  nothingSent: 'Nobody reads along. Nothing is sent and nothing is kept.',
  begin: 'Listen to {name}',
  together: {
    heading: 'And now together',
    about:
      'With two it goes the same way: one of you tells, the other gives back, and only when it is right do you go on. Only then there is somebody who really listens.',
    gone: 'What you wrote here is nowhere. It is gone as soon as you leave this page.',
    start: 'Start a room for the two of you',
  },
} satisfies Translation<typeof source>;
