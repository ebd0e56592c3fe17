import { acts } from './act.ts';
import { actOf, type DialogueEvent } from './event.ts';
import type { Time } from './id.ts';
import { type Lens, lesserOf, letsThrough, type Viewer } from './observer.ts';
import type { Seat } from './seat.ts';
import type { Begun, DialogueState, Ledger } from './state.ts';

/**
 * An event as this viewer may see it while the session stands at `state`, which is at or after the
 * event. A hidden answer of the other, words that are gone, a cue for the other alone, and for an
 * observer whatever the lens does not let through, keep their place in the order alone. That somebody
 * was let go looks to an observer as if they left. Whether the event itself goes to an observer,
 * `reachesObserver` tells.
 * @param since when a partner took the seat: a hidden answer that someone else gave in it before, and a
 *   cue for them alone, are theirs and not the viewer's. 0 for whoever always sat there.
 */
export function redact(
  event: DialogueEvent,
  state: DialogueState,
  viewer: Viewer,
  since: Time = 0,
): DialogueEvent {
  if (typeof viewer !== 'string' && event.fact.type === 'revoked') {
    const { observation } = event.fact;
    // Rule O3: it folds to the same, and says nothing of who it was.
    return { ...event, author: 'observer', fact: { type: 'observer-left', observation } };
  }
  if (event.sealed === null || state.status === 'new') return event;
  const shown =
    event.fact.type === 'cued'
      ? showsCue(event, event.fact.to, state, viewer, since)
      : showsWords(event, state, viewer, since);
  return shown ? event : { ...event, sealed: null };
}

function showsWords(event: DialogueEvent, state: Begun, viewer: Viewer, since: Time): boolean {
  if (!state.content.some((entry) => entry.seq === event.seq)) return false;
  const concealed = state.concealed.some((entry) => entry.seq === event.seq);
  if (typeof viewer === 'string') {
    const inherited = event.at < since && concealed;
    return !inherited && !isConcealed(state, event.seq, viewer);
  }
  // Rule O2: what the log says that both allowed holds, whatever is asked.
  const allowed = state.observer && lesserOf(state.observer.lens, viewer.lens);
  return allowed !== null && !concealed && isWithin(allowed, event);
}

/** Whether the words of this event, if it has any, are of a kind that the lens lets through. */
export function isWithin(lens: Lens, { fact }: Pick<DialogueEvent, 'fact'>): boolean {
  const act = actOf(fact);
  const kind = act ? acts[act].words : 'none';
  return kind !== 'none' && letsThrough(lens, kind);
}

function showsCue(
  { at }: DialogueEvent,
  to: 'both' | Seat,
  state: Begun,
  viewer: Viewer,
  since: Time,
): boolean {
  if (state.status === 'ended' && state.words === 'gone') return false;
  if (typeof viewer === 'string') return to === 'both' || (to === viewer && at >= since);
  // Rule O9: a cue for one alone is known to them and to the observer who gave it, not to the next.
  return state.observer !== null && (to === 'both' || at > state.observer.since);
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
 * those whose words are gone. For an observer those of both: whether the lens lets them through is left to
 * `redact`.
 */
export function revealed(
  before: DialogueState,
  after: DialogueState,
  viewer: Viewer,
): readonly number[] {
  if (before.status === 'new' || after.status === 'new') return [];
  const still = new Set(after.concealed.map((entry) => entry.seq));
  const there = new Set(after.content.map((entry) => entry.seq));
  return before.concealed
    .filter(({ seq, by }) => by !== viewer && !still.has(seq) && there.has(seq))
    .map(({ seq }) => seq);
}
