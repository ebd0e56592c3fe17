import { brokenLog } from './broken-log.ts';
import type { DialogueEvent } from './event.ts';
import type { ExerciseDefinition } from './exercise.ts';
import type { ObservationId } from './id.ts';
import type { Begun } from './state.ts';
import { wayOn } from './way-on.ts';

/**
 * What the log says after an event of an observer. Throws on one that cannot follow. Whatever it is,
 * the exercise stands where it stood.
 */
export function observed(exercise: ExerciseDefinition, state: Begun, event: DialogueEvent): Begun {
  const { fact, at, hash, prev, sealed } = event;
  const { observer } = state;
  if (state.status === 'ended' || hash !== null || prev !== null) throw brokenLog(event, state);
  if (fact.type === 'observer-entered') {
    if (observer || sealed !== null) throw brokenLog(event, state);
    const { observation, name, lens, privateCues } = fact;
    return { ...state, observer: { observation, name, lens, privateCues, since: at } };
  }
  if (!observer || (sealed !== null && fact.type !== 'cued')) throw brokenLog(event, state);
  if (fact.type === 'observer-left') return letGo(state, fact.observation, event);
  if (state.status !== 'running') throw brokenLog(event, state);
  switch (fact.type) {
    case 'cued':
      if (fact.to !== 'both' && !observer.privateCues) throw brokenLog(event, state);
      return state;
    case 'pause-asked':
      return { ...state, request: { kind: 'pause', at } };
    case 'phase-proposed':
      if (wayOn(exercise, state) === null) throw brokenLog(event, state);
      return { ...state, request: { kind: 'phase', at } };
    default:
      throw brokenLog(event, state);
  }
}

/** The observer is gone, and with her what she asked. Throws when it is not she who watches. */
export function letGo(state: Begun, observation: ObservationId, event: DialogueEvent): Begun {
  if (state.status === 'ended' || state.observer?.observation !== observation) {
    throw brokenLog(event, state);
  }
  return { ...state, observer: null, request: null };
}
