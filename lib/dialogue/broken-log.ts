import type { DialogueEvent } from './event.ts';
import type { DialogueState } from './state.ts';

/** The error for an event that cannot follow what came before it: a bug, or a log tampered with. */
export function brokenLog(event: DialogueEvent, state: DialogueState): Error {
  return new Error(`Event ${event.seq} (${event.fact.type}) cannot follow ${state.status}`);
}
