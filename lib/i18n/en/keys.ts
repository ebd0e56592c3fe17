import type { keys as source } from '../nl/keys.ts';
import type { Translation } from '../translation.ts';

export const keys: Translation<typeof source> = {
  title: 'The key to your room · Weerklank',
  looking: 'Looking at what is on this device …',
  offline: 'No connection. It goes on here as soon as there is one again.',
  back: 'To the room',
  digits: 'The six digits',
  ask: {
    title: 'Ask your partner for the key',
    about:
      'This device does not have the key to your room. If your partner still has it, they can give it back to you. After that you can read everything here again, also from before.',
    how: 'Call each other, or sit down together: in a moment you will compare six digits. Choose a way in which you hear each other’s voice.',
    start: 'Ask for the key',
  },
  waiting: {
    title: 'Your request is waiting for your partner',
    text: 'Ask your partner to open the room. It will say there that you are asking for the key. Keep this page open.',
    stop: 'Never mind',
  },
  give: {
    nobody: 'Nobody is asking for the key now',
    nobodyText:
      'Is your partner asking all the same? Then they need to open the room there once more, and ask for the key again.',
    title: 'Your partner is asking for the key to the room',
    about:
      'That happens with a new device or a forgotten password. Make sure it really is your partner: call, or sit down together. Then you compare six digits.',
    start: 'Yes, I’ll help',
    refuse: 'No, this is not my partner',
    getting: 'The digits are on their way …',
    done: 'You have given the key',
    doneText:
      'Once your partner also chooses ‘Yes, the same’, they can read everything in your room on that device again. That you gave the key, you both see under ‘Who looked, and when’.',
  },
  compare: {
    title: 'Do you both see the same digits?',
    text: 'Read them out loud to each other.',
    same: 'Yes, the same',
    other: 'No, different',
    agreed: 'Now your partner. Once they also choose ‘Yes, the same’, the room opens here.',
  },
  wrong: {
    title: 'It has stopped',
    text: 'This device has not given or received anything. Were the digits different? Then something went wrong, or somebody was in between you. Feel free to start again. If they stay different, do not go on: the connection or the server cannot be trusted. If it was not your partner, tell your partner.',
    again: 'Start again',
  },
  gone: {
    title: 'The request is no longer there',
    text: 'A request stands for half an hour. It may also have been stopped, or replaced by a new one. Do you still see digits? They no longer count. Start again when you are both ready.',
  },
  busy: {
    title: 'Your partner is asking for the keys too',
    text: 'Like this you are waiting for each other. Does one of you have another device on which the room opens? Open it there. Once your partner has stopped asking, start again.',
  },
  unfit: {
    title: 'This key does not fit',
    text: 'What arrived is not the key to your room, or does not fit what is already on this device. Nothing was changed. Feel free to start again. If it happens once more, do not use this connection.',
  },
  storage: {
    title: 'Your device cannot keep this',
    text: 'The key arrived, but your browser does not keep it. Open the room in an ordinary window, not a private one, and start again.',
  },
};
