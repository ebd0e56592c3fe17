import type { common as source } from '../nl/common.ts';
import type { Translation } from '../translation.ts';

export const common = {
  close: 'Close',
  retry: 'Try again',
  toStart: 'To the start',
  help: 'Help and safety',
  privacy: 'Your privacy',
  consent:
    'By going on, you agree that this server keeps your sealed words, and notes that you talk and when. <privacy>Read what that means.</privacy>',
  exit: {
    label: 'Leave now',
    about:
      'Takes this page off your screen at once and goes to {place}. Pressing Shift three times in a row does the same.',
    keys: 'or Shift three times',
    once: 'Shift once more and you are gone.',
  },
  language: {
    label: 'Language',
    trouble: 'The language could not be changed. Check your connection and try once more.',
  },
  promise: 'No account needed. No ads or trackers.',
  name: {
    label: 'What is your name?',
    hint: 'Your partner will see this name.',
    empty: 'Fill in a name, so your partner knows who you are.',
    long: 'Choose a shorter name, 40 characters at most.',
  },
  trouble: {
    answer: 'The server did not answer. Check your connection and try once more.',
    storage:
      'Your device could not keep the key to the room. Are you in a private window? Then try an ordinary one.',
  },
  secure: {
    title: 'This connection is not secure',
    why: 'Your words are sealed on your own device. A browser allows that only on an address that starts with https, or on the device Weerklank itself runs on (localhost).',
    visitor: 'Were you sent a link? Ask for one that starts with https.',
    host: 'Do you run Weerklank yourself? Start it with <command>npm start -- --https</command>, or put it behind a server that speaks https.',
  },
  breathing: {
    in: 'Breathe in',
    out: 'Breathe out',
    still: 'Breathe calmly: four counts in, six counts out.',
    rest: 'Keep the circle still',
    move: 'Let the circle move',
  },
} satisfies Translation<typeof source>;
