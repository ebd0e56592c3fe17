import type { OwnPhase, PhaseInFile, UsedPhase } from './exercise-file.ts';

/** The phases any exercise may use, by id. */
export type CommonPhases = ReadonlyMap<string, OwnPhase>;

/** The phase as it would be written out; null when it uses one there is not. */
export function expand(phase: PhaseInFile, common: CommonPhases): OwnPhase | null {
  if (!('use' in phase)) return phase;
  const used = common.get(phase.use);
  return used ? adapt(used, phase) : null;
}

/** Every id gets the ending, also those of other used phases it leads to: they end alike. */
function adapt(used: OwnPhase, { as, minutes = used.minutes, nl, en }: UsedPhase): OwnPhase {
  const ended = (id: string) => (as ? `${id}-${as}` : id);
  return {
    id: ended(used.id),
    ...(minutes === undefined ? {} : { minutes }),
    nl: nl ?? used.nl,
    en: en ?? used.en,
    steps: used.steps.map((step) => ({
      ...step,
      id: ended(step.id),
      ways: step.ways.map((way) => ({ ...way, to: way.to === 'next' ? way.to : ended(way.to) })),
    })),
  };
}
