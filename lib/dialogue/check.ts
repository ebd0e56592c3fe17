import { type Act, acts } from './act.ts';
import { type ExerciseDefinition, type Phase, type Step, stepOf, type Way } from './exercise.ts';

/** The acts by which the listener gives back; each waits for the speaker to accept it. */
const restatements: ReadonlySet<Act> = new Set<Act>([
  'mirror',
  'summarize',
  'validate',
  'empathize',
]);

/** The acts that make a turn: they stand only where both halves are played. */
const tellings: ReadonlySet<Act> = new Set<Act>([...restatements, 'send', 'add']);

/** Phases that follow each other; a way stays within them. */
interface Stretch {
  phases: readonly Phase[];
  /** Whether both seats get to speak here, one after the other. */
  halves: boolean;
}

/**
 * What is wrong with a definition beyond its shape, as sentences for its author; empty when it can
 * be played. A definition that passes here never makes the engine throw.
 */
export function checkExercise(exercise: ExerciseDefinition): readonly string[] {
  const stretches = exercise.parts.flatMap((part): Stretch[] =>
    part.play === 'once'
      ? [{ phases: part.phases, halves: false }]
      : [
          { phases: part.phases, halves: true },
          { phases: part.between, halves: false },
        ],
  );
  const phases = stretches.flatMap((stretch) => stretch.phases);
  const steps = phases.flatMap((phase) => phase.steps);
  return [
    ...repeated(phases).map((id) => `The phase id "${id}" is used twice.`),
    ...repeated(steps).map((id) => `The step id "${id}" is used twice.`),
    ...steps.flatMap(stepFaults),
    ...stretches.flatMap(wayFaults),
  ];
}

function repeated(named: readonly { id: string }[]): string[] {
  const ids = named.map(({ id }) => id);
  return ids.filter((id, index) => ids.indexOf(id) !== index);
}

function stepFaults(step: Step): string[] {
  const faults: string[] = [];
  const chosen = step.ways.map((way) => way.act);
  if (step.id === 'next') faults.push('A step cannot be called "next".');
  if (step.hidden && step.actor !== 'both') {
    faults.push(`Step "${step.id}" is hidden but does not wait for both.`);
  }
  if (new Set(chosen).size !== chosen.length) faults.push(`Step "${step.id}" names an act twice.`);
  if (step.actor === 'both' && step.ways.length !== 1) {
    faults.push(`Step "${step.id}" waits for both, so it has exactly one way on.`);
  }
  for (const { act } of step.ways) {
    const { by } = acts[act];
    if (by !== 'either' && step.actor !== by) {
      faults.push(`Step "${step.id}": only the ${by} may ${act}.`);
    }
  }
  return faults;
}

function wayFaults({ phases, halves }: Stretch): string[] {
  return phases.flatMap((phase, index) =>
    phase.steps.flatMap((step) =>
      step.ways.flatMap((way) => {
        const faults: string[] = [];
        const target = targetOf(phases, index, way);
        if (way.to !== 'next' && !target) {
          faults.push(`Step "${step.id}": "${way.to}" is no step of the same stretch.`);
        }
        if (tellings.has(way.act) && !halves) {
          faults.push(`Step "${step.id}": ${way.act} stands only where both halves are played.`);
        }
        if (restatements.has(way.act) && !canAccept(target)) {
          faults.push(`Step "${step.id}": after ${way.act} the speaker can confirm or correct.`);
        }
        if (way.act === 'correct' && target?.actor !== 'listener') {
          faults.push(`Step "${step.id}": after correct the listener tries again.`);
        }
        return faults;
      }),
    ),
  );
}

function targetOf(phases: readonly Phase[], index: number, way: Way): Step | undefined {
  if (way.to === 'next') return phases[index + 1]?.steps[0];
  return phases.map((phase) => stepOf(phase, way.to)).find((step) => step !== undefined);
}

function canAccept(step: Step | undefined): boolean {
  const offered = step?.ways.map((way) => way.act) ?? [];
  return step?.actor === 'speaker' && offered.includes('confirm') && offered.includes('correct');
}
