import { describe, expect, it } from 'vitest';
import { atHand, justRevealed } from '#components/room/session/at-hand.ts';
import { attemptsOf } from '#lib/dialogue/attempt.ts';
import type { Seat } from '#lib/dialogue/seat.ts';
import type { Running } from '#lib/dialogue/state.ts';
import { transcriptOf } from '#lib/dialogue/transcript.ts';
import type { Words } from '#lib/dialogue/words.ts';
import { exerciseOf, mirrorDialogue } from '#tests/support/exercises.ts';
import { upToSecondHalf, upToSend } from '#tests/support/mirror-talk.ts';
import { pathThrough } from '#tests/support/path.ts';
import { given, type Played, unopened } from '#tests/support/scenario.ts';

function underWay(script: readonly Played[]) {
  const { events, state } = given(...script);
  if (state.status !== 'running') throw new Error(`The scenario is ${state.status}`);
  const words = new Map(
    events
      .filter((event) => event.sealed !== null)
      .map(({ seq, fact }): [number, Words] => [
        seq,
        fact.type === 'rated' ? { kind: 'rating', rating: 7 } : { kind: 'text', text: fact.type },
      ]),
  );
  const running: Running = state;
  return { state: running, lines: transcriptOf(mirrorDialogue, events, words) };
}

/** What `you` has at hand, as the facts that were said. */
function seen(script: readonly Played[], you: Seat) {
  const { state, lines } = underWay(script);
  const { kind, lines: said } = atHand(mirrorDialogue, state, lines, you);
  return [kind, ...said.map(({ by, fact }) => `${by} ${fact.type}`)];
}

const sent: readonly Played[] = [...upToSend, ['a', 'send']];
const mirrored: readonly Played[] = [...sent, ['b', 'mirror']];
const finished: readonly Played[] = [
  ...mirrored,
  ['a', 'correct'],
  ['b', 'mirror'],
  ['a', 'confirm'],
  ['b', 'ask-more'],
  ['a', 'finish'],
];

describe('what is at hand in a turn', () => {
  it('whoever answers an appointment reads the topic', () => {
    expect(seen([['a', 'propose']], 'b')).toEqual(['moment', 'a proposed']);
  });

  it('whoever mirrors reads the message', () => {
    expect(seen(sent, 'b')).toEqual(['moment', 'a sent']);
  });

  it('whoever judges a mirror reads the message and the mirror', () => {
    expect(seen(mirrored, 'a')).toEqual(['moment', 'a sent', 'b mirrored']);
  });

  it('of several mirrors only the last one stays, and every correction', () => {
    const again: readonly Played[] = [
      ...mirrored,
      ['a', 'correct'],
      ['b', 'mirror'],
      ['a', 'correct'],
    ];
    expect(seen(again, 'b')).toEqual([
      'moment',
      'a sent',
      'a corrected',
      'b mirrored',
      'a corrected',
    ]);
  });

  it('whoever sums up reads the whole story of the other', () => {
    expect(seen(finished, 'b')).toEqual(['story', 'a sent', 'a corrected']);
  });

  it('the story of one half does not come along to the other', () => {
    expect(seen([...upToSecondHalf, ['b', 'send']], 'a')).toEqual(['moment', 'b sent']);
  });

  it('at the beginning of a half there is nothing', () => {
    expect(seen(upToSecondHalf, 'b')).toEqual(['moment']);
  });
});

describe('two hidden answers', () => {
  const arrived: readonly Played[] = [
    ['a', 'propose'],
    ['b', 'accept'],
    ['a', 'rate'],
  ];
  const revealed = (script: readonly Played[]) => {
    const { state, lines } = underWay(script);
    return justRevealed(mirrorDialogue, state, lines).map(({ by, content }) => [by, content.kind]);
  };

  it('are not shown while one is missing', () => {
    expect(revealed(arrived)).toEqual([]);
  });

  it('are shown together, also after a pause', () => {
    const both: readonly Played[] = [...arrived, ['b', 'rate']];
    const pair = [
      ['a', 'rating'],
      ['b', 'rating'],
    ];
    expect(revealed(both)).toEqual(pair);
    expect(revealed([...both, ['b', 'pause'], ['a', 'resume'], ['b', 'resume']])).toEqual(pair);
  });

  it('are gone once somebody went on', () => {
    expect(revealed([...arrived, ['b', 'rate'], ['a', 'appreciate']])).toEqual([]);
  });
});

describe('a day that is named', () => {
  it('is at hand for whoever weighs it', () => {
    const { definition } = exerciseOf('floor-card');
    const { id, version } = definition;
    const path = pathThrough(definition);
    const weigh = path.findIndex(({ step }) => step === 'weigh-day');
    const begun = unopened(definition).play([
      'a',
      { type: 'open', exercise: { id, version }, mode: 'written' },
    ]);
    const { events, state } = path.slice(0, weigh).reduce((situation, { seat, act }) => {
      const move = attemptsOf(act, definition, situation.state, seat, situation.now)[0];
      if (!move) throw new Error(`No ${act}`);
      return situation.play([seat, move]);
    }, begun);
    if (state.status !== 'running') throw new Error(`The scenario is ${state.status}`);
    const words = new Map(
      events
        .filter((event) => event.sealed !== null)
        .map(({ seq, fact }): [number, Words] => [
          seq,
          fact.type === 'scheduled'
            ? { kind: 'date', date: '2030-01-31' }
            : fact.type === 'rated'
              ? { kind: 'rating', rating: 2 }
              : { kind: 'text', text: fact.type },
        ]),
    );
    const lines = transcriptOf(definition, events, words);
    const seen = atHand(definition, state, lines, 'b').lines.map(({ content }) => content);
    expect(seen).toEqual([{ kind: 'date', date: '2030-01-31' }]);
  });
});
