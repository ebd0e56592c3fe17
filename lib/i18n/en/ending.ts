import type { ending as source } from '../nl/ending.ts';
import type { Translation } from '../translation.ts';

export const ending = {
  completed: 'You have both spoken and listened',
  completedAbout: 'The talk is complete. Feel free to sit together a little longer.',
  stopped: 'The talk has stopped',
  stoppedAbout: 'You were at: {phase}.',
  halfYou: 'You did not get to the half in which you speak. That can come another time.',
  halfThey: 'You did not get to the half in which {name} speaks. That can come another time.',
  keep: {
    heading: 'Shall we keep what was said?',
    about:
      'You each choose for yourself. Only if you both say yes do the words stay, and then for you two only. Otherwise they go. If one of you does not choose, they go on <time></time>.',
    yes: 'Yes, keep them',
    no: 'No, let them go',
    waiting: 'You chose to keep. {name} has yet to choose.',
  },
  kept: {
    heading: 'The words have been kept',
    about: 'You can read them again, together or alone. Either of you can still erase them.',
    replay: 'Read the talk again',
  },
  gone: {
    heading: 'The words are gone',
    about: 'What was said has not been kept. What does remain is that you talked.',
  },
  destroy: 'Erase everything after all',
  destroySure: 'Yes, erase everything for both of us',
  destroyBack: 'Never mind',
  lobby: 'Back to your room',
} satisfies Translation<typeof source>;
