import type { StepTexts } from '../texts.ts';

const tension = { low: 'completely calm', high: 'completely flooded' };

/** The steps that come once: the beginning, the switch and the close. */
export const frame: Readonly<Record<string, StepTexts>> = {
  topic: {
    acting:
      'What would you like to talk about? Say it in one sentence. {partner} chooses if now is good.',
    waiting: '{partner} is looking for one sentence for what this may be about.',
    spoken: 'Say in one sentence what you would like to talk about, and ask if now is good.',
    ways: {
      propose: {
        label: 'Ask {partner}',
        aloud: 'I have asked',
        stems: ['I would like to talk about …', 'What is on my mind is …'],
        placeholder: 'One subject, one sentence',
        saidAs: 'asked for a talk',
      },
    },
  },
  answer: {
    acting: 'Do you have time and calm for this now? Asking for another moment is as good as yes.',
    waiting: '{partner} is seeing if now is a good moment.',
    spoken: 'Say if now is good. If it is not, agree on another moment.',
    ways: {
      accept: { label: 'Yes, now is good', stems: [], saidAs: 'found it a good moment' },
      postpone: { label: 'Rather another moment', stems: [], saidAs: 'asked for another moment' },
    },
  },
  arrive: {
    acting:
      'How tense do you feel right now? {partner} sees your answer only once you both have answered.',
    waiting: 'Your answer is in. {partner} is still taking a moment.',
    spoken:
      'You do this in silence, each on your own screen. How tense do you feel right now? You see each other’s answer only once both are in.',
    ways: {
      rate: {
        label: 'This is how I feel now',
        stems: [],
        scale: tension,
        saidAs: 'showed how tense it felt',
      },
    },
  },
  'speaker-intends': {
    acting: 'What do you hope for in this talk? And what do you value in {partner}?',
    waiting:
      '{partner} is looking for words for what this talk may bring, and for something good in you.',
    spoken: 'Tell {partner} what you hope for in this talk, and one thing you value.',
    ways: {
      appreciate: {
        label: 'Say it to {partner}',
        aloud: 'I have said it',
        stems: ['I hope that after this talk we …', 'What I value in you is …'],
        placeholder: 'What you hope for, and what you value',
        saidAs: 'voiced a hope and an appreciation',
      },
    },
  },
  'listener-intends': {
    acting: 'Your turn. How do you want to listen? And what do you value in {partner}?',
    waiting: '{partner} is looking for words for how to listen, and for something good in you.',
    spoken: 'Your turn. Say how you want to listen, and one thing you value in {partner}.',
    ways: {
      appreciate: {
        label: 'Say it to {partner}',
        aloud: 'I have said it',
        stems: ['I want to listen so that …', 'What I value in you is …'],
        placeholder: 'How you want to listen, and what you value',
        saidAs: 'voiced an intention and an appreciation',
      },
    },
  },
  halfway: {
    acting:
      'You are halfway. Breathe out. How tense do you feel right now? After this you trade roles.',
    waiting: 'Your answer is in. Once {partner} is ready too, you trade roles.',
    spoken:
      'You are halfway. Breathe out and choose in silence: how tense do you feel right now? After this you trade roles.',
    ways: {
      rate: {
        label: 'This is how I feel now',
        stems: [],
        scale: tension,
        saidAs: 'showed how tense it felt',
      },
    },
  },
  depart: {
    acting: 'You both told and you both listened. How tense do you feel right now?',
    waiting: 'Your answer is in. {partner} is still taking a moment.',
    spoken:
      'You both told and you both listened. Choose in silence: how tense do you feel right now?',
    ways: {
      rate: {
        label: 'This is how I feel now',
        stems: [],
        scale: tension,
        saidAs: 'showed how tense it felt',
      },
    },
  },
  'speaker-thanks': {
    acting: 'What do you want to thank {partner} for, after this talk? Small is fine.',
    waiting: '{partner} is looking for words to thank you.',
    spoken: 'Thank {partner} for one thing from this talk. Small is fine.',
    ways: {
      thank: {
        label: 'Thank {partner}',
        aloud: 'I have said thanks',
        stems: ['Thank you for …', 'It did me good when you …', 'What I take with me is …'],
        placeholder: 'Something from this talk',
        saidAs: 'gave thanks',
      },
    },
  },
  'listener-thanks': {
    acting: 'Your turn. What do you want to thank {partner} for? Then the talk is complete.',
    waiting: '{partner} is looking for words to thank you. Then the talk is complete.',
    spoken: 'Your turn. Thank {partner} for one thing from this talk. Then it is complete.',
    ways: {
      thank: {
        label: 'Thank {partner}',
        aloud: 'I have said thanks',
        stems: ['Thank you for …', 'It did me good when you …', 'What I take with me is …'],
        placeholder: 'Something from this talk',
        saidAs: 'gave thanks',
      },
    },
  },
};
