import { describe, expect, it } from 'vitest';
import { half, upToSend } from '#tests/support/mirror-talk.ts';
import { given, type Played } from '#tests/support/scenario.ts';

const restated = [
  { act: 'mirror', fact: 'mirrored', before: half('a').slice(0, 1), again: 'mirror' },
  { act: 'summarize', fact: 'summarized', before: half('a').slice(0, 5), again: 'summarize' },
  { act: 'validate', fact: 'validated', before: half('a').slice(0, 7), again: 'validate' },
  { act: 'empathize', fact: 'empathized', before: half('a').slice(0, 9), again: 'mirror' },
] as const;

describe('mirroring', () => {
  it.each(restated)('[M1] only the listener may $act', ({ act, fact, before }) => {
    const waiting = given(...upToSend, ...before);
    waiting.when('a', act).thenRefused('not-your-floor');
    given(...upToSend)
      .when('a', act)
      .thenRefused('not-your-role');
    waiting.when('b', act).thenHappened({ type: fact });
  });

  it.each(restated)('[M1] only the speaker may confirm or correct what $act gave', (row) => {
    const waiting = given(...upToSend, ...row.before, ['b', row.act]);
    waiting.when('b', 'confirm').thenRefused('not-your-floor');
    waiting.when('b', 'correct').thenRefused('not-your-floor');
    given(...upToSend, ...row.before)
      .when('b', 'confirm')
      .thenRefused('not-your-role');
  });

  it.each(restated)('[M2] nothing goes on after $act until the speaker confirms', (row) => {
    const waiting = given(...upToSend, ...row.before, ['b', row.act]);
    for (const act of ['send', 'add', 'finish', 'thank', 'propose'] as const) {
      waiting.when('a', act).thenRefused('not-now');
    }
    for (const act of ['mirror', 'ask-more', 'summarize', 'validate', 'empathize'] as const) {
      waiting.when('b', act).thenRefused('not-your-floor');
    }
    const { place } = statePlace(waiting.when('a', 'confirm').thenHappened({ type: 'confirmed' }));
    expect(place.leg).toBe(statePlace(waiting).place.leg + 1);
  });

  it.each(restated)('[M2] $act can be corrected as often as the speaker wants', (row) => {
    const round: readonly Played[] = [
      ['a', 'correct'],
      ['b', row.again],
    ];
    const rounds = Array.from({ length: 25 }, () => round).flat();
    const waiting = given(...upToSend, ...row.before, ['b', row.act], ...rounds);
    waiting.when('a', 'correct').thenHappened({ type: 'corrected' });
    waiting.when('a', 'confirm').thenHappened({ type: 'confirmed' });
  });

  it('[M2] what makes only partly sense goes back to the speaker', () => {
    given(...upToSend, ...half('a').slice(0, 7))
      .when('b', 'validate-partly')
      .thenHappened({ type: 'validated-partly' })
      .when('b', 'empathize')
      .thenRefused('not-your-floor')
      .when('a', 'send')
      .thenHappened({ type: 'sent' });
  });

  it('[M3] what is added is mirrored before anything else', () => {
    const added = given(...upToSend, ...half('a').slice(0, 4))
      .when('a', 'add')
      .thenHappened({ type: 'added' });
    added.when('a', 'finish').thenRefused('not-your-floor');
    added.when('b', 'summarize').thenRefused('not-now');
    added.when('b', 'mirror').thenHappened({ type: 'mirrored' });
  });

  it('[M3] the listener cannot say that it is enough', () => {
    const asked = given(...upToSend, ...half('a').slice(0, 4));
    asked.when('b', 'finish').thenRefused('not-your-floor');
    asked.when('b', 'summarize').thenRefused('not-your-floor');
    asked.when('a', 'finish').thenHappened({ type: 'finished' });
  });
});

function statePlace({ state }: ReturnType<typeof given>) {
  if (state.status === 'new') throw new Error('This session was opened');
  return state;
}
