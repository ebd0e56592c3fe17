import type { ExerciseDefinition } from '#lib/dialogue/exercise.ts';

/** The Spiegelgesprek: the mirror dialogue of nine phases, after the Imago dialogue. */
export const mirrorDialogue: ExerciseDefinition = {
  id: 'mirror-dialogue',
  version: 1,
  parts: [
    {
      play: 'once',
      phases: [
        {
          id: 'appointment',
          steps: [
            { id: 'topic', actor: 'speaker', ways: [{ act: 'propose', to: 'answer' }] },
            {
              id: 'answer',
              actor: 'listener',
              ways: [
                { act: 'accept', to: 'next' },
                { act: 'postpone', to: 'answer' },
              ],
            },
          ],
        },
        {
          id: 'arrival',
          steps: [
            { id: 'arrive', actor: 'both', hidden: true, ways: [{ act: 'rate', to: 'next' }] },
          ],
        },
        {
          id: 'safety',
          steps: [
            {
              id: 'speaker-intends',
              actor: 'speaker',
              ways: [{ act: 'appreciate', to: 'listener-intends' }],
            },
            {
              id: 'listener-intends',
              actor: 'listener',
              ways: [{ act: 'appreciate', to: 'next' }],
            },
          ],
        },
      ],
    },
    {
      play: 'each',
      phases: [
        {
          id: 'send',
          steps: [{ id: 'tell', actor: 'speaker', ways: [{ act: 'send', to: 'next' }] }],
        },
        {
          id: 'mirror',
          steps: [
            { id: 'give-back', actor: 'listener', ways: [{ act: 'mirror', to: 'landed' }] },
            {
              id: 'landed',
              actor: 'speaker',
              ways: [
                { act: 'confirm', to: 'next' },
                { act: 'correct', to: 'give-back' },
              ],
            },
          ],
        },
        {
          id: 'more',
          steps: [
            { id: 'invite', actor: 'listener', ways: [{ act: 'ask-more', to: 'more-or-enough' }] },
            {
              id: 'more-or-enough',
              actor: 'speaker',
              ways: [
                { act: 'add', to: 'give-back' },
                { act: 'finish', to: 'next' },
              ],
            },
          ],
        },
        {
          id: 'summary',
          steps: [
            { id: 'sum-up', actor: 'listener', ways: [{ act: 'summarize', to: 'complete' }] },
            {
              id: 'complete',
              actor: 'speaker',
              ways: [
                { act: 'confirm', to: 'next' },
                { act: 'correct', to: 'sum-up' },
              ],
            },
          ],
        },
        {
          id: 'validation',
          steps: [
            {
              id: 'make-sense',
              actor: 'listener',
              ways: [
                { act: 'validate', to: 'sense-landed' },
                { act: 'validate-partly', to: 'tell' },
              ],
            },
            {
              id: 'sense-landed',
              actor: 'speaker',
              ways: [
                { act: 'confirm', to: 'next' },
                { act: 'correct', to: 'make-sense' },
              ],
            },
          ],
        },
        {
          id: 'empathy',
          steps: [
            {
              id: 'imagine',
              actor: 'listener',
              ways: [{ act: 'empathize', to: 'feeling-landed' }],
            },
            {
              id: 'feeling-landed',
              actor: 'speaker',
              ways: [
                { act: 'confirm', to: 'next' },
                { act: 'correct', to: 'give-back-feeling' },
              ],
            },
            {
              id: 'give-back-feeling',
              actor: 'listener',
              ways: [{ act: 'mirror', to: 'feeling-landed' }],
            },
          ],
        },
      ],
      between: [
        {
          id: 'switch',
          steps: [
            { id: 'halfway', actor: 'both', hidden: true, ways: [{ act: 'rate', to: 'next' }] },
          ],
        },
      ],
    },
    {
      play: 'once',
      phases: [
        {
          id: 'closing',
          steps: [
            {
              id: 'depart',
              actor: 'both',
              hidden: true,
              ways: [{ act: 'rate', to: 'speaker-thanks' }],
            },
            {
              id: 'speaker-thanks',
              actor: 'speaker',
              ways: [{ act: 'thank', to: 'listener-thanks' }],
            },
            { id: 'listener-thanks', actor: 'listener', ways: [{ act: 'thank', to: 'next' }] },
          ],
        },
      ],
    },
  ],
};
