import type { Asked, Leaflet } from '#lib/exercises/leaflet.ts';

/** In characters: what a heading, a name, a margin take of the page. Found by printing every exercise. */
const takes = { sheet: 1000, phase: 90, step: 40, numbers: 170, question: 40, number: 90, day: 40 };
/** So that it also fits on American paper, which is less high. */
const page = 120;
/** Not so small that nobody can read it, nor so large that it looks like a shout. */
const sizes = { least: 1.3, most: 2.05 };

/**
 * How large the letters of a sheet can be for all of it to stand on one page, in hundredths of the
 * page's width. The surface that text takes grows with the square of its size.
 */
export function letterSizeOf({ about, course }: Leaflet): number {
  const phases = course.flatMap((stretch) => stretch.phases);
  const steps = phases.flatMap((phase) => phase.steps);
  const told = Object.values(about).reduce((sum, { length }) => sum + length, 0);
  const asked = steps.reduce((sum, step) => sum + takes.step + lengthOf(step.asked), 0);
  const surface = takes.sheet + told + takes.phase * phases.length + asked;
  return Math.min(sizes.most, Math.max(sizes.least, page / Math.sqrt(surface)));
}

function lengthOf(asked: Asked): number {
  if (asked.kind === 'say') return asked.text.length;
  if (asked.kind !== 'numbers') return takes[asked.kind];
  return asked.questions.reduce((sum, { length }) => sum + takes.question + length, takes.numbers);
}
