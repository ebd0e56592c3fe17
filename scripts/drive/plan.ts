import { Lens } from '#lib/dialogue/observer.ts';
import type { Seat } from '#lib/dialogue/seat.ts';
import type { Choices } from './door.ts';

/** What becomes of a therapist's visit to one room. */
export interface Plan extends Choices {
  /** Whether she is let in before the session, or in its middle. */
  comes: 'before' | 'middle';
  /** Who lets her go while the session runs; null when she watches to its end. */
  revokedBy: Seat | null;
}

/** What becomes of the so-manieth visit, from 0: among twelve in a row is every lens with every course. */
export function planOf(index: number): Plan {
  const even = index % 2 === 0;
  const lens = Lens.options[index % Lens.options.length] ?? 'phases';
  const turn = (every: number): Seat => (Math.floor(index / every) % 2 === 0 ? 'a' : 'b');
  return {
    // The lesser of the two holds, whoever chose it.
    lenses: even ? { a: lens, b: 'ratings' } : { a: 'ratings', b: lens },
    privateCues: index % 5 !== 1,
    helper: turn(3),
    comes: even ? 'before' : 'middle',
    revokedBy: index % 4 < 2 ? null : turn(4),
  };
}
