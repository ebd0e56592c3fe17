import type { ExerciseDefinition, Phase, Step } from '#lib/dialogue/exercise.ts';

/** A phase of these steps. */
export function phaseOf(id: string, ...steps: Step[]): Phase {
  return { id, steps };
}

/** An exercise of these phases, played by each. */
export function twice(...phases: Phase[]): ExerciseDefinition {
  return { id: 'trial', version: 1, parts: [{ play: 'each', phases, between: [] }] };
}

/** The smallest talk that has everything: a turn, a mirror, and a hidden answer between the halves. */
export const shortTalk: ExerciseDefinition = {
  id: 'short-talk',
  version: 1,
  parts: [
    {
      play: 'each',
      phases: [
        phaseOf('telling', { id: 'tell', actor: 'speaker', ways: [{ act: 'send', to: 'next' }] }),
        phaseOf(
          'giving-back',
          { id: 'give-back', actor: 'listener', ways: [{ act: 'mirror', to: 'landed' }] },
          {
            id: 'landed',
            actor: 'speaker',
            ways: [
              { act: 'confirm', to: 'next' },
              { act: 'correct', to: 'give-back' },
            ],
          },
        ),
      ],
      between: [
        phaseOf('middle', {
          id: 'halfway',
          actor: 'both',
          hidden: true,
          ways: [{ act: 'rate', to: 'next' }],
        }),
      ],
    },
  ],
};
