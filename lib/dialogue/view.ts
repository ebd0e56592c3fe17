import type { DialogueEvent } from './event.ts';
import type { Time } from './id.ts';
import type { Seat } from './seat.ts';
import type { DialogueState, Ledger } from './state.ts';

/**
 * An event as this seat may see it while the session stands at `state`, which is at or after the
 * event. A hidden answer of the other, and words that are gone, keep their place in the order alone.
 * @param since when the viewer took the seat: a hidden answer that someone else gave in it before is
 *   theirs and not the viewer's. 0 for whoever always sat there.
 */
export function redact(
  event: DialogueEvent,
  state: DialogueState,
  viewer: Seat,
  since: Time = 0,
): DialogueEvent {
  if (event.sealed === null || state.status === 'new') return event;
  const there = state.content.some((entry) => entry.seq === event.seq);
  const inherited = event.at < since && state.concealed.some((entry) => entry.seq === event.seq);
  const shown = there && !inherited && !isConcealed(state, event.seq, viewer);
  return shown ? event : { ...event, sealed: null };
}

/** Whether this place holds a hidden answer of the other that `viewer` may not have (yet). */
export function isConcealed(
  { concealed }: Pick<Ledger, 'concealed'>,
  seq: number,
  viewer: Seat,
): boolean {
  return concealed.some((entry) => entry.seq === seq && entry.by !== viewer);
}

/**
 * The places of hidden answers that `viewer` may have after an event and could not before it; not
 * those whose words are gone.
 */
export function revealed(
  before: DialogueState,
  after: DialogueState,
  viewer: Seat,
): readonly number[] {
  if (before.status === 'new' || after.status === 'new') return [];
  const still = new Set(after.concealed.map((entry) => entry.seq));
  const there = new Set(after.content.map((entry) => entry.seq));
  return before.concealed
    .filter(({ seq, by }) => by !== viewer && !still.has(seq) && there.has(seq))
    .map(({ seq }) => seq);
}
