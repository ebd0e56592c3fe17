import { lesserOf } from './dialogue/observer.ts';
import { otherSeat, type Seat } from './dialogue/seat.ts';
import type { Homework, ObservationSeen } from './observation.ts';

/**
 * An observation as one of the two may see it. What the other chose is not told before both did, and then as
 * no more than what holds for both: nobody learns that the other would have let through more.
 */
export function observationFor(you: Seat, seen: ObservationSeen): ObservationSeen {
  const { lenses, privateCues } = seen;
  const other = otherSeat(you);
  const both = lenses.a && lenses.b && lesserOf(lenses.a, lenses.b);
  const alone = both !== null && privateCues.a && privateCues.b;
  return {
    ...seen,
    lenses: { ...lenses, [other]: both },
    privateCues: { ...privateCues, [other]: alone },
  };
}

/** Homework as one of the two may see it: that the other would have it known is not told before both would. */
export function homeworkFor(you: Seat, homework: Homework): Homework {
  const { shared } = homework;
  return { ...homework, shared: { ...shared, [otherSeat(you)]: shared.a && shared.b } };
}
