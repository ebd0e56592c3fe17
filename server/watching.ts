import type { DialogueEvent } from '#lib/dialogue/event.ts';
import { reachesObserver } from '#lib/dialogue/observe.ts';
import type { Observer } from '#lib/dialogue/observer.ts';
import type { DialogueState } from '#lib/dialogue/state.ts';

/** Who watches a session that stands like this; nobody does once it is over. */
export function watching(state: DialogueState): Observer | null {
  return state.status === 'running' || state.status === 'held' ? state.observer : null;
}

/** Who is told of an event that led from one state to the next, besides the two (rule O3). */
export function toldOf(
  event: DialogueEvent,
  before: DialogueState,
  after: DialogueState,
): Observer | null {
  return reachesObserver(before, event) ? (watching(after) ?? watching(before)) : null;
}

/** Who watched before an event and does not after it. */
export function goneBy(before: DialogueState, after: DialogueState): Observer | null {
  const [was, is] = [watching(before), watching(after)];
  return was && was.observation !== is?.observation ? was : null;
}
