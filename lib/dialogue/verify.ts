import { courseOf } from './course.ts';
import type { ExerciseDefinition, ExerciseRef } from './exercise.ts';
import { halvesEqual } from './halves.ts';
import { type Graph, type Node, search } from './search.ts';
import { seats } from './seat.ts';

/** What an exhaustive search of an exercise found. */
export interface Verification {
  exercise: ExerciseRef;
  states: number;
  transitions: number;
  /** States, not ended, from which the exercise can no longer be completed. */
  deadEnds: number;
  /** Phases (with their half) and steps that no dialogue ever reaches. */
  unreachablePhases: readonly string[];
  unreachableSteps: readonly string[];
  /** Whether both seats can stop and leave in every state before the end, and pause in every running one. */
  stopEverywhere: boolean;
  halvesEqual: boolean;
  illegalTried: number;
  illegalAccepted: number;
  legalRefused: number;
  /** Whether it can be played to its end at all. */
  completes: boolean;
}

/**
 * Plays an exercise in every possible way, in both modes, up to what the rules do not look at.
 * @param exercise one whose ways lead somewhere (`checkExercise` sees to it); throws otherwise.
 */
export function verify(exercise: ExerciseDefinition): Verification {
  const graph = search(exercise);
  const nodes = [...graph.nodes.values()];
  const finishing = keysThatCanFinish(graph);
  const unfinished = [...graph.nodes].filter(
    ([key, { state }]) => state.status !== 'ended' && !finishing.has(key),
  );
  return {
    exercise: { id: exercise.id, version: exercise.version },
    states: nodes.length,
    transitions: nodes.reduce((sum, { edges }) => sum + edges.length, 0),
    deadEnds: unfinished.length,
    ...unreached(exercise, nodes),
    stopEverywhere: nodes.every(canStop),
    halvesEqual: halvesEqual(exercise, graph),
    illegalTried: graph.illegalTried,
    illegalAccepted: graph.illegalAccepted,
    legalRefused: graph.legalRefused,
    completes: nodes.some(isCompleted),
  };
}

/** What is wrong, as sentences; empty for an exercise that may be offered. */
export function faultsOf(found: Verification): readonly string[] {
  return [
    found.completes ? '' : 'It can never be completed.',
    found.deadEnds === 0 ? '' : `${found.deadEnds} states lead nowhere.`,
    ...found.unreachablePhases.map((phase) => `The phase ${phase} is never reached.`),
    ...found.unreachableSteps.map((step) => `The step ${step} is never reached.`),
    found.stopEverywhere ? '' : 'Somewhere one of the two cannot stop, leave or pause.',
    found.halvesEqual ? '' : 'The two halves are not equal.',
    found.illegalAccepted === 0 ? '' : `${found.illegalAccepted} illegal moves were accepted.`,
    found.legalRefused === 0 ? '' : `${found.legalRefused} legal moves were refused.`,
  ].filter((sentence) => sentence !== '');
}

function isCompleted({ state }: Node): boolean {
  return state.status === 'ended' && state.how === 'completed';
}

/** Walks back from every completed state. */
function keysThatCanFinish(graph: Graph): ReadonlySet<string> {
  const before = new Map<string, string[]>();
  for (const [from, { edges }] of graph.nodes) {
    for (const { to } of edges) before.set(to, [...(before.get(to) ?? []), from]);
  }
  const reached = new Set<string>();
  for (const [key, node] of graph.nodes) if (isCompleted(node)) reached.add(key);
  for (const key of reached) for (const from of before.get(key) ?? []) reached.add(from);
  return reached;
}

function unreached(exercise: ExerciseDefinition, nodes: readonly Node[]) {
  const phases = new Set<number>();
  const steps = new Set<string>();
  for (const { state } of nodes) {
    if (state.status === 'new') continue;
    phases.add(state.place.leg);
    steps.add(`${state.place.leg} ${state.place.step}`);
  }
  const named = courseOf(exercise).map((leg, index) => ({
    ...leg,
    index,
    name: leg.half === 0 ? leg.phase.id : `${leg.phase.id} (half ${leg.half})`,
  }));
  return {
    unreachablePhases: named.filter(({ index }) => !phases.has(index)).map(({ name }) => name),
    unreachableSteps: named.flatMap(({ index, phase, name }) =>
      phase.steps
        .filter((step) => !steps.has(`${index} ${step.id}`))
        .map((step) => `${step.id} in ${name}`),
    ),
  };
}

function canStop({ state, edges }: Node): boolean {
  if (state.status === 'new' || state.status === 'ended') return true;
  const needed =
    state.status === 'running'
      ? (['stop', 'leave', 'pause'] as const)
      : (['stop', 'leave'] as const);
  return seats.every((seat) =>
    needed.every((type) => edges.some((edge) => edge.seat === seat && edge.type === type)),
  );
}
