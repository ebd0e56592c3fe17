import type { reset as source } from '../nl/reset.ts';
import type { Translation } from '../translation.ts';

export const reset = {
  title: 'A new password',
  ask: {
    heading: 'Forgotten your password?',
    about: 'Then choose a new one. With your recovery code, your talks stay readable.',
    submit: 'Ask for a link',
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
  opening: 'Checking your link …',
  spent: {
    heading: 'This link no longer works',
    about: 'It was used or has expired. Ask for a new one, as often as you like.',
    again: 'Ask for a new link',
  },
  choose: {
    heading: 'Do you still have your recovery code?',
    about: 'That is the code you saved when you made your account, or when you renewed it later.',
    have: 'Yes, I have it',
    haveNot: 'No, I do not',
  },
  code: {
    heading: 'A new password, with your recovery code',
    about: 'Your rooms and your talks stay as they are.',
    wrong:
      'This code does not belong to this account. Did you make a new one later? Then use that.',
  },
  without: {
    heading: 'Without the recovery code something is lost',
    about:
      'Your account holds the keys to your rooms, sealed. Only your password or your recovery code opens them. Without those two they are lost, and we cannot bring them back either.',
    device:
      '{count, plural, =0 {There is no key to any room on this device.} one {The key to one room is on this device. It stays, and comes to your account as soon as you sign in here again.} other {The keys to # rooms are on this device. They stay, and come to your account as soon as you sign in here again.}}',
    elsewhere: 'Have you been in your room on another device? Then open this link there instead.',
    partner:
      'Your seat in your rooms stays yours. If your partner still has the key, they can give it back to you. Then you can read everything again.',
    goOn: 'I understand, go on',
    back: 'Back',
  },
  fresh: {
    heading: 'Choose a new password',
    about: 'After that you get a new recovery code.',
  },
  submit: 'Save the new password',
  next: 'Go on',
  busy: 'Saving your password …',
  making: 'Making your keys …',
  done: {
    heading: 'Your new password is saved',
    about: 'You are now signed out everywhere. Sign in with your new password.',
    signIn: 'Sign in',
  },
} satisfies Translation<typeof source>;
