import type { newAccount as source } from '../nl/new-account.ts';
import type { Translation } from '../translation.ts';

export const newAccount = {
  title: 'Making an account',
  invite: {
    heading: 'Keep your room, even when your device is gone',
    about: 'Your seat in the room now belongs to this browser. With an account it belongs to you.',
    anywhere: 'You can get in on any device, with your earlier talks.',
    lost: 'Device lost, or browser cleared? The room stays yours.',
    safe: 'Nobody can take your seat with a link.',
    price:
      'What you give for it: an e-mail address. Your partner does not see it; whoever runs the server does.',
    create: 'Make an account',
    signIn: 'I have one already',
    notNow: 'Not now',
  },
  ask: {
    heading: 'Make an account',
    about: 'First we check that this address is yours. Your partner does not get to see it.',
    submit: 'Go on',
    busy: 'Asking for a link …',
    known: 'Have an account already?',
    signIn: 'Sign in',
  },
  asked: {
    heading: 'Check your e-mail',
    email:
      'An e-mail is on its way to {email}, with a link to go on. Nothing there? Look among your unwanted mail.',
    here: 'Open the link in this browser, because this is where the keys to your room are.',
    hostHeading: 'Ask the host for the link',
    host: 'This server sends no e-mail. Whoever runs it can make a link for {email} and give it to you.',
    again: 'Another address',
  },
  opening: 'Checking your link …',
  spent: {
    heading: 'This link no longer works',
    about: 'It was used or has expired. Ask for a new one, as often as you like.',
    again: 'Ask for a new link',
  },
  elsewhere: {
    heading: 'There is no room in this browser',
    about:
      'Do you already have a room in another browser or on another device? Then open this link there. If you make the account here, that room will not be part of it.',
    goOn: 'I have no room yet, go on',
  },
  password: {
    heading: 'Choose a password',
    about:
      'It opens your talks. It does not leave your device: the server does not get to see it either.',
    therapist: 'I am a therapist',
    therapistHint: 'You then set up a second step right away. From then on you need it to sign in.',
    consent: 'By going on you agree to what we keep and why. <privacy>Read what that is</privacy>.',
    submit: 'Go on',
    busy: 'Making your keys …',
  },
  code: {
    step: 'Save this code before you go on. Your account is not there yet.',
    submit: 'Make the account',
    busy: 'Making your account …',
  },
} satisfies Translation<typeof source>;
