import { describe, expect, it } from 'vitest';
import type { DialogueEvent } from '#lib/dialogue/event.ts';
import { lapse } from '#lib/dialogue/lapse.ts';
import type { Move } from '#lib/dialogue/move.ts';
import { otherSeat, seats } from '#lib/dialogue/seat.ts';
import { redact } from '#lib/dialogue/view.ts';
import { upToSend, wholeTalk } from '#tests/support/mirror-talk.ts';
import { readable } from '#tests/support/readable.ts';
import { given, hours, type Played, type Situation } from '#tests/support/scenario.ts';

const keep = (yes: boolean): Move => ({ type: 'keep', keep: yes });
const erase = (...seqs: number[]): Move => ({ type: 'erase', seqs });
const ended = given(...wholeTalk);

function withWords({ events }: Situation): DialogueEvent[] {
  return events.filter((event) => event.hash !== null);
}

describe('keeping', () => {
  it('[C1] the words stay with two yeses', () => {
    const one = ended.when('b', keep(true)).thenHappened({ type: 'keep-answered', keep: true });
    expect(one.state).toMatchObject({ words: 'asked', keep: { a: null, b: true } });
    const both = one.when('a', keep(true)).thenHappened({ type: 'keep-answered', keep: true });
    expect(both.state).toMatchObject({ words: 'kept' });
    expect(readable(both, 'a')).toEqual(withWords(both).map((event) => event.seq));
  });

  it('[C1] each is asked once, and only after the end', () => {
    ended
      .play(['b', keep(true)])
      .when('b', keep(false))
      .thenRefused('already-answered');
    given(...upToSend)
      .when('a', keep(true))
      .thenRefused('not-now');
    given(...upToSend, ['a', 'pause'])
      .when('a', keep(true))
      .thenRefused('on-hold');
  });

  it('[C1] a session that was stopped is asked about too', () => {
    const kept = given(...upToSend, ['b', 'stop'], ['a', keep(true)], ['b', keep(true)]);
    expect(kept.state).toMatchObject({ how: 'stopped', words: 'kept' });
  });

  it('[C2] the first no takes all words away', () => {
    const first = ended.play(['a', keep(false)]);
    expect(first.state).toMatchObject({ words: 'gone', content: [] });
    first.when('b', keep(true)).thenRefused('ended');
    expect(ended.play(['a', keep(true)], ['b', keep(false)]).state).toMatchObject({
      words: 'gone',
      content: [],
    });
  });

  const answered: readonly (readonly Played[])[] = [
    [],
    [['a', keep(true)]],
    [
      ['a', keep(true)],
      ['b', keep(true)],
    ],
  ];

  it.each(seats)('[C3] seat %s alone destroys the words', (seat) => {
    for (const answers of answered) {
      const gone = ended
        .play(...answers)
        .when(seat, 'destroy')
        .thenHappened({ type: 'destroyed' });
      expect(gone.state).toMatchObject({ words: 'gone', content: [] });
      gone.when(seat, 'destroy').thenRefused('ended');
      expect(gone.when(otherSeat(seat), keep(true)).result.ok).toBe(false);
    }
  });

  it('[C3] before the end there is nothing to destroy yet', () => {
    given(...upToSend)
      .when('a', 'destroy')
      .thenRefused('not-now');
    given(...upToSend, ['a', 'pause'])
      .when('a', 'destroy')
      .thenRefused('on-hold');
  });

  it('[C9] words that are gone are given to nobody', () => {
    for (const gone of [ended.play(['a', keep(false)]), ended.play(['b', 'destroy'])]) {
      for (const viewer of seats) expect(readable(gone, viewer)).toEqual([]);
    }
    const lapsed = lapse(ended.state, ended.now + hours(73));
    expect(lapsed?.fact).toEqual({ type: 'lapsed' });
    const erased = given(...upToSend, ['a', erase(2)]);
    for (const viewer of seats) expect(readable(erased, viewer)).not.toContain(2);
  });
});

describe('erasing', () => {
  const own: readonly Played[] = [['a', erase(2)]];

  it('[C4] own words can be erased while running, on hold, and after the end', () => {
    const moments: readonly (readonly Played[])[] = [
      upToSend,
      [...upToSend, ['b', 'pause']],
      wholeTalk,
      [...wholeTalk, ['a', keep(true)], ['b', keep(true)]],
    ];
    for (const moment of moments) {
      const erased = given(...moment)
        .when('a', erase(2))
        .thenHappened({ type: 'erased', seqs: [2] });
      expect(erased.state).not.toMatchObject({
        content: expect.arrayContaining([{ seq: 2, by: 'a' }]),
      });
      erased.when('a', erase(2)).thenRefused('not-your-words');
    }
  });

  it('[C4] the words of the other, and places without words, are refused', () => {
    const talk = given(...upToSend);
    for (const seqs of [[5], [2, 5], [1], [3], [99]]) {
      talk.when('a', erase(...seqs)).thenRefused('not-your-words');
    }
    given().when('a', erase(1)).thenRefused('not-your-words');
    given(['a', 'stop']).when('a', erase(1)).thenRefused('not-your-words');
    given(['a', 'pause']).when('a', erase(1)).thenRefused('not-your-words');
    ended.play(['b', 'destroy']).when('a', erase(2)).thenRefused('not-your-words');
  });

  it('[C5] a gap keeps its place, its digest and its place in the chain', () => {
    const before = given(...upToSend);
    const after = before.play(...own);
    const view = after.events.map((event) => redact(event, after.state, 'b'));
    expect(view[1]).toEqual({ ...before.events[1], sealed: null });
    expect(after.state).toMatchObject({ head: headOf(before) });
    after.when('a', 'send').thenHappened({ type: 'sent' });
  });

  it('[C5] erasing the last words leaves them the last link', () => {
    const after = given(['a', 'propose'], ['a', erase(2)], ['b', 'accept']);
    expect(headOf(after)).toBe(after.events[1]?.hash);
    after.when('a', 'rate').thenHappened({ type: 'rated' });
  });
});

function headOf({ state }: Situation) {
  return state.status === 'new' ? null : state.head;
}
