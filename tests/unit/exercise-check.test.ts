import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { checkExercise } from '#lib/dialogue/check.ts';
import { ExerciseDefinition, type Phase, type Step } from '#lib/dialogue/exercise.ts';
import { library, mirrorDialogue } from '#tests/support/exercises.ts';
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
    for (const { definition: exercise } of library.all) {
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

/** What is wrong, as sentences. */
function faultsIn(exercise: ExerciseDefinition): string[] {
  return checkExercise(exercise).map(({ says }) => says);
}

describe('the sense of a definition', () => {
  it('[V2] [V3] [V4] [V5] [V6] [V7] every exercise in the library makes sense', () => {
    const definitions = library.all.map(({ definition }) => definition);
    for (const exercise of [...definitions, shortTalk]) expect(faultsIn(exercise)).toEqual([]);
  });

  it('[V2] an id used twice is named', () => {
    expect(faultsIn(once(phaseOf('p', thanks), phaseOf('q', thanks)))).toEqual([
      'The step id "thanks" is used twice. Give one another id.',
    ]);
    const other = { ...thanks, id: 'again' };
    expect(faultsIn(once(phaseOf('p', thanks), phaseOf('p', other)))).toEqual([
      'The phase id "p" is used twice. Give one another id.',
    ]);
  });

  it('[V2] a step called "next" could never be reached', () => {
    expect(faultsIn(once(phaseOf('p', { ...thanks, id: 'next' })))).toEqual([
      'A step cannot be called "next". Rename it.',
    ]);
  });

  it('[V3] a way does not lead out of its stretch, in either direction', () => {
    const out = { ...thanks, ways: [{ act: 'thank', to: 'rest' }] } satisfies Step;
    const rest = { ...thanks, id: 'rest' };
    expect(faultsIn(once(phaseOf('p', out), phaseOf('q', rest)))).toEqual([]);
    const fault = [
      'Step "thanks": "rest" is no step of the same stretch. Name a step of this half, or "next".',
    ];
    const { parts } = shortTalk;
    const [talk] = parts;
    const before: ExerciseDefinition = {
      ...shortTalk,
      parts: [...once(phaseOf('p', out)).parts, ...parts, ...once(phaseOf('q', rest)).parts],
    };
    expect(faultsIn(before)).toEqual(fault);
    if (talk?.play !== 'each') throw new Error('The short talk is played by each');
    expect(
      faultsIn({
        ...shortTalk,
        parts: [
          { ...talk, between: [phaseOf('p', { ...out, ways: [{ act: 'thank', to: 'tell' }] })] },
        ],
      }),
    ).toEqual([
      'Step "thanks": "tell" is no step of the same stretch. Name a step of this half, or "next".',
    ]);
  });

  it.each([
    ['the listener', 'listener', 'propose', 'speaker'],
    ['both', 'both', 'finish', 'speaker'],
    ['the speaker', 'speaker', 'ask-more', 'listener'],
    ['both', 'both', 'accept', 'listener'],
  ] as const)('[V4] a step for %s (%s) cannot %s', (_, actor, act, by) => {
    const step: Step = { id: 'wrong', actor, ways: [{ act, to: 'next' }] };
    expect(faultsIn(once(phaseOf('p', step)))).toEqual([
      `Step "wrong": only the ${by} may ${act}. Make its actor "${by}".`,
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
    expect(faultsIn(once(phaseOf('p', step)))).toEqual([
      'Step "fork" names an act twice. Leave one out.',
    ]);
  });

  it('[V5] a step that waits for both has one way on', () => {
    const step: Step = {
      ...thanks,
      ways: [
        { act: 'thank', to: 'next' },
        { act: 'appreciate', to: 'next' },
      ],
    };
    expect(faultsIn(once(phaseOf('p', step)))).toEqual([
      'Step "thanks" waits for both, so it has exactly one way on. Keep one.',
    ]);
  });

  it('[V5] an answer is hidden only where both answer', () => {
    const step: Step = { id: 'secret', actor: 'speaker', hidden: true, ways: thanks.ways };
    expect(faultsIn(once(phaseOf('p', step)))).toEqual([
      'Step "secret" is hidden but does not wait for both. Make its actor "both".',
    ]);
  });

  it.each(['mirror', 'summarize', 'validate', 'empathize'] as const)(
    '[V6] %s cannot go on without the speaker',
    (act) => {
      const fault = `Step "give-back": after ${act} the speaker can confirm or correct. Lead to such a step.`;
      const restate = (to: string): Step => ({ ...giveBack, ways: [{ act, to }] });
      expect(faultsIn(twice(phaseOf('p', restate('next'))))).toEqual([fault]);
      const only: Step = { id: 'landed', actor: 'speaker', ways: [{ act: 'confirm', to: 'next' }] };
      expect(faultsIn(twice(phaseOf('p', restate('landed'), only)))).toEqual([fault]);
      const both: Step = {
        id: 'landed',
        actor: 'both',
        hidden: true,
        ways: [{ act: 'rate', to: 'next' }],
      };
      expect(faultsIn(twice(phaseOf('p', restate('landed'), both)))).toEqual([fault]);
      expect(faultsIn(twice(phaseOf('p', restate('landed'), landed)))).toEqual([]);
      expect(faultsIn(twice(phaseOf('p', restate('next')), phaseOf('q', landed)))).toEqual([]);
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
    expect(faultsIn(twice(phaseOf('p', giveBack, stuck)))).toEqual([
      'Step "landed": after correct the listener tries again. Lead to a step of the listener.',
    ]);
  });

  it('[V7] a turn that only one of the two gets is refused', () => {
    const tell: Step = { id: 'tell', actor: 'speaker', ways: [{ act: 'send', to: 'next' }] };
    const fault =
      'Step "tell": send stands only where both halves are played. Move it to a part with "each".';
    expect(faultsIn(once(phaseOf('p', tell)))).toEqual([fault]);
    expect(faultsIn(twice(phaseOf('p', tell)))).toEqual([]);
    expect(faultsIn(once(phaseOf('p', giveBack, landed)))).toEqual([
      'Step "give-back": mirror stands only where both halves are played. Move it to a part with "each".',
    ]);
  });
});

describe('the order of a definition', () => {
  const suggest: Step = { id: 'idea', actor: 'speaker', ways: [{ act: 'suggest', to: 'next' }] };
  const talk = twice(
    phaseOf('telling', { id: 'tell', actor: 'speaker', ways: [{ act: 'send', to: 'next' }] }),
    phaseOf('mirroring', giveBack, landed),
  );

  it.each(['suggest', 'amend', 'agree', 'schedule'] as const)(
    '[V9] %s comes only after both were heard',
    (act) => {
      const step: Step = { ...suggest, ways: [{ act, to: 'next' }] };
      const solving = once(phaseOf('solving', step)).parts;
      const fault = `Step "idea": ${act} comes only after both were heard. Move it to a "once" after an "each".`;
      expect(faultsIn({ ...talk, parts: solving })).toEqual([fault]);
      expect(faultsIn({ ...talk, parts: [...solving, ...talk.parts] })).toEqual([fault]);
      expect(faultsIn(twice(phaseOf('solving', step)))).toEqual([fault]);
      expect(faultsIn({ ...talk, parts: [...talk.parts, ...solving] })).toEqual([]);
    },
  );

  it('[V10] nobody advises unasked', () => {
    const fault = 'Step "advice": nobody advises unasked. Let only invite-advice lead to it.';
    const advice: Step = { id: 'advice', actor: 'listener', ways: [{ act: 'advise', to: 'next' }] };
    const asking = (act: 'invite-advice' | 'finish'): Step => ({
      id: 'wanted',
      actor: 'speaker',
      ways: [
        { act, to: 'advice' },
        { act: 'pass', to: 'next' },
      ],
    });
    const after: Step = { ...thanks, id: 'after' };
    const outcome = (act: 'invite-advice' | 'finish') =>
      faultsIn(once(phaseOf('p', asking(act), advice), phaseOf('q', after)));
    expect(outcome('invite-advice')).toEqual([]);
    expect(outcome('finish')).toEqual([fault]);
    expect(faultsIn(once(phaseOf('p', advice)))).toEqual([fault]);
  });

  it('[V11] only the speaker’s finish passes something over', () => {
    const layers = (act: 'finish' | 'pass') =>
      once(
        phaseOf('first', {
          id: 'deeper',
          actor: 'speaker',
          ways: [
            { act: 'appreciate', to: 'next' },
            { act, to: 'last' },
          ],
        }),
        phaseOf('second', { ...thanks, id: 'between' }),
        phaseOf('third', { ...thanks, id: 'last' }),
      );
    expect(faultsIn(layers('finish'))).toEqual([]);
    expect(faultsIn(layers('pass'))).toEqual([
      'Step "deeper": only finish may pass something over, and pass does. Lead to "next".',
    ]);
  });

  it('[V12] a step nothing leads to is named, and one from which nothing leads out', () => {
    const alone: Step = { ...thanks, id: 'alone' };
    expect(faultsIn(once(phaseOf('p', thanks, alone)))).toEqual([
      'Step "alone" is never reached. Let a way lead to it.',
    ]);
    const loop: Step = { ...thanks, ways: [{ act: 'thank', to: 'thanks' }] };
    expect(faultsIn(once(phaseOf('p', loop)))).toEqual([
      'From step "thanks" the end is never reached. Lead on to "next".',
    ]);
  });

  it('[V13] a rating is hidden', () => {
    const rate: Step = { id: 'r', actor: 'both', ways: [{ act: 'rate', to: 'next' }] };
    expect(faultsIn(once(phaseOf('p', { ...rate, hidden: true })))).toEqual([]);
    expect(faultsIn(once(phaseOf('p', rate)))).toEqual([
      'Step "r": a rating is hidden until both are in. Make it "both" and "hidden".',
    ]);
  });

  it('[V13] a check names its scales and is hidden, and nothing else has scales', () => {
    const check: Step = { id: 'c', actor: 'both', ways: [{ act: 'check', to: 'next' }] };
    const fault = 'Step "c": a check is hidden and names its scales. Add "hidden" and "scales".';
    expect(faultsIn(once(phaseOf('p', { ...check, hidden: true, scales: ['one'] })))).toEqual([]);
    expect(faultsIn(once(phaseOf('p', { ...check, hidden: true })))).toEqual([fault]);
    expect(faultsIn(once(phaseOf('p', { ...check, scales: ['one'] })))).toEqual([fault]);
    expect(faultsIn(once(phaseOf('p', { ...thanks, scales: ['one'] })))).toEqual([
      'Step "thanks" has scales and no check. Leave them out, or make the act "check".',
    ]);
  });

  it('[V14] what is added is given back before anything else', () => {
    const more = (to: string): Step => ({
      id: 'more',
      actor: 'speaker',
      ways: [
        { act: 'add', to },
        { act: 'finish', to: 'next' },
      ],
    });
    const outcome = (to: string) =>
      faultsIn(twice(phaseOf('p', giveBack, landed), phaseOf('q', more(to))));
    expect(outcome('give-back')).toEqual([]);
    expect(outcome('next')).toEqual([
      'Step "more": what is added is given back first. Lead to a mirror, or make it an answer.',
    ]);
  });
});
