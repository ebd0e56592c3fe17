import { courseOf, type Leg, speakerIn } from './course.ts';
import type { ExerciseDefinition } from './exercise.ts';
import type { Seat } from './seat.ts';

/** A run of legs that belong together: what is played once, or one of the two halves. */
export interface Stretch {
  half: Leg['half'];
  part: number;
  speaker: Seat;
  /** Index of its first leg in the course. */
  from: number;
  legs: readonly Leg[];
}

/** The course of an exercise cut into the stretches that people tell apart. */
export function stretchesOf(exercise: ExerciseDefinition, opener: Seat): readonly Stretch[] {
  const stretches: Stretch[] = [];
  courseOf(exercise).forEach((leg, index) => {
    const last = stretches.at(-1);
    if (last && last.half === leg.half && last.part === leg.part) {
      stretches[stretches.length - 1] = { ...last, legs: [...last.legs, leg] };
      return;
    }
    const { half, part } = leg;
    stretches.push({ half, part, speaker: speakerIn(leg, opener), from: index, legs: [leg] });
  });
  return stretches;
}

/** The stretch that holds this leg, and so what was said in it. */
export function stretchAt(stretches: readonly Stretch[], leg: number): Stretch | undefined {
  return stretches.findLast((stretch) => stretch.from <= leg);
}
