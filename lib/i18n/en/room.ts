import type { room as source } from '../nl/room.ts';
import type { Translation } from '../translation.ts';

export const room = {
  title: 'Your room · Weerklank',
  heading: 'Your room',
  partner: 'your partner',
  connecting: 'Looking for a connection …',
  offline: 'No connection. What you type stays here.',
  slow: 'This takes longer than usual. Check your connection, or reload the page.',
  home: 'To the start',
  rights: 'Keep, copy, erase or leave',
  keepAccount: 'Keep this room, even when your device is gone',
  key: {
    reading: 'Opening the room …',
    missingTitle: 'This device does not have the key to the room',
    missing:
      'What you two say here opens only with the key to your room. It is on the device you came in with, and not on this one.',
    account: 'Open the room with your account',
    advice:
      'Does neither work? Ask your partner to let you in again. They can do that in the room, and you will get a new link.',
    watched: '{name} may be watching. Let {name} go here.',
    ask: 'Ask your partner for the key',
    wanted: '{name} is asking for the key to the room.',
    help: 'See what you can do',
  },
  refused: {
    title: 'You cannot come in here',
    text: 'This room is not open to you on this device. Did your partner send you a link? Open it once more, or ask for a new one.',
    elsewhere:
      'Did your partner let you in again? Then your seat may now be on another device: the one on which that new link was opened.',
    account: 'Sign in with your account',
  },
  outdated: {
    title: 'There is a new version',
    text: 'This page is from before an update. Load it again and you go on where you were. What you typed is kept on this device.',
    reload: 'Load it again',
  },
  presence: {
    here: '{name} is here',
    away: '{name} is not here now',
    arrived: '{name} has come in. You are both here.',
  },
  absence: {
    notYet:
      'The room is not open yet: your partner is not here yet. Weerklank does not know why. It could be anything: no time, no connection, not having seen the link.',
    away: 'Weerklank does not know why {name} is not here now. It could be anything: no time, no connection, not a good moment.',
  },
  invite: {
    heading: 'Let your partner in',
    about:
      'Send this link to your partner, or let them scan the code. Whoever opens it gets the other seat in the room, so send it to one person only.',
    make: 'Make a link',
    makeNew: 'Make a new link',
    link: 'The link to your room',
    copy: 'Copy the link',
    copied: 'Copied',
    byHand: 'Your browser does not let us copy. The link is selected: copy it yourself.',
    share: 'Share the link',
    shareText: 'Will you come and sit with me? This is our room.',
    code: 'Code with the link, to scan with the other phone',
    validUntil: 'Valid until <time></time>, and not after that.',
    elsewhere: 'A link is open that you made on another device. We cannot show it here.',
    withdraw: 'Withdraw the link',
    failed: 'That did not work. Try again when you have a connection.',
    waiting: 'You will see it here as soon as your partner comes in.',
  },
  again: {
    open: 'Let {name} in again',
    heading: 'Letting {name} in again',
    about:
      'For when {name} has another device, or has lost the last one. You make a new link for the same seat.',
    here: '{name} is here now, and nobody is put out of a seat they are sitting in. Is the old device still on? Once it is no longer here, you can make a link.',
    warning:
      'Whoever opens the new link gets {name}’s seat. The room gets a new key at once: the old device opens nothing of what you two say from then on.',
  },
} satisfies Translation<typeof source>;
