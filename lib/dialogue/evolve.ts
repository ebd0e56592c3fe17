import { assertNever } from './assert-never.ts';
import { brokenLog } from './broken-log.ts';
import { courseOf, startOf } from './course.ts';
import { enact } from './enact.ts';
import { answerKeep, end, giveUpWords } from './ending.ts';
import { type DialogueEvent, isActFact, isSeat } from './event.ts';
import { type ExerciseDefinition, isRefOf } from './exercise.ts';
import { letGo, observed } from './observed.ts';
import { otherSeat, type Seat } from './seat.ts';
import type { Begun, DialogueState, Held, Hold } from './state.ts';

/**
 * What the log says after one more event. Total over every event that `decide` can produce in this
 * state; an event that cannot follow is a broken log, which throws.
 */
export function evolve(
  exercise: ExerciseDefinition,
  before: DialogueState,
  event: DialogueEvent,
): Begun {
  const { fact, author } = event;
  if (before.status === 'new') {
    if (fact.type !== 'opened' || !isSeat(author)) throw brokenLog(event, before);
    if (event.seq !== 1 || !isRefOf(fact.exercise, exercise)) throw brokenLog(event, before);
    return {
      status: 'running',
      seq: event.seq,
      at: event.at,
      exercise: fact.exercise,
      mode: fact.mode,
      opener: author,
      openedAt: event.at,
      place: startOf(courseOf(exercise)),
      head: null,
      content: [],
      concealed: [],
      observer: null,
      answered: [],
      postponedTo: null,
      modeOffer: null,
      request: null,
    };
  }
  if (event.seq !== before.seq + 1 || event.at <= before.at) throw brokenLog(event, before);
  const state = record(before, event);
  if (author === 'room') {
    if (fact.type !== 'lapsed') throw brokenLog(event, before);
    return giveUpWords(state, event);
  }
  if (author === 'observer') return observed(exercise, state, event);
  if (isActFact(fact)) return enact(exercise, state, event);
  switch (fact.type) {
    case 'opened':
    case 'lapsed':
    case 'observer-entered':
    case 'observer-left':
    case 'cued':
    case 'pause-asked':
    case 'phase-proposed':
      throw brokenLog(event, before);
    case 'paused':
      return hold(state, { kind: 'pause', by: author, since: event.at, ready: [] });
    case 'timed-out':
      return hold(state, {
        kind: 'time-out',
        by: author,
        since: event.at,
        until: fact.until,
        namedBy: author,
        counter: null,
        ready: [],
      });
    case 'countered': {
      const current = timeOutOf(state, event);
      return hold(state, { ...current, counter: { by: author, until: fact.until } });
    }
    case 'return-accepted': {
      const current = timeOutOf(state, event);
      if (!current.counter) throw brokenLog(event, before);
      const { by: namedBy, until } = current.counter;
      return hold(state, { ...current, until, namedBy, counter: null });
    }
    case 'left':
      return state.status === 'held'
        ? hold(state, { ...state.hold, ready: state.hold.ready.filter((seat) => seat !== author) })
        : hold(state, { kind: 'leave', by: author, since: event.at, ready: [] });
    case 'resumed':
      return resume(state, author, event);
    case 'stopped':
      return end(state, 'stopped', event);
    case 'mode-proposed':
      if (state.status !== 'running') throw brokenLog(event, before);
      return { ...state, modeOffer: { by: author, mode: fact.mode } };
    case 'mode-accepted':
    case 'mode-declined': {
      if (state.status !== 'running' || !state.modeOffer) throw brokenLog(event, before);
      const mode = fact.type === 'mode-accepted' ? state.modeOffer.mode : state.mode;
      return { ...state, mode, modeOffer: null };
    }
    case 'keep-answered':
      return answerKeep(state, author, fact.keep, event);
    case 'erased':
      return erase(state, fact.seqs);
    case 'destroyed':
      return giveUpWords(state, event);
    case 'revoked':
      return letGo(state, fact.observation, event);
    case 'request-declined':
      if (state.status !== 'running' || !state.request) throw brokenLog(event, before);
      return { ...state, request: null };
    default:
      return assertNever(fact);
  }
}

/** Folds a whole log. */
export function fold(
  exercise: ExerciseDefinition,
  from: DialogueState,
  events: readonly DialogueEvent[],
): DialogueState {
  return events.reduce<DialogueState>((state, event) => evolve(exercise, state, event), from);
}

/** Keeps the books every event keeps: order, time, and the chain of words. */
function record(state: Begun, event: DialogueEvent): Begun {
  const { seq, at, hash, author } = event;
  const spoke = hash !== null && isSeat(author);
  return {
    ...state,
    seq,
    at,
    head: spoke ? hash : state.head,
    content: spoke ? [...state.content, { seq, by: author }] : state.content,
  };
}

function hold(state: Begun, next: Hold): Held {
  if (state.status === 'ended') throw new Error('A hold after the end');
  return { ...state, status: 'held', request: null, hold: next };
}

/**
 * Takes words away. A hidden answer erased before it was revealed is an answer taken back: otherwise
 * its author could read the other's answer without having given one.
 */
function erase(state: Begun, seqs: readonly number[]): Begun {
  const gone = new Set(seqs);
  const content = state.content.filter((entry) => !gone.has(entry.seq));
  if (state.status === 'ended') return { ...state, content };
  const back = state.concealed.filter((entry) => gone.has(entry.seq)).map((entry) => entry.by);
  return {
    ...state,
    content,
    concealed: state.concealed.filter((entry) => !gone.has(entry.seq)),
    answered: state.answered.filter((seat) => !back.includes(seat)),
  };
}

function resume(state: Begun, author: Seat, event: DialogueEvent): Begun {
  if (state.status !== 'held') throw brokenLog(event, state);
  const { hold: current, ...rest } = state;
  if (!current.ready.includes(otherSeat(author))) {
    return hold(state, { ...current, ready: [author] });
  }
  return { ...rest, status: 'running' };
}

function timeOutOf(state: Begun, event: DialogueEvent) {
  if (state.status !== 'held' || state.hold.kind !== 'time-out') throw brokenLog(event, state);
  return state.hold;
}
