import type { observing as source } from '../nl/observing.ts';
import type { Translation } from '../translation.ts';

export const observing = {
  title: 'Letting somebody watch · Weerklank',
  heading: 'Letting somebody watch',
  open: 'Let a therapist watch',
  about:
    'A therapist can watch a talk of yours. Only if you both say yes, and only what you both allow. Each of you can end it at any moment, without a reason.',
  does: 'Whoever watches takes no turn and does not answer for you. They can give a short cue on how you talk, suggest a pause, or a next step.',
  back: 'To the room',
  looking: 'Looking whether somebody is waiting …',
  offline: 'No connection. It goes on here as soon as there is one again.',
  failed: 'That did not work. Check your connection and try again.',
  partner: 'your partner',
  someone: 'Whoever knocked',
  notNow: 'Never mind',
  needsKey:
    'This device does not have the key to your room. Somebody can only be let in from a device that has it.',
  lens: {
    phases: {
      label: 'Only how it goes',
      about:
        'Your names, which step you are at, whose turn it is and for how long. Not a word of what you say.',
      sees: 'sees only how it goes',
    },
    words: {
      label: 'Also what you say',
      about: 'Also what has already been said in this talk. Not your numbers.',
      sees: 'sees what you say',
    },
    ratings: {
      label: 'Also the numbers',
      about:
        'What you say, and which number you give. A hidden answer only once you can both see it yourselves.',
      sees: 'sees what you say, and your numbers',
    },
  },
  link: {
    heading: 'Invite a therapist',
    about:
      'Send the link to your therapist. Whoever opens it can knock, and sees nothing of you yet: no names, and not whether you are here. Letting them in is for the two of you, after that.',
    make: 'Make a link',
    makeNew: 'Make a new link',
    label: 'The link to knock with',
    shareText: 'Will you watch a talk of ours? With this link you can knock.',
    code: 'Code with the same link, to scan',
    validUntil: 'Valid until <time></time>, for one therapist.',
    elsewhere: 'A link is open that was made on another device. We cannot show it here.',
    withdraw: 'Withdraw the link',
    waiting: 'If somebody knocks, you will both see it, here and in the room.',
  },
  knock: {
    wants: '{name} would like to watch a talk of yours.',
    yours: '{name} is waiting at the door. Your key is turned.',
    compare: 'Both keys are turned. Now compare six digits with {name}.',
    look: 'Take a look',
    heading: '{name} would like to watch',
    role: 'Who that is',
    said: '{role}. That is what {name} says. Nobody has checked it.',
    verified: '{role}. Checked by whoever runs this server.',
    purpose: 'What for, in their own words',
    calm: 'There is no hurry. {name} is waiting at the door and sees nothing.',
  },
  choice: {
    legend: 'What may {name} see?',
    lesser:
      'Choose what is right for you. {partner} chooses separately, and the lesser of the two counts. What the other chose, we do not show.',
    privately: 'May a cue also be for one of you alone?',
    together: 'No, always for both of us',
    alone: 'Yes, also for one of us',
    privatelyAbout:
      'A cue is about how you talk, such as: could it be a little slower? If a cue is for one of you, the other sees that it came, and not what it said. It is only possible if you both say yes.',
  },
  turn: {
    both: 'The door opens with two keys: yours and {partner}’s.',
    once: 'It counts for one talk. After that it is over by itself.',
    seen: 'What {name} sees, {name} has seen: nobody can take that back. {name} may make notes for themselves, and those stay.',
    yes: 'Yes, {name} may watch',
    no: 'No, not now',
    free: 'Saying no costs nothing, and you need not explain. {name} only hears that it is not possible now. Which of you chose that, Weerklank tells nobody.',
    done: 'Your key is turned',
    chosen: 'You chose: {lens}.',
    together: 'Cues are for both of you.',
    alone: 'A cue may also be for one of you alone.',
    doneAbout:
      'The door opens only once the other key is turned as well. Until then {name} sees nothing, and you can turn yours back.',
    takeBack: 'Turn my key back',
  },
  holds: {
    heading: 'Both keys are turned',
    lens: 'What {name} gets to see',
    cues: 'Cues from {name}',
    together: 'Always for both of you.',
    alone: 'Also for one of you. The other then sees that there was one.',
  },
  digits: {
    heading: 'One more thing: is this really {name}?',
    how: 'One of you compares six digits with {name}. Call, or sit down together: choose a way in which you hear each other’s voice.',
    start: 'I’ll compare the digits',
    elsewhere:
      'The digits are being compared on another device of yours. You need not do anything here.',
    getting: 'The digits are on their way. {name} has to have the page open.',
    label: 'The six digits',
    title: 'Does {name} see the same digits?',
    text: 'Let {name} read them out loud.',
    same: 'Yes, the same. {name} may come in',
    other: 'No, different',
    giving: 'Letting {name} in …',
    storage:
      'This device cannot keep this. Open the room in an ordinary window, not a private one, or do it on another device.',
    again: 'Start again',
    wrong: 'Nobody has come in',
    wrongAbout:
      'Were the digits different? Then something went wrong, or somebody was in between. This device has given nothing. {name} can knock again. If they stay different, do not go on: the connection or the server cannot be trusted.',
  },
  admitted: {
    heading: '{name} is in',
    before:
      'Once you begin a talk, {name} watches it. For now {name} sees only whether you are here.',
    letGo: 'Let {name} go',
    letGoAbout:
      '{name} then sees nothing any more, at once. What {name} saw, {name} has seen. Watching again is only possible if you both say yes once more.',
  },
  cases: {
    heading: 'Who may knock again',
    about:
      'Somebody you once let in can knock without a new link, and sees nothing until you both say yes again.',
    said: '{role}, says {name}',
    verified: '{role}, checked',
    part: 'Part from {name}',
    ask: 'Part from {name}?',
    sure: 'Yes, part',
    partAbout:
      '{name} can then no longer knock. Homework and appointments go. What stays with {name} is that and when they watched, and their own notes.',
  },
  past: 'Who watched when is in each talk that you look back at, and in <known>what the server knows about you</known>.',
  bar: {
    label: 'Who is watching',
    watches: '{name} is watching',
    inside: '{name} is in',
    away: '{name} is not here now',
    before: 'sees only whether you are here',
    letGo: 'Let go',
    letGoWho: '{name} then stops watching at once',
    going: 'Letting {name} go …',
    goingOffline:
      'Your request is on its way. Until it arrives, {name} can still see what {partner} does. What you say from now on leaves only after it.',
    entered: '{name} has come to watch, and {sees}.',
    gone: '{name} is no longer watching',
    goneAbout: 'What {name} saw, {name} has seen. From now on it is the two of you again.',
    close: 'All right',
  },
  cue: {
    from: 'A cue from {name}',
    forYou: 'A cue from {name}, for you alone',
    forOther: '{name} gave a cue for {partner} alone.',
    unreadable: '{name} gave a cue. It does not open on this device.',
    close: 'Close this cue',
  },
  request: {
    pause: '{name} suggests a short pause. Only if you want it yourselves.',
    agree: 'Yes, a short pause',
    decline: 'Rather not',
    phase: '{name} thinks you can go on, to: {phase}. It is up to you.',
    asked: '{name} suggests a next step. It is up to you.',
    phaseOther: '{name} suggests a next step: {phase}. It is up to {partner}.',
  },
  suggestion: {
    heading: '{name} suggests: {exercise}',
    about:
      'Whether you do it is up to you. If you put it to {partner}, you begin only once {partner} says yes.',
    propose: 'Put it to {partner}',
    look: 'Look first',
  },
  between: {
    heading: 'From your therapist',
    someone: 'your therapist',
    look: 'Look first',
    unnamed: 'An exercise that is no longer here',
    given: 'From {name}, on {date}',
    line: '{name} added',
    unreadable: 'There is a line with it that does not open on this device.',
    propose: 'Put it to {partner} now',
    decline: 'Not for us',
    declined: 'You left this one. {name} sees only that, not who it came from.',
    share: 'Tell {name} that we did this',
    shareAbout: '{name} sees it only if you both say so.',
    sharedYou: 'You are fine with {name} knowing. {name} sees it only if you both say so.',
    sharedBoth: '{name} sees that you did this.',
    appointment: 'Appointment with {name}',
    minutes: '{minutes} minutes',
    cancel: 'Cancel this appointment',
    cancelBack: 'Never mind',
    cancelSure: 'Yes, cancel it',
    cancelAbout: '{name} sees that the appointment is off, not who it came from.',
    cancelled: 'Cancelled',
  },
} satisfies Translation<typeof source>;
