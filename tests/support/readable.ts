import type { Seat } from '#lib/dialogue/seat.ts';
import { redact } from '#lib/dialogue/view.ts';
import type { Situation } from './scenario.ts';

/** The places of the words that this seat is given. */
export function readable({ events, state }: Situation, viewer: Seat): number[] {
  const seen = events.map((event) => redact(event, state, viewer));
  return seen.filter((event) => event.sealed !== null).map((event) => event.seq);
}
