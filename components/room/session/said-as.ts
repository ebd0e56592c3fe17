import type { Act } from '#lib/dialogue/act.ts';
import { courseOf } from '#lib/dialogue/course.ts';
import type { ExerciseDefinition } from '#lib/dialogue/exercise.ts';
import type { TranscriptLine } from '#lib/dialogue/transcript.ts';
import type { ExerciseTexts } from '#lib/exercises/texts.ts';

/** How an act in this phase reads after a name, such as "gaf terug wat werd gehoord". */
export function saidAs(
  texts: ExerciseTexts,
  exercise: ExerciseDefinition,
  { legIndex }: TranscriptLine,
  act: Act,
): string {
  const steps = courseOf(exercise)[legIndex]?.phase.steps ?? [];
  const step = steps.find(({ ways }) => ways.some((way) => way.act === act));
  return (step && texts.steps[step.id]?.ways[act]?.saidAs) ?? '';
}
