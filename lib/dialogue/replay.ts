import { courseOf, type Leg, legAt } from './course.ts';
import type { DialogueEvent } from './event.ts';
import { evolve } from './evolve.ts';
import type { ExerciseDefinition } from './exercise.ts';
import { type Begun, type DialogueState, newSession } from './state.ts';

/** Longest wait between two frames at the lived pace; holds and nights are shortened to it. */
export const longestWait = 8_000;

/** How a session stood just after one of its events. */
export interface Frame {
  event: DialogueEvent;
  state: Begun;
  course: readonly Leg[];
}

/** A phase that was reached, and where to jump to see it begin. */
export interface Chapter {
  legIndex: number;
  phaseId: string;
  half: 0 | 1 | 2;
  /** The first frame that stands in this phase. */
  frame: number;
}

/** Folds a log again, keeping the state after each event. Throws on a broken log. */
export function framesOf(
  exercise: ExerciseDefinition,
  events: readonly DialogueEvent[],
): readonly Frame[] {
  const course = courseOf(exercise);
  let state: DialogueState = newSession;
  return events.map((event): Frame => {
    const after = evolve(exercise, state, event);
    state = after;
    return { event, state: after, course };
  });
}

/** The frame a number of steps on (or back, when negative), kept within the first and the last. */
export function stepFrom(frames: readonly Frame[], index: number, by: number): number {
  return Math.max(0, Math.min(frames.length - 1, index + by));
}

/** The phases that were reached, each once, in the order in which they first were. */
export function chaptersOf(frames: readonly Frame[]): readonly Chapter[] {
  const chapters: Chapter[] = [];
  frames.forEach(({ state, course }, frame) => {
    const { leg: legIndex } = state.place;
    if (chapters.some((chapter) => chapter.legIndex === legIndex)) return;
    const { phase, half } = legAt(course, state.place);
    chapters.push({ legIndex, phaseId: phase.id, half, frame });
  });
  return chapters;
}

/** Milliseconds to wait at a frame before the next one, as it was lived; null after the last. */
export function waitAfter(frames: readonly Frame[], index: number): number | null {
  const here = frames[index];
  const next = frames[index + 1];
  return here && next ? Math.min(longestWait, next.event.at - here.event.at) : null;
}
