import type { Act } from '#lib/dialogue/act.ts';
import type { TranscriptLine } from '#lib/dialogue/transcript.ts';
import type { ExerciseTexts } from '#lib/exercises/texts.ts';

/** How an act at this step reads after a name, such as "gaf terug wat werd gehoord". */
export function saidAs(texts: ExerciseTexts, { stepId }: TranscriptLine, act: Act): string {
  return texts.steps[stepId]?.ways[act]?.saidAs ?? '';
}
