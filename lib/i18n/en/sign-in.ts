import type { signIn as source } from '../nl/sign-in.ts';
import type { Translation } from '../translation.ts';

export const signIn = {
  title: 'Signing in',
  heading: 'Sign in',
  submit: 'Sign in',
  busy: 'Signing you in …',
  refused: 'This address and this password do not belong together. Check them both.',
  wait: 'There were too many attempts with this address. You can try again in <time></time>.',
  waitOver: 'You can try again now.',
  waitWays: 'Meanwhile you can come in with a passkey, or with a link that you ask for.',
  forgot: 'Forgotten your password?',
  other: 'Or in another way',
  passkey: 'With a passkey',
  link: 'With a link',
  provider: 'With {name}',
  none: 'No account yet?',
  create: 'Make one',
  guest:
    'In this browser you have a room without an account. If you sign in with your password or a passkey, that room belongs to your account from then on. With a link it does not. No account yet? <create>Make one</create>, and you keep it too.',
  ended: 'Sign in. After that you go to where you were heading.',
  unknown:
    'No account here belongs to that service yet. Sign in another way first. After that you can link the two in your account.',
  second: {
    heading: 'Now your second step',
    about: 'Your password is right. Now show that it is you.',
    submit: 'Go on',
    busy: 'Checking …',
    refused: 'That is not right. Try again with a new code.',
    back: 'Start again',
  },
  ask: {
    heading: 'Ask for a link',
    about:
      'A link lets you in once, without a password. On a new device you still need your password or your recovery code for your rooms.',
    submit: 'Ask for the link',
    busy: 'Asking for the link …',
    back: 'Back to signing in',
  },
  asked: {
    heading: 'Check your e-mail',
    email:
      'If there is an account with {email}, a link is on its way. It works once, within ten minutes. Nothing there? Look among your unwanted mail.',
    hostHeading: 'Ask the host for the link',
    host: 'This server sends no e-mail. Whoever runs it can make a link for {email} and give it to you.',
    again: 'Another address',
  },
  arrival: {
    heading: 'Your link is here',
    about:
      'Did you ask for this link yourself? Then you can go on. If you asked for nothing, close this page.',
    go: 'Go on',
  },
  unlock: {
    title: 'Opening your rooms',
    opening: 'Your rooms are opening …',
    heading: 'Open your rooms on this device',
    about:
      '{count, plural, one {The key to your room is not on this device yet.} other {The keys to # rooms are not on this device yet.}} The server cannot open your rooms. Only something that you know can.',
    submit: 'Open your rooms',
    busy: 'Opening your rooms …',
    wrong: 'This password does not open your rooms. Check it.',
    useCode: 'Use your recovery code',
    usePassword: 'Use your password',
    wrongCode: 'This code does not open your rooms. Did you make a new one later? Then use that.',
    partner: 'Or ask your partner for the key',
    partnerAbout: 'If your partner still has the key, they can pass it on.',
    room: 'Ask for the key',
    later: 'Not now',
    some: 'Not every room opened',
    someAbout:
      '{count, plural, one {The key to one room was not with your account.} other {The keys to # rooms were not with your account.}} If your partner still has the key, they can pass it on.',
    goOn: 'Go on',
    done: 'Everything is open on this device.',
  },
} satisfies Translation<typeof source>;
