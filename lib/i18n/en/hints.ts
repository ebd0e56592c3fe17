import type { hints as source } from '../nl/hints.ts';
import type { Translation } from '../translation.ts';

export const hints = {
  private: 'Only you see this. It stays on your device.',
  say: {
    rebuttal:
      'This sounds like a reply already, and your partner may not feel heard yet. Give back what you heard first. Your side comes later.',
    blame:
      '‘Always’ and ‘never’ tend to land as a reproach. Talk about one time, and what it did to you.',
    why: 'A ‘why’ soon makes people defend themselves. Say what you felt, or ask how it was for them.',
    advice: 'Good advice can land as ‘go and fix it’. Being heard often does more good right now.',
    'feel-that':
      '‘I feel that you …’ is about the other. What do you feel yourself? Scared, angry, alone, something else?',
    copy: 'These are almost the same words. Put it your own way, and your partner can tell that it reached you.',
    coverage:
      'Part of what you heard is not in here yet. Read it once more: what weighs most in it?',
    'too-long':
      'This is a lot to hold in mind at once. Choose the piece that matters most now. The rest can come later.',
  },
  untouched: 'Not given back yet',
  shorter: 'This is hard to give back in one go. It may work better if you send a shorter piece.',
  turnOff: 'Stop showing hints',
  turnOn: 'Show hints again',
} satisfies Translation<typeof source>;
