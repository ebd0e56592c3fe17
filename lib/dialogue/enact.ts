import { brokenLog } from './broken-log.ts';
import { courseOf, follow, stepAt } from './course.ts';
import { end } from './ending.ts';
import { actOf, type DialogueEvent, isSeat } from './event.ts';
import type { ExerciseDefinition } from './exercise.ts';
import { actsOf } from './legal.ts';
import type { Begun, Running } from './state.ts';

/** What an act of the exercise leads to. Throws on one the current step does not wait for. */
export function enact(exercise: ExerciseDefinition, current: Begun, event: DialogueEvent): Begun {
  const { fact, author, seq } = event;
  const act = actOf(fact);
  if (current.status !== 'running' || !isSeat(author) || !act) throw brokenLog(event, current);
  if (!actsOf(exercise, current, author).includes(act)) throw brokenLog(event, current);
  const course = courseOf(exercise);
  const step = stepAt(course, current.place);
  const way = step.ways.find((candidate) => candidate.act === act);
  if (!way) throw brokenLog(event, current);
  const turn: Running = { ...current, modeOffer: null, request: null };
  if (step.actor === 'both' && current.answered.length === 0) {
    const concealed = step.hidden ? [{ seq, by: author }] : [];
    return { ...turn, answered: [author], concealed };
  }
  const place = follow(course, current.place, way.to);
  const moved: Running = { ...turn, answered: [], concealed: [] };
  if (!place) return end(moved, 'completed', event);
  return { ...moved, place, postponedTo: fact.type === 'postponed' ? fact.until : null };
}
