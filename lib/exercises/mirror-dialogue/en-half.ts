import type { StepTexts } from '../texts.ts';

/** The steps of each half: telling, mirroring, making sense, feeling along. */
export const half: Readonly<Record<string, StepTexts>> = {
  tell: {
    acting: 'Tell what is going on in you. A few sentences, about yourself, one thing at a time.',
    waiting:
      '{partner} is telling. You need not solve anything: in a moment you only give back what you heard.',
    spoken: 'Tell what is going on in you, in a few sentences. Then stop, so {partner} can follow.',
    ways: {
      send: {
        label: 'Tell {partner}',
        aloud: 'I have told it',
        stems: ['When …, I felt …', 'What touches me is …', 'I am afraid that …', 'I long for …'],
        placeholder: 'Start with ‘I’, and keep it short',
        saidAs: 'told',
      },
    },
  },
  'give-back': {
    acting: 'Give back what you heard, in your own words. Your own side comes later.',
    waiting:
      '{partner} is looking for words for what you told. In a moment you say if it is right.',
    spoken: 'Say back what you heard, in your own words, and ask: ‘Did I get you?’',
    ways: {
      mirror: {
        label: 'Give it back',
        aloud: 'I have given it back',
        stems: ['If I hear you well, …', 'You are telling me that …', 'Did I get you?'],
        placeholder: 'What you heard, with no answer yet',
        saidAs: 'gave back what was heard',
      },
    },
  },
  landed: {
    acting: 'Did {partner} hear what you meant? The words may be different.',
    waiting: '{partner} is feeling if what you gave back is right.',
    spoken: 'Tell {partner} if it is right. If something is missing, say only that piece again.',
    ways: {
      confirm: { label: 'Yes, that is what I meant', stems: [], saidAs: 'found it right' },
      correct: {
        label: 'Not quite yet',
        stems: ['Not quite yet, …', 'What I mean most of all is …', 'What I still miss is …'],
        placeholder: 'Only what is still missing',
        saidAs: 'said what was not right yet',
      },
    },
  },
  invite: {
    acting: 'Ask {partner} if there is more. That question says: I have time for you.',
    waiting: '{partner} has understood you, and is about to ask if there is more.',
    spoken: 'Ask: ‘Is there more you want to tell me about this?’',
    ways: {
      'ask-more': {
        label: 'Ask if there is more',
        aloud: 'I have asked',
        stems: [],
        saidAs: 'asked if there was more',
      },
    },
  },
  'more-or-enough': {
    acting: '{partner} would like to know if there is more. Take a moment. Enough is fine too.',
    waiting: '{partner} is feeling if anything else belongs here.',
    spoken: 'Does anything else belong here? Then tell it. Is this it for now? Then say so.',
    ways: {
      add: {
        label: 'There is more',
        stems: ['What also belongs here is …', 'And underneath that is …'],
        placeholder: 'One thing at a time',
        saidAs: 'told more',
      },
      finish: { label: 'This is it for now', stems: [], saidAs: 'had said it all for now' },
    },
  },
  'sum-up': {
    acting: 'Sum up the whole story of {partner}, in short and still without an answer.',
    waiting:
      '{partner} is bringing your whole story together. In a moment you say if it is all there.',
    spoken: 'Sum up the whole story of {partner}, and ask: ‘Did I hear it all?’',
    ways: {
      summarize: {
        label: 'Give it all back',
        aloud: 'I have summed it up',
        stems: ['All together I hear that …', 'What touches you most is …', 'Did I hear it all?'],
        placeholder: 'The whole story, in a few sentences',
        saidAs: 'summed up the whole story',
      },
    },
  },
  complete: {
    acting: 'Is everything there that counts for you?',
    waiting: '{partner} is feeling if it is all there.',
    spoken: 'Tell {partner} if it is all there, or what you still want heard.',
    ways: {
      confirm: { label: 'Yes, you heard it all', stems: [], saidAs: 'found it all heard' },
      correct: {
        label: 'Something is missing',
        stems: ['Not quite yet, …', 'I would like you to hear as well that …'],
        placeholder: 'Only what is still missing',
        saidAs: 'said what was still missing',
      },
    },
  },
  'make-sense': {
    acting:
      'Look through the eyes of {partner} for a moment. What makes sense, seen from there? You need not agree.',
    waiting: '{partner} is looking through your eyes for a moment, for what makes sense.',
    spoken: 'Tell {partner} what you understand, seen from there. You need not agree.',
    ways: {
      validate: {
        label: 'This I understand',
        aloud: 'I have said it',
        stems: ['What you say makes sense for you, because …', 'I understand that you …, since …'],
        placeholder: 'Why this makes sense for {partner}',
        saidAs: 'said why it made sense',
      },
      'validate-partly': {
        label: 'I understand a part',
        stems: ['I understand a part: … Tell me more about …'],
        placeholder: 'What you understand, and what you want to hear more about',
        saidAs: 'understood a part and asked to hear more',
      },
    },
  },
  'sense-landed': {
    acting: 'Do you feel understood in this? {partner} need not see it that way too.',
    waiting: '{partner} is feeling if this comes across as understanding.',
    spoken: 'Tell {partner} if you feel understood, or what that still takes.',
    ways: {
      confirm: { label: 'Yes, I feel understood', stems: [], saidAs: 'felt understood' },
      correct: {
        label: 'Not quite yet',
        stems: ['Not quite yet, …', 'To me it makes sense because …'],
        placeholder: 'What {partner} may still understand',
        saidAs: 'said what still asked for understanding',
      },
    },
  },
  imagine: {
    acting: 'How might this feel for {partner}? Name a feeling or two, and ask if that is it.',
    waiting: '{partner} is imagining how this feels for you.',
    spoken: 'Say how you imagine this feels for {partner}, and ask if that is it.',
    ways: {
      empathize: {
        label: 'Ask if it feels this way',
        aloud: 'I have said it',
        stems: ['I imagine that you feel … Is that it?', 'Perhaps you also feel a little …'],
        placeholder: 'A feeling: afraid, alone, tired, relieved …',
        saidAs: 'imagined the feeling',
      },
    },
  },
  'feeling-landed': {
    acting: 'Is this how it feels? You know: {partner} can only guess.',
    waiting: '{partner} is feeling if you found it.',
    spoken: 'Tell {partner} if this is how it feels, or what is different.',
    ways: {
      confirm: { label: 'Yes, that is how it feels', stems: [], saidAs: 'recognised the feeling' },
      correct: {
        label: 'It feels different still',
        stems: ['Not quite yet, I feel more …', 'That is right, and I also feel …'],
        placeholder: 'The feeling that belongs here too',
        saidAs: 'named another feeling',
      },
    },
  },
  'give-back-feeling': {
    acting: 'Give back what {partner} told about this feeling.',
    waiting: '{partner} is looking for words for the feeling you named.',
    spoken: 'Say back which feeling you heard, and ask: ‘Did I get you?’',
    ways: {
      mirror: {
        label: 'Give it back',
        aloud: 'I have given it back',
        stems: ['If I hear you well, you feel …', 'Did I get you?'],
        placeholder: 'The feeling you heard',
        saidAs: 'gave back which feeling was heard',
      },
    },
  },
};
