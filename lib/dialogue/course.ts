import { type ExerciseDefinition, type Phase, type Step, stepOf } from './exercise.ts';
import { otherSeat, type Seat } from './seat.ts';

/** One phase of an exercise at its place in the order of play. */
export interface Leg {
  phase: Phase;
  part: number;
  /** 0 for what is played once or stands between; 1 and 2 for the two halves. */
  half: 0 | 1 | 2;
  /** Whether the opener of the session speaks here, or the other. */
  speaker: 'opener' | 'other';
}

const courses = new WeakMap<ExerciseDefinition, readonly Leg[]>();

/**
 * Unrolls an exercise into the order in which its phases are played when nothing is repeated.
 * Remembered per definition, which is never changed once made: every move asks for it several times.
 */
export function courseOf(exercise: ExerciseDefinition): readonly Leg[] {
  const known = courses.get(exercise);
  if (known) return known;
  const course = unroll(exercise);
  courses.set(exercise, course);
  return course;
}

function unroll(exercise: ExerciseDefinition): readonly Leg[] {
  return exercise.parts.flatMap((part, index): Leg[] => {
    const legs = (phases: readonly Phase[], half: Leg['half'], speaker: Leg['speaker']) =>
      phases.map((phase): Leg => ({ phase, part: index, half, speaker }));
    if (part.play === 'once') return legs(part.phases, 0, 'opener');
    return [
      ...legs(part.phases, 1, 'opener'),
      ...legs(part.between, 0, 'opener'),
      ...legs(part.phases, 2, 'other'),
    ];
  });
}

/** The seat that speaks in this leg of a session that `opener` opened. */
export function speakerIn(leg: Leg, opener: Seat): Seat {
  return leg.speaker === 'opener' ? opener : otherSeat(opener);
}

/** A place in the course: which leg, and which step of its phase. */
export interface Place {
  leg: number;
  step: string;
}

/**
 * Where a way leads from a place. Null when it leaves the last leg: the exercise is complete.
 * Throws on a target that is not in the same part and half; `checkExercise` refuses those before.
 */
export function follow(course: readonly Leg[], from: Place, to: string): Place | null {
  if (to === 'next') {
    const next = course[from.leg + 1];
    return next ? { leg: from.leg + 1, step: entryStep(next).id } : null;
  }
  const here = course[from.leg];
  const leg = course.findIndex(
    (candidate) =>
      candidate.part === here?.part &&
      candidate.half === here.half &&
      candidate.speaker === here.speaker &&
      stepOf(candidate.phase, to) !== undefined,
  );
  if (leg < 0) throw new Error(`No step "${to}" in this part of the exercise`);
  return { leg, step: to };
}

/** The step at a place. Throws when the place is not on the course, which is a bug. */
export function stepAt(course: readonly Leg[], place: Place): Step {
  const leg = course[place.leg];
  const step = leg && stepOf(leg.phase, place.step);
  if (!step) throw new Error(`No step "${place.step}" at leg ${place.leg}`);
  return step;
}

/** The leg at a place. Throws when the place is not on the course, which is a bug. */
export function legAt(course: readonly Leg[], place: Place): Leg {
  const leg = course[place.leg];
  if (!leg) throw new Error(`No leg ${place.leg} on this course`);
  return leg;
}

/** The step at which a line of a transcript happened. Throws for one that is not on the course. */
export function stepOfLine(
  course: readonly Leg[],
  { legIndex, stepId }: { legIndex: number; stepId: string },
): Step {
  return stepAt(course, { leg: legIndex, step: stepId });
}

function entryStep(leg: Leg): Step {
  const step = leg.phase.steps[0];
  if (!step) throw new Error(`Phase "${leg.phase.id}" has no steps`);
  return step;
}

/** Where a course begins. */
export function startOf(course: readonly Leg[]): Place {
  const first = course[0];
  if (!first) throw new Error('An exercise without phases');
  return { leg: 0, step: entryStep(first).id };
}
