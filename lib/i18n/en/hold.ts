import type { hold as source } from '../nl/hold.ts';
import type { Translation } from '../translation.ts';

export const hold = {
  menu: {
    open: 'Pause',
    openHeld: 'Leave or stop',
    heading: 'What do you need?',
    pause: 'A breather',
    pauseAbout: 'A short pause. You go on when you both want to.',
    timeOut: 'A time-out',
    timeOutAbout: 'Apart for at least 20 minutes. You say when you will be back.',
    leave: 'Leave',
    leaveAbout: 'The talk waits here for you both.',
    stop: 'Stop',
    stopAbout: 'The talk ends here. You need not say why.',
  },
  stop: {
    heading: 'Stop here?',
    about: 'The talk then ends for both of you. You can always begin a new one.',
    sure: 'Yes, stop the talk',
    back: 'Never mind',
  },
  timeOut: {
    heading: 'When will you be back?',
    about:
      'Your talk is then on hold for both of you. Do something else: walk, drink some water, listen to music. Try not to go over it again.',
  },
  moment: {
    twenty: 'In 20 minutes, at {time}',
    thirty: 'In half an hour, at {time}',
    hour: 'In an hour, at {time}',
    tonight: 'Tonight at {time}',
    tomorrow: 'Tomorrow at {time}',
    own: 'Another time',
    result: 'That is {day, select, tomorrow {tomorrow} other {today}} at {time}.',
    outside: 'That is not possible: it is too soon or too far off.',
    choose: 'This is fine',
  },
  pause: {
    heading: 'A breather',
    you: 'You asked for a short pause.',
    they: '{name} asked for a short pause.',
    about: 'There is nothing you need to do now. You go on when you both want to.',
  },
  leave: {
    heading: 'The talk waits',
    you: 'You were away for a bit. Everything is as it was.',
    they: '{name} has gone for a bit. Everything is as it was.',
    about: 'You go on when you are both here.',
  },
  timedOut: {
    heading: 'Time-out',
    you: 'You asked for a time-out.',
    they: '{name} asked for a time-out.',
    until: 'Back {day, select, tomorrow {tomorrow} other {today}} at {time}',
    from: 'From {time} you can begin again, if you both want to.',
    now: 'It is time to come back',
    nowAbout: 'Not ready yet? That is fine. You begin only when you both want to.',
    counter: 'Suggest another time',
    counterHeading: 'When would suit you?',
    countered:
      '{name} suggests coming back {day, select, tomorrow {tomorrow} other {today}} at {time}.',
    counteredYou:
      'You suggested coming back {day, select, tomorrow {tomorrow} other {today}} at {time}. {name} can choose.',
    accept: 'Yes, that is fine',
  },
  left: {
    hours: '{hours} h {minutes} min to go',
    minutes: '{minutes, plural, one {1 minute to go} other {# minutes to go}}',
  },
  resume: 'I am ready',
  readyYou: 'You are ready. Waiting for {name}.',
  readyThey: '{name} is ready.',
} satisfies Translation<typeof source>;
