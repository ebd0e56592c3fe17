import type { Recording } from '#lib/client/archive.ts';
import { checkExercise } from '#lib/dialogue/check.ts';
import { courseOf, stepOfLine } from '#lib/dialogue/course.ts';
import type { Cue } from '#lib/dialogue/cue.ts';
import { actOf, type DialogueEvent } from '#lib/dialogue/event.ts';
import { framesOf } from '#lib/dialogue/replay.ts';
import { accepted, type Result, refused } from '#lib/dialogue/result.ts';
import { transcriptOf } from '#lib/dialogue/transcript.ts';
import type { Words } from '#lib/dialogue/words.ts';
import type { Exercise } from '#lib/exercises/exercise.ts';
import { phaseTexts, scaleTexts, wayTexts } from '#lib/exercises/texts-of.ts';
import { languages } from '#lib/i18n/language.ts';
import type { TakenTalk, TalkFile } from './talk-file.ts';

/**
 * A talk from a file as a recording, to be played as if it came from the server. Refused as `broken`
 * when its events cannot follow each other, or when its exercise cannot be played or told.
 */
export function playAgain(
  { you, names }: Pick<TalkFile, 'you' | 'names'>,
  talk: TakenTalk,
): Result<Recording, 'broken'> {
  const { roomId, sessionId, exercise, intact } = talk;
  const { definition, texts } = exercise;
  if (checkExercise(definition).length > 0) return refused('broken');
  const events = talk.events.map(({ words: _, cue: __, ...event }): DialogueEvent => {
    return { ...event, sealed: null };
  });
  const words = new Map<number, Words>(
    talk.events.flatMap((event) => (event.words ? [[event.seq, event.words] as const] : [])),
  );
  const cues = new Map<number, Cue>(
    talk.events.flatMap(({ seq, cue }) => (cue ? [[seq, cue] as const] : [])),
  );
  try {
    const frames = framesOf(definition, events);
    const lines = transcriptOf(definition, events, words, { cues });
    const state = frames.at(-1)?.state;
    if (!state || !tellsAll(exercise) || !fits(definition, lines)) return refused('broken');
    const key = 'present';
    return accepted({
      roomId,
      sessionId,
      you,
      names,
      exercise: definition,
      texts,
      state,
      frames,
      lines,
      key,
      intact,
    });
  } catch {
    // A file can hold anything; what the engine calls a broken log is one.
    return refused('broken');
  }
}

/** Whether there are texts in every language for whatever can be shown. Throws or answers false when not. */
function tellsAll({ definition, texts }: Exercise): boolean {
  const legs = courseOf(definition);
  for (const language of languages) {
    for (const { phase } of legs) {
      phaseTexts(texts[language], phase.id);
      for (const step of phase.steps) {
        scaleTexts(texts[language], step);
        for (const { act } of step.ways) wayTexts(texts[language], step.id, act);
      }
    }
  }
  return legs.length > 0;
}

/** Whether every act was done at a step that offers it, so that there is something to tell of it. */
function fits(definition: Exercise['definition'], lines: Recording['lines']): boolean {
  const course = courseOf(definition);
  return lines.every((line) => {
    const act = actOf(line.fact);
    return !act || stepOfLine(course, line).ways.some((way) => way.act === act);
  });
}
