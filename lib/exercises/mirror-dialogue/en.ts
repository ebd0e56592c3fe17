import type { ExerciseTexts } from '../texts.ts';
import { frame } from './en-frame.ts';
import { half } from './en-half.ts';

/** The mirror dialogue in English. */
export const en: ExerciseTexts = {
  name: 'Mirror dialogue',
  purpose:
    'One of you tells, the other gives back what was heard. Once it is right, you go on. Halfway you trade places, and you need not agree.',
  phases: {
    appointment: { name: 'Agreeing', about: 'One subject, at a moment that suits you both.' },
    arrival: { name: 'Arriving', about: 'Noticing how you are, each for yourself.' },
    safety: { name: 'Good ground', about: 'First say what you hope for and what you value.' },
    send: { name: 'Telling', about: 'One of you tells: briefly, and about themselves.' },
    mirror: { name: 'Mirroring', about: 'The other gives back what was heard, until it is right.' },
    more: { name: 'Anything more?', about: 'Whoever listens asks if there is more.' },
    summary: { name: 'Summing up', about: 'The whole story once more, in short.' },
    validation: { name: 'Making sense', about: 'Saying what you understand, even if you differ.' },
    empathy: { name: 'Feeling along', about: 'Imagining how it feels for the other.' },
    switch: { name: 'Switching', about: 'Breathe out for a moment, then you trade roles.' },
    closing: { name: 'Closing', about: 'Noticing how you are now, and thanking each other.' },
  },
  steps: { ...frame, ...half },
};
