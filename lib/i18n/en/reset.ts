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
    heading: 'Look in your mail',
    email:
      'If there is an account with {email}, a link is on its way. It does not last long. Nothing there? Look among unwanted mail.',
    hostHeading: 'Ask whoever runs Weerklank for you',
    host: 'This server sends no mail. Whoever runs it can make a link for {email} and give it to you.',
    again: 'Another address',
  },
  opening: 'Looking at your link …',
  spent: {
    heading: 'This link no longer works',
    about: 'It was used or has expired. Ask for a new one, as often as you like.',
    again: 'Ask for a new link',
  },
  choose: {
    heading: 'Do you still have your recovery code?',
    about: 'That is the code you kept when you made your account.',
    have: 'Yes, I have it',
    haveNot: 'No, I do not',
  },
  code: {
    heading: 'A new password, with your recovery code',
    about: 'Your rooms and your talks stay as they are.',
    wrong: 'This code does not belong to this account. Did you make a later one? Then use that.',
  },
  without: {
    heading: 'Without the recovery code something is lost',
    about:
      'Your talks are sealed with a key that only your password or your recovery code opens. Without those two, nobody can open it.',
    device:
      '{count, plural, =0 {There is no key of any room on this device.} one {The key of one room is on this device. It stays, and comes to your renewed account.} other {The keys of # rooms are on this device. They stay, and come to your renewed account.}}',
    elsewhere: 'Have you been in your room on another device? Then open this link there instead.',
    partner:
      'Your seat in your rooms stays yours, always. Your partner can give you the key back, and then you can read everything again.',
    goOn: 'I understand, go on',
    back: 'Back',
  },
  fresh: {
    heading: 'Choose a new password',
    about: 'After that you get a new recovery code.',
  },
  submit: 'Keep the new password',
  next: 'Go on',
  busy: 'Keeping your password …',
  making: 'Making your keys …',
  done: {
    heading: 'Your new password is kept',
    about: 'You are signed out everywhere. Now sign in with your new password.',
    signIn: 'Sign in',
  },
} satisfies Translation<typeof source>;
