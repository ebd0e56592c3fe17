import type { join as source } from '../nl/join.ts';
import type { Translation } from '../translation.ts';

export const join = {
  title: 'Invitation',
  reading: 'Opening your invitation …',
  open: {
    title: 'Your partner is waiting for you',
    body: 'This is a room for the two of you. One of you speaks, the other gives back what was heard. You can stop at any moment.',
    enter: 'Come in',
    entering: 'Opening the door …',
    sealed: 'Only your two devices can read what is said.',
  },
  used: {
    title: 'This link has been used',
    body: 'An invitation works once. Was it you? Then open Weerklank in the browser you came in with. Was it not you? Tell your partner and ask for a new link.',
  },
  expired: {
    title: 'This link has expired',
    body: 'An invitation is good for a limited time. Ask your partner to make a new one in the room.',
  },
  withdrawn: {
    title: 'This link no longer works',
    body: 'The invitation was withdrawn, perhaps because a new one was made. See whether you got a later message, or ask.',
  },
  unknown: {
    title: 'This link is not right',
    body: 'A piece may have been lost in copying. Open the link again from the message, or ask to have it sent once more.',
  },
  own: {
    title: 'This link is for your partner',
    body: 'You already have a seat in this room. Pass the link on to your partner. It is still good: your opening it changes nothing.',
  },
  otherKey: {
    title: 'This link does not fit your room',
    body: 'For this room, this device has another key than the one in the link. Nothing was changed. Ask your partner, by phone or side by side, whether they really made this link.',
  },
  missing: {
    title: 'Part of this link is missing',
    body: 'Open the invitation again, from the message it came in. Did you reload this page? Then the link was cleared for safety.',
  },
  offline: {
    title: 'No connection',
    body: 'Your invitation is still here. As soon as you are connected again, you can try once more.',
  },
  storage: {
    title: 'Your device cannot keep this',
    body: 'To come in, your browser has to keep the key to the room. Open the link in an ordinary window, not a private one.',
  },
} satisfies Translation<typeof source>;
