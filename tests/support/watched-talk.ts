import type { ObserverMove } from '#lib/dialogue/observe.ts';
import { observationOf } from './fabricate.ts';
import { upToSend } from './mirror-talk.ts';
import { given, type Played, type Situation } from './scenario.ts';

/** Of the first observer; `again` is another. */
export const observation = observationOf(1);
/** She comes in and may see everything. */
export const enter: Extract<ObserverMove, { type: 'enter' }> = {
  type: 'enter',
  observation,
  name: 'Vera',
  lens: 'ratings',
  privateCues: true,
};
export const again: ObserverMove = { ...enter, observation: observationOf(2) };
/** For both of them. */
export const cue: ObserverMove = { type: 'cue', to: 'both' };

/** A talk that somebody watches from its opening on. */
export const watchedTalk = (...script: readonly Played[]) =>
  given()
    .watched(enter)
    .play(...script);

/** In the mirror dialogue, to where the speaker may add something or go on. */
export const toMore: readonly Played[] = [
  ...upToSend,
  ['a', 'send'],
  ['b', 'mirror'],
  ['a', 'confirm'],
  ['b', 'ask-more'],
];

/** Who watches, as the state says. */
export function observerIn({ state }: Situation) {
  return state.status === 'new' ? null : state.observer;
}

/** What the observer asked and nobody answered yet. */
export function requestIn({ state }: Situation) {
  return state.status === 'running' || state.status === 'held' ? state.request : null;
}
