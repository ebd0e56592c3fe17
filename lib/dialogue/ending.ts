import { brokenLog } from './broken-log.ts';
import type { DialogueEvent } from './event.ts';
import type { Seat } from './seat.ts';
import type { Begun, Ended } from './state.ts';

/** The state in which both are asked whether the words stay. Throws when it has ended already. */
export function end(state: Begun, how: Ended['how'], event: DialogueEvent): Ended {
  if (state.status === 'ended') throw brokenLog(event, state);
  return {
    status: 'ended',
    how,
    endedAt: event.at,
    keep: { a: null, b: null },
    words: 'asked',
    seq: state.seq,
    at: state.at,
    exercise: state.exercise,
    mode: state.mode,
    opener: state.opener,
    openedAt: state.openedAt,
    place: state.place,
    head: state.head,
    content: state.content,
    concealed: state.concealed,
    observer: state.observer,
  };
}

/** One seat's answer about the words: they stay with two yeses and are gone with the first no. */
export function answerKeep(state: Begun, seat: Seat, keep: boolean, event: DialogueEvent): Ended {
  if (state.status !== 'ended' || state.words !== 'asked') throw brokenLog(event, state);
  const answers = { ...state.keep, [seat]: keep };
  if (!keep) return { ...state, keep: answers, words: 'gone', content: [] };
  const both = answers.a === true && answers.b === true;
  return { ...state, keep: answers, words: both ? 'kept' : 'asked' };
}

/** The words are gone: destroyed by one of the two, or lapsed because an answer never came. */
export function giveUpWords(state: Begun, event: DialogueEvent): Ended {
  if (state.status !== 'ended' || state.words === 'gone') throw brokenLog(event, state);
  if (event.fact.type === 'lapsed' && state.words !== 'asked') throw brokenLog(event, state);
  return { ...state, words: 'gone', content: [] };
}
