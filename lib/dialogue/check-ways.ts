import { type Act, restatements } from './act.ts';
import { type Phase, type Step, stepOf, type Way } from './exercise.ts';
import type { Fault } from './fault.ts';

/** The acts that make a turn: they stand only where both halves are played. */
const tellings: ReadonlySet<Act> = new Set<Act>([...restatements, 'send', 'add', 'request']);

/** The acts that look for a way out: only after both were heard. */
const solutions: ReadonlySet<Act> = new Set<Act>(['suggest', 'amend', 'agree', 'schedule']);

/** Phases that follow each other; a way stays within them. */
export interface Stretch {
  phases: readonly Phase[];
  /** Whether both seats get to speak here, one after the other. */
  halves: boolean;
  /** Whether a part in which both spoke comes before it. */
  afterHalves: boolean;
}

/** One way on from a step, and where it arrives; undefined when that is out of the stretch. */
interface Passage {
  from: Step;
  phase: number;
  way: Way;
  target: Step | undefined;
  targetPhase: number;
}

/** What is wrong with how the steps of a stretch lead to each other. */
export function wayFaults(stretch: Stretch): readonly Fault[] {
  const passages = passagesOf(stretch.phases);
  const faults = passages.flatMap((passage) => passageFaults(passage, stretch));
  // A way that leads nowhere says it already; what follows from it would only be noise.
  const lost = passages.some(({ way, target }) => way.to !== 'next' && !target);
  if (lost) return faults;
  return [
    ...faults,
    ...adviceFaults(stretch.phases, passages),
    ...reachFaults(stretch.phases, passages),
  ];
}

function passagesOf(phases: readonly Phase[]): readonly Passage[] {
  return phases.flatMap((phase, index) =>
    phase.steps.flatMap((from) =>
      from.ways.map((way): Passage => {
        const targetPhase =
          way.to === 'next'
            ? index + 1
            : phases.findIndex((candidate) => stepOf(candidate, way.to) !== undefined);
        const found = phases[targetPhase];
        const target = way.to === 'next' ? found?.steps[0] : found && stepOf(found, way.to);
        return { from, phase: index, way, target, targetPhase };
      }),
    ),
  );
}

function passageFaults(
  { from, phase, way, target, targetPhase }: Passage,
  { phases, halves, afterHalves }: Stretch,
): Fault[] {
  const { act, to } = way;
  const says: string[] = [];
  if (to !== 'next' && !target) {
    says.push(`"${to}" is no step of the same stretch. Name a step of this half, or "next".`);
  }
  if (tellings.has(act) && !halves) {
    says.push(`${act} stands only where both halves are played. Move it to a part with "each".`);
  }
  if (solutions.has(act) && (halves || !afterHalves)) {
    says.push(`${act} comes only after both were heard. Move it to a "once" after an "each".`);
  }
  if (restatements.has(act) && !canAccept(target)) {
    says.push(`after ${act} the speaker can confirm or correct. Lead to such a step.`);
  }
  if (act === 'correct' && target?.actor !== 'listener') {
    says.push('after correct the listener tries again. Lead to a step of the listener.');
  }
  if (act === 'add' && !gives(target)) {
    says.push('what is added is given back first. Lead to a mirror, or make it an answer.');
  }
  const entry = phases[phase + 1]?.steps[0];
  const skips = targetPhase > phase && to !== 'next' && target !== entry;
  if (skips && act !== 'finish') {
    says.push(`only finish may pass something over, and ${act} does. Lead to "next".`);
  }
  return says.map((sentence) => ({ at: from.id, says: `Step "${from.id}": ${sentence}` }));
}

/** Advice is given where it was asked for, and nowhere else. */
function adviceFaults(phases: readonly Phase[], passages: readonly Passage[]): Fault[] {
  const entry = phases[0]?.steps[0];
  return phases
    .flatMap((phase) => phase.steps)
    .filter((step) => step.ways.some(({ act }) => act === 'advise'))
    .filter(
      (step) =>
        step === entry ||
        passages.some(({ target, way }) => target === step && way.act !== 'invite-advice'),
    )
    .map(({ id }) => ({
      at: id,
      says: `Step "${id}": nobody advises unasked. Let only invite-advice lead to it.`,
    }));
}

/** Every step can be reached from the first one, and the end of the stretch from every step. */
function reachFaults(phases: readonly Phase[], passages: readonly Passage[]): Fault[] {
  const steps = phases.flatMap((phase) => phase.steps);
  const [entry] = steps;
  const reached = new Set<Step>(entry ? [entry] : []);
  for (const step of reached) {
    for (const { from, target } of passages) if (from === step && target) reached.add(target);
  }
  const leaves = ({ way, phase }: Passage) => way.to === 'next' && phase === phases.length - 1;
  const ending = new Set<Step>(passages.filter(leaves).map(({ from }) => from));
  for (const step of ending) {
    for (const { from, target } of passages) if (target === step) ending.add(from);
  }
  return steps.flatMap((step): Fault[] => {
    const { id } = step;
    if (!reached.has(step)) {
      return [{ at: id, says: `Step "${id}" is never reached. Let a way lead to it.` }];
    }
    if (ending.has(step)) return [];
    return [{ at: id, says: `From step "${id}" the end is never reached. Lead on to "next".` }];
  });
}

/** Whether the listener gives back here. */
function gives(step: Step | undefined): boolean {
  return step?.ways.some(({ act }) => restatements.has(act)) === true;
}

function canAccept(step: Step | undefined): boolean {
  const offered = step?.ways.map((way) => way.act) ?? [];
  return step?.actor === 'speaker' && offered.includes('confirm') && offered.includes('correct');
}
