import type { home as source } from '../nl/home.ts';
import type { Translation } from '../translation.ts';

export const home = {
  summary: 'A calm place where couples practise listening: hear first, answer later.',
  title: 'Hear first. Answer later.',
  how: 'One of you speaks. The other gives back what was heard. Only when that is right do you go on.',
  sealed: 'Your words are sealed on your device. The server cannot read them.',
  modest: 'An exercise for two, not therapy.',
  start: 'Start a room',
  starting: 'Getting your room ready …',
  next: 'After that you get a link for your partner.',
  back: 'Back to your room',
  backSince: 'Last talk on <when></when>',
  backNew: 'No talk yet',
  another: 'Start a new room',
  signIn: 'Sign in',
  account: 'Your account',
  desk: 'To your desk',
  taste: 'Try it on your own first, for two minutes',
} satisfies Translation<typeof source>;
