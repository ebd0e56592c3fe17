import type { care as source } from '../nl/care.ts';
import type { Translation } from '../translation.ts';

export const care = {
  intro: {
    title: 'First something for you alone',
    body: 'Four short questions about how free and how safe you feel with your partner. Everyone gets them, and again from time to time.',
    alone: 'Answer them alone. Is somebody watching? Then choose ‘Not now’.',
    unseen: 'Nobody sees what you answer: not your partner, and not us.',
    unkept: 'Your answers stay on this screen. They are not sent and not kept anywhere.',
    begin: 'To the questions',
  },
  progress: 'Question {number} of {total}',
  question: {
    fear: 'Are you sometimes afraid of your partner, or of how they will react?',
    injury:
      'Has your partner ever hurt you physically, or done something that could have injured you?',
    control:
      'Does your partner decide about what is yours: whom you see, where you go, your money, your phone?',
    refusal:
      'Are there moments when you do not dare to say no, because you do not know what would happen then?',
  },
  answer: {
    yes: 'Yes',
    no: 'No',
    unsaid: 'I would rather not say',
  },
  back: 'Back',
  notNow: 'Not now',
  help: {
    title: 'What you feel counts',
    why: 'When you are afraid, hurt or not free, a listening exercise is not enough. It can even make things harder. That is why the room does not open now. This is not your fault.',
    talkTitle: 'Whom you can talk to',
    talk: 'You need not decide anything today. You can talk, with people who hear this every day.',
    partnerTitle: 'What your partner sees',
    partner:
      'Nothing. Nothing has been sent. It looks as if you have not been here yet, just as if you had no time or no connection.',
    asked: 'Does somebody ask? ‘It did not work out just now’ is enough, and it is true.',
    traceTitle: 'What this leaves behind',
    trace:
      'Nothing of your answers. When you come back, we simply ask again. Your browser does remember that you were on this site, and your phone which numbers you called.',
    more: 'More help, and how to clear traces',
  },
  unsaid: {
    title: 'You do not have to say anything',
    body: 'There was something you would rather keep to yourself. That is all right. If you recognise fear, hurt or force, an exercise with your partner is not the best step now. These people will listen.',
    own: 'Whether you go on is up to you. Nothing of this is sent either.',
    goOn: 'Go on',
  },
  lines: {
    country: {
      be: 'Belgium',
      nl: 'The Netherlands',
    },
    about: 'More about this line',
    site: 'Chat, hours and more: {site}',
    checked: 'Checked on {date}, against <source>{against}</source>.',
    hours: 'Hours sometimes change. The line’s own site has those of today.',
  },
} satisfies Translation<typeof source>;
