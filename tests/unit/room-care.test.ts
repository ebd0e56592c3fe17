import { describe, expect, it } from 'vitest';
import { begunAt } from '#components/room/session/phase-time.tsx';
import { floodedAt } from '#components/room/session/relief.tsx';
import { correctionsInARow } from '#components/room/session/shorter.tsx';
import { transcriptOf } from '#lib/dialogue/transcript.ts';
import type { Words } from '#lib/dialogue/words.ts';
import { mirrorDialogue } from '#tests/support/exercises.ts';
import { upToSend, upToSwitch } from '#tests/support/mirror-talk.ts';
import { given, minutes, type Played } from '#tests/support/scenario.ts';

/** The lines of a talk in which the ratings of a are these, in order, and those of b are calm. */
function linesOf(script: readonly Played[], tensionOfA: readonly number[] = []) {
  const { events } = given(...script);
  const left = [...tensionOfA];
  const words = new Map(
    events
      .filter(({ fact }) => fact.type === 'rated')
      .map(({ seq, author }): [number, Words] => [
        seq,
        { kind: 'rating', rating: author === 'a' ? (left.shift() ?? 0) : 1 },
      ]),
  );
  return transcriptOf(mirrorDialogue, events, words);
}

const again: readonly Played[] = [
  ['a', 'correct'],
  ['b', 'mirror'],
];

describe('corrections in a row', () => {
  const told: readonly Played[] = [...upToSend, ['a', 'send'], ['b', 'mirror']];

  it('are counted until the speaker says yes', () => {
    expect(correctionsInARow(linesOf(told))).toBe(0);
    expect(correctionsInARow(linesOf([...told, ...again, ...again]))).toBe(2);
    expect(correctionsInARow(linesOf([...told, ...again, ...again, ...again]))).toBe(3);
    const after: readonly Played[] = [
      ...told,
      ...again,
      ['a', 'confirm'],
      ['b', 'ask-more'],
      ['a', 'add'],
      ['b', 'mirror'],
    ];
    expect(correctionsInARow(linesOf(after))).toBe(0);
    expect(correctionsInARow(linesOf([...after, ...again]))).toBe(1);
  });
});

describe('a jump in tension', () => {
  const answered: readonly Played[] = [...upToSwitch, ['a', 'rate']];

  it.each([
    [[2, 5], true],
    [[2, 4], false],
    [[0, 3], false],
    [[7, 8], true],
    [[9, 8], true],
    [[6, 6], false],
  ] as const)('%j offers a pause: %s', (tension, offered) => {
    const lines = linesOf(answered, tension);
    expect(floodedAt(mirrorDialogue, lines, 'a') !== null).toBe(offered);
  });

  it('is nothing to the other, and much is much at the first answer too', () => {
    const lines = linesOf(answered, [1, 9]);
    expect(floodedAt(mirrorDialogue, lines, 'b')).toBeNull();
    const first = linesOf(
      [
        ['a', 'propose'],
        ['b', 'accept'],
        ['a', 'rate'],
      ],
      [8],
    );
    expect(floodedAt(mirrorDialogue, first, 'a')).not.toBeNull();
  });
});

describe('the time of a phase', () => {
  it('begins when the one before it ends, and again after a pause', () => {
    const lines = linesOf([...upToSend, { pass: minutes(3) }, ['a', 'send'], ['b', 'mirror']]);
    const sent = lines.find(({ fact }) => fact.type === 'sent');
    expect(begunAt(lines, (sent?.legIndex ?? 0) + 1)).toBe(sent?.at);
    const held = linesOf([...upToSend, ['a', 'pause'], ['a', 'resume'], ['b', 'resume']]);
    expect(begunAt(held, held.at(-1)?.legIndex ?? 0)).toBe(held.at(-1)?.at);
  });
});
