import type { keys as source } from '../nl/keys.ts';
import type { Translation } from '../translation.ts';

export const keys: Translation<typeof source> = {
  title: 'The keys to your room · Weerklank',
  looking: 'Looking what is on this device …',
  offline: 'No connection. It goes on here as soon as there is one.',
  back: 'To the room',
  digits: 'The six digits',
  ask: {
    title: 'Ask your partner for the keys',
    about:
      'The key to your room is not on this device. Your partner has it, and can give it back to you. After that you can read everything here again, also from before.',
    how: 'Call each other, or sit down together: in a moment you compare six digits. Choose a way in which you hear each other’s voice.',
    start: 'Ask for the keys',
  },
  waiting: {
    title: 'Your partner can see your request now',
    text: 'Have your partner open the room. A message there says that you ask for the keys. There is nothing for you to do here.',
    stop: 'Never mind',
  },
  give: {
    nobody: 'Nobody is asking for the keys',
    nobodyText:
      'Is your partner asking all the same? Have them open the room on the device that lacks the key.',
    title: 'Your partner asks for the keys to the room',
    about:
      'That happens with a new device or a forgotten password. Make sure that it really is your partner: call, or sit down together. Then you compare six digits.',
    start: 'Yes, I’ll help',
    refuse: 'No, this is not my partner',
    getting: 'The digits are on their way …',
    done: 'Your partner has the keys again',
    doneText:
      'From now on your partner can read everything of your room on that device. That you gave the keys is listed under who read what.',
  },
  compare: {
    title: 'Do you both see the same digits?',
    text: 'Read them out loud to each other.',
    same: 'Yes, the same',
    other: 'No, others',
    agreed: 'Now your partner. As soon as they choose ‘the same’ too, the keys come.',
  },
  wrong: {
    title: 'It was stopped',
    text: 'Other digits mean that somebody is in between you, or that something went wrong. Nothing was given. Feel free to start again. If the digits stay different, do not use this connection.',
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
