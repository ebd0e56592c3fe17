import { acts } from './act.ts';
import { wayFaults } from './check-ways.ts';
import type { ExerciseDefinition, Phase, Step } from './exercise.ts';
import type { Fault } from './fault.ts';

/**
 * What is wrong with a definition beyond its shape; empty when it can be played. A definition that
 * passes here never makes the engine throw, and can be played to its end from every step.
 */
export function checkExercise(exercise: ExerciseDefinition): readonly Fault[] {
  const stretches = exercise.parts.flatMap((part, index) => {
    const after = exercise.parts.slice(0, index).some(({ play }) => play === 'each');
    return part.play === 'once'
      ? [{ phases: part.phases, halves: false, afterHalves: after }]
      : [
          { phases: part.phases, halves: true, afterHalves: after },
          { phases: part.between, halves: false, afterHalves: after },
        ];
  });
  const phases = stretches.flatMap((stretch) => stretch.phases);
  const steps = phases.flatMap((phase) => phase.steps);
  return [
    ...repeated(phases, 'phase'),
    ...repeated(steps, 'step'),
    ...phases.flatMap(phaseFaults),
    ...steps.flatMap(stepFaults),
    ...stretches.flatMap(wayFaults),
  ];
}

function repeated(named: readonly { id: string }[], kind: 'phase' | 'step'): Fault[] {
  const ids = named.map(({ id }) => id);
  return ids
    .filter((id, index) => ids.indexOf(id) !== index)
    .map((id) => ({ at: id, says: `The ${kind} id "${id}" is used twice. Give one another id.` }));
}

function phaseFaults({ id }: Phase): Fault[] {
  return id === 'next' ? [{ at: id, says: 'A phase cannot be called "next". Rename it.' }] : [];
}

function stepFaults(step: Step): Fault[] {
  const { id, actor, hidden, scales, ways } = step;
  const says: string[] = [];
  const chosen = ways.map((way) => way.act);
  if (id === 'next') says.push('A step cannot be called "next". Rename it.');
  if (hidden && actor !== 'both') {
    says.push(`Step "${id}" is hidden but does not wait for both. Make its actor "both".`);
  }
  if (new Set(chosen).size !== chosen.length) {
    says.push(`Step "${id}" names an act twice. Leave one out.`);
  }
  if (actor === 'both' && ways.length !== 1) {
    says.push(`Step "${id}" waits for both, so it has exactly one way on. Keep one.`);
  }
  if (chosen.includes('check') && !(hidden && scales)) {
    says.push(`Step "${id}": a check is hidden and names its scales. Add "hidden" and "scales".`);
  }
  if (chosen.includes('rate') && !hidden) {
    says.push(`Step "${id}": a rating is hidden until both are in. Make it "both" and "hidden".`);
  }
  if (scales && !chosen.includes('check')) {
    says.push(`Step "${id}" has scales and no check. Leave them out, or make the act "check".`);
  }
  for (const act of chosen) {
    const { by } = acts[act];
    if (by !== 'either' && actor !== by) {
      says.push(`Step "${id}": only the ${by} may ${act}. Make its actor "${by}".`);
    }
  }
  return says.map((sentence) => ({ at: id, says: sentence }));
}
