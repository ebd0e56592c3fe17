import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { checkExercise } from '#lib/dialogue/check.ts';
import { ExerciseDefinition, type Phase, type Step } from '#lib/dialogue/exercise.ts';
import { exercises } from '#lib/exercises/library.ts';
import { mirrorDialogue } from '#tests/support/exercises.ts';
import { phaseOf, shortTalk, twice } from '#tests/support/short-talk.ts';

const thanks: Step = { id: 'thanks', actor: 'both', ways: [{ act: 'thank', to: 'next' }] };
const landed: Step = {
  id: 'landed',
  actor: 'speaker',
  ways: [
    { act: 'confirm', to: 'next' },
    { act: 'correct', to: 'give-back' },
  ],
};
const giveBack: Step = {
  id: 'give-back',
  actor: 'listener',
  ways: [{ act: 'mirror', to: 'landed' }],
};

function once(...phases: Phase[]): ExerciseDefinition {
  return { id: 'trial', version: 1, parts: [{ play: 'once', phases }] };
}

describe('the shape of a definition', () => {
  it('[V1] every exercise in the library has it', () => {
    for (const exercise of exercises) {
      expect(v.safeParse(ExerciseDefinition, exercise).issues).toBeUndefined();
    }
  });

  it.each([
    ['no parts', { id: 'trial', version: 1, parts: [] }],
    ['no phases', { id: 'trial', version: 1, parts: [{ play: 'once', phases: [] }] }],
    ['a phase without steps', once({ id: 'empty', steps: [] })],
    ['a step without a way on', once(phaseOf('p', { ...thanks, ways: [] }))],
    ['version 0', { ...mirrorDialogue, version: 0 }],
    ['an id with capitals', { ...mirrorDialogue, id: 'Mirror' }],
    ['something unknown', { ...mirrorDialogue, colour: 'red' }],
    [
      'an unknown act',
      {
        id: 'trial',
        version: 1,
        parts: [
          {
            play: 'once',
            phases: [
              {
                id: 'p',
                steps: [{ id: 's', actor: 'both', ways: [{ act: 'judge', to: 'next' }] }],
              },
            ],
          },
        ],
      },
    ],
  ])('[V1] %s is refused', (_, exercise) => {
    expect(v.safeParse(ExerciseDefinition, exercise).success).toBe(false);
  });
});

describe('the sense of a definition', () => {
  it('[V2] [V3] [V4] [V5] [V6] [V7] every exercise in the library makes sense', () => {
    for (const exercise of [...exercises, shortTalk]) expect(checkExercise(exercise)).toEqual([]);
  });

  it('[V2] an id used twice is named', () => {
    expect(checkExercise(once(phaseOf('p', thanks), phaseOf('q', thanks)))).toEqual([
      'The step id "thanks" is used twice.',
    ]);
    const other = { ...thanks, id: 'again' };
    expect(checkExercise(once(phaseOf('p', thanks), phaseOf('p', other)))).toEqual([
      'The phase id "p" is used twice.',
    ]);
  });

  it('[V2] a step called "next" could never be reached', () => {
    expect(checkExercise(once(phaseOf('p', { ...thanks, id: 'next' })))).toEqual([
      'A step cannot be called "next".',
    ]);
  });

  it('[V3] a way does not lead out of its stretch, in either direction', () => {
    const out = { ...thanks, ways: [{ act: 'thank', to: 'rest' }] } satisfies Step;
    const rest = { ...thanks, id: 'rest' };
    expect(checkExercise(once(phaseOf('p', out), phaseOf('q', rest)))).toEqual([]);
    const fault = ['Step "thanks": "rest" is no step of the same stretch.'];
    const { parts } = shortTalk;
    const [talk] = parts;
    const before: ExerciseDefinition = {
      ...shortTalk,
      parts: [...once(phaseOf('p', out)).parts, ...parts, ...once(phaseOf('q', rest)).parts],
    };
    expect(checkExercise(before)).toEqual(fault);
    if (talk?.play !== 'each') throw new Error('The short talk is played by each');
    expect(
      checkExercise({
        ...shortTalk,
        parts: [
          { ...talk, between: [phaseOf('p', { ...out, ways: [{ act: 'thank', to: 'tell' }] })] },
        ],
      }),
    ).toEqual(['Step "thanks": "tell" is no step of the same stretch.']);
  });

  it.each([
    ['the listener', 'listener', 'propose', 'speaker'],
    ['both', 'both', 'finish', 'speaker'],
    ['the speaker', 'speaker', 'ask-more', 'listener'],
    ['both', 'both', 'accept', 'listener'],
  ] as const)('[V4] a step for %s (%s) cannot %s', (_, actor, act, by) => {
    const step: Step = { id: 'wrong', actor, ways: [{ act, to: 'next' }] };
    expect(checkExercise(once(phaseOf('p', step)))).toEqual([
      `Step "wrong": only the ${by} may ${act}.`,
    ]);
  });

  it('[V4] an act listed twice leaves open where it leads', () => {
    const step: Step = {
      id: 'fork',
      actor: 'speaker',
      ways: [
        { act: 'thank', to: 'next' },
        { act: 'thank', to: 'fork' },
      ],
    };
    expect(checkExercise(once(phaseOf('p', step)))).toEqual(['Step "fork" names an act twice.']);
  });

  it('[V5] a step that waits for both has one way on', () => {
    const step: Step = {
      ...thanks,
      ways: [
        { act: 'thank', to: 'next' },
        { act: 'appreciate', to: 'next' },
      ],
    };
    expect(checkExercise(once(phaseOf('p', step)))).toEqual([
      'Step "thanks" waits for both, so it has exactly one way on.',
    ]);
  });

  it('[V5] an answer is hidden only where both answer', () => {
    const step: Step = { id: 'secret', actor: 'speaker', hidden: true, ways: thanks.ways };
    expect(checkExercise(once(phaseOf('p', step)))).toEqual([
      'Step "secret" is hidden but does not wait for both.',
    ]);
  });

  it.each(['mirror', 'summarize', 'validate', 'empathize'] as const)(
    '[V6] %s cannot go on without the speaker',
    (act) => {
      const fault = `Step "give-back": after ${act} the speaker can confirm or correct.`;
      const restate = (to: string): Step => ({ ...giveBack, ways: [{ act, to }] });
      expect(checkExercise(twice(phaseOf('p', restate('next'))))).toEqual([fault]);
      const only: Step = { id: 'landed', actor: 'speaker', ways: [{ act: 'confirm', to: 'next' }] };
      expect(checkExercise(twice(phaseOf('p', restate('landed'), only)))).toEqual([fault]);
      const both: Step = { id: 'landed', actor: 'both', ways: [{ act: 'rate', to: 'next' }] };
      expect(checkExercise(twice(phaseOf('p', restate('landed'), both)))).toEqual([fault]);
      expect(checkExercise(twice(phaseOf('p', restate('landed'), landed)))).toEqual([]);
      expect(checkExercise(twice(phaseOf('p', restate('next')), phaseOf('q', landed)))).toEqual([]);
    },
  );

  it('[V6] a correction leads back to the listener', () => {
    const stuck: Step = {
      ...landed,
      ways: [
        { act: 'confirm', to: 'next' },
        { act: 'correct', to: 'next' },
      ],
    };
    expect(checkExercise(twice(phaseOf('p', giveBack, stuck)))).toEqual([
      'Step "landed": after correct the listener tries again.',
    ]);
  });

  it('[V7] a turn that only one of the two gets is refused', () => {
    const tell: Step = { id: 'tell', actor: 'speaker', ways: [{ act: 'send', to: 'next' }] };
    const fault = 'Step "tell": send stands only where both halves are played.';
    expect(checkExercise(once(phaseOf('p', tell)))).toEqual([fault]);
    expect(checkExercise(twice(phaseOf('p', tell)))).toEqual([]);
    expect(checkExercise(once(phaseOf('p', giveBack, landed)))).toEqual([
      'Step "give-back": mirror stands only where both halves are played.',
    ]);
  });
});
