import type { session as source } from '../nl/session.ts';
import type { Translation } from '../translation.ts';

export const session = {
  title: {
    yours: 'It is your turn · Weerklank',
    theirs: 'It is {name}’s turn · Weerklank',
    both: 'Both of you · Weerklank',
    waiting: 'Waiting for {name} · Weerklank',
    postponed: 'Appointment at {time} · Weerklank',
    held: 'You are standing still · Weerklank',
    ended: 'The talk is over · Weerklank',
  },
  floor: {
    yours: 'It is your turn',
    theirs: 'It is {name}’s turn',
    both: 'Both of you answer, each alone',
    answered: 'Waiting for {name}',
  },
  ahead: {
    yours: 'It will be your turn',
    theirs: 'It will be {name}’s turn',
    both: 'Then you both answer',
    waiting: 'Then we still wait for {name}',
  },
  course: {
    label: 'How far you are',
    youTell: 'You tell',
    theyTell: '{name} tells',
    position: 'step {index} of {total}',
    next: 'After this: {phase}',
    last: 'This is the last step',
  },
  ways: {
    choose: 'What would you like to say?',
    say: 'Tell {name}',
    back: 'Not after all',
    sending: 'Sending …',
  },
  composer: {
    label: 'Your words',
    stems: 'Begin with',
    long: 'This is a good deal already. Shorter is easier to hold and to give back.',
    tooLong:
      'This is too long to send in one go. Say a smaller piece first, the rest can come later.',
  },
  hand: {
    yours: 'You said',
    theirs: '{name} said',
    story: 'What {name} told',
    gap: 'There is a gap here: these words were erased, or they do not open on this device.',
    withheld: 'Not to be seen yet.',
    rated: '{rating} out of 10',
    writing: '{name} is writing',
  },
  soFar: {
    open: 'What has been said',
    you: 'You',
    erase: 'Erase my words',
    eraseSure: 'Erase for both of us',
    eraseBack: 'Not after all',
  },
  rating: {
    label: 'Your answer from 0 to 10',
    low: 'not at all',
    high: 'completely',
    none: 'not chosen yet',
    touch: 'Slide to what is true for you.',
    done: 'Done',
    hidden: 'You see each other’s answer only when both of you are done.',
    revealed: 'This is how you are, now',
    revealedAbout: 'Every number may be there. None is right or wrong.',
    you: 'You',
    goOn: 'Go on',
  },
  appointment: {
    another: 'When would suit you?',
    heading: 'You will talk {day, select, tomorrow {tomorrow} other {today}} at {time}',
    now: 'It is time',
    nowAbout: 'This is the moment you agreed on.',
    nowOther: 'This is the moment you agreed on. {name} says when you begin.',
    sooner: 'Sooner is fine too, if it suits you.',
    soonerOther: 'Sooner is possible too: {name} can begin when it suits.',
  },
  mode: {
    toSpoken: 'Rather go on aloud',
    toSpokenAbout: 'You do the talking, the app keeps the turns. {name} may say yes or no.',
    toWritten: 'Rather go on in writing',
    toWrittenAbout: 'You type in turns. {name} may say yes or no.',
    offerSpoken: '{name} would like to go on aloud',
    offerWritten: '{name} would like to go on in writing',
    accept: 'Yes, fine',
    decline: 'Rather not',
    offered:
      'You asked to go on {mode, select, spoken {aloud} other {in writing}}. {name} may choose.',
  },
  trouble: {
    unsent: 'Not sent yet. We keep trying, you need not do anything.',
    notSent: 'This was not sent.',
    broken:
      'Something is wrong with this talk: something was changed, left out or moved. Do not rely on what you read here, and ask each other.',
  },
} satisfies Translation<typeof source>;
