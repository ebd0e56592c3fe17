import { describe, expect, it } from 'vitest';
import type { Move } from '#lib/dialogue/move.ts';
import { seats } from '#lib/dialogue/seat.ts';
import { redact, revealed } from '#lib/dialogue/view.ts';
import { upToSwitch } from '#tests/support/mirror-talk.ts';
import { readable } from '#tests/support/readable.ts';
import { given } from '#tests/support/scenario.ts';

const keep = (yes: boolean): Move => ({ type: 'keep', keep: yes });
const erase = (...seqs: number[]): Move => ({ type: 'erase', seqs });

describe('hidden answers', () => {
  const one = given(...upToSwitch, ['b', 'rate']);
  const seq = one.state.seq;

  it('[C6] the other gets the place but not the words', () => {
    expect(readable(one, 'a')).not.toContain(seq);
    expect(readable(one, 'b')).toContain(seq);
    const hold = one.play(['a', 'pause']);
    expect(readable(hold, 'a')).not.toContain(seq);
  });

  it('[C10] whoever takes the seat over does not get what was answered in it before', () => {
    const event = one.events[seq - 1];
    if (!event) throw new Error('No answer');
    expect(redact(event, one.state, 'b', event.at).sealed).not.toBe(null);
    expect(redact(event, one.state, 'b', event.at + 1).sealed).toBe(null);
    const both = one.play(['a', 'rate']);
    expect(redact(event, both.state, 'b', event.at + 1).sealed).not.toBe(null);
  });

  it('[C6] both are laid open with the second answer', () => {
    const both = one.play(['a', 'rate']);
    for (const viewer of seats) {
      expect(readable(both, viewer)).toEqual(expect.arrayContaining([seq, seq + 1]));
    }
    expect(revealed(one.state, both.state, 'a')).toEqual([seq]);
    expect(revealed(one.state, both.state, 'b')).toEqual([]);
  });

  it('[C6] nothing is laid open by anything else', () => {
    const next = one.play(['a', 'pause']);
    expect(revealed(one.state, next.state, 'a')).toEqual([]);
  });

  it('[C7] a hidden answer is withheld for ever when the session stops in between', () => {
    const stopped = one.play(['a', 'stop']);
    expect(revealed(one.state, stopped.state, 'a')).toEqual([]);
    const kept = stopped.play(['a', keep(true)], ['b', keep(true)]);
    for (const later of [stopped, kept]) {
      expect(readable(later, 'a')).not.toContain(seq);
      expect(readable(later, 'b')).toContain(seq);
    }
  });

  it('[C8] erasing a hidden answer takes it back', () => {
    const back = one.play(['b', erase(seq)]);
    expect(revealed(one.state, back.state, 'a')).toEqual([]);
    expect(back.state).toMatchObject({ answered: [], concealed: [] });
    const other = back.play(['a', 'rate']);
    expect(readable(other, 'b')).not.toContain(seq + 2);
    const both = other.play(['b', 'rate']);
    expect(readable(both, 'b')).toContain(seq + 2);
    both.when('b', 'send').thenHappened({ type: 'sent' });
  });

  it('[C8] it can be taken back on hold as well', () => {
    const back = one.play(['a', 'pause'], ['b', erase(seq)], ['a', 'resume'], ['b', 'resume']);
    back.when('b', 'rate').thenHappened({ type: 'rated' });
  });

  it('[C8] erasing other words, or an answer already laid open, takes nothing back', () => {
    expect(one.play(['a', erase(2)]).state).toMatchObject({ answered: ['b'] });
    const both = one.play(['a', 'rate'], ['b', erase(seq)]);
    both.when('b', 'rate').thenRefused('not-now');
  });
});
