import { describe, expect, it } from 'vitest';
import { evolve } from '#lib/dialogue/evolve.ts';
import { keepTerm, lapse, lapseDue } from '#lib/dialogue/lapse.ts';
import type { Move } from '#lib/dialogue/move.ts';
import { seats } from '#lib/dialogue/seat.ts';
import { newSession } from '#lib/dialogue/state.ts';
import { mirrorDialogue } from '#tests/support/exercises.ts';
import { upToLastThanks, upToSend, upToSwitch, wholeTalk } from '#tests/support/mirror-talk.ts';
import { given, givenIn, hours } from '#tests/support/scenario.ts';

const yes: Move = { type: 'keep', keep: true };

describe('ending', () => {
  it('[E1] the last act of the last phase completes the session', () => {
    const before = given(...upToLastThanks);
    expect(before.state.status).toBe('running');
    const after = before.when('b', 'thank').thenHappened({ type: 'thanked' });
    expect(after.state).toMatchObject({ status: 'ended', how: 'completed', words: 'asked' });
  });

  it('[E1] a talk in spoken mode is completed in the same way', () => {
    const after = givenIn(mirrorDialogue, 'spoken', ...wholeTalk);
    expect(after.state).toMatchObject({ status: 'ended', how: 'completed' });
  });

  it('[E1] no earlier moment is an end', () => {
    wholeTalk.forEach((_, played) => {
      expect(given(...wholeTalk.slice(0, played)).state.status).toBe('running');
    });
  });

  it.each(seats)('[E2] an exercise that seat %s stopped half-way says so', (seat) => {
    for (const script of [[], upToSend, upToSwitch, upToLastThanks]) {
      const before = given(...script);
      const after = before.when(seat, 'stop').thenHappened({ type: 'stopped' });
      if (before.state.status === 'new') throw new Error('This session was opened');
      const { place } = before.state;
      expect(after.state).toMatchObject({ status: 'ended', how: 'stopped', place });
    }
  });

  it('[E4] after the end only the words are left to decide on', () => {
    for (const over of [given(...wholeTalk), given(...upToSend, ['a', 'stop'])]) {
      for (const seat of seats) {
        for (const type of ['send', 'rate', 'thank', 'pause', 'leave', 'stop', 'resume'] as const) {
          over.when(seat, type).thenRefused('ended');
        }
        over.when(seat, { type: 'time-out', until: over.now + hours(1) }).thenRefused('ended');
        over.when(seat, { type: 'propose-mode', mode: 'spoken' }).thenRefused('ended');
      }
    }
  });
});

describe('lapsing', () => {
  const over = given(...wholeTalk);
  const due = (over.events.at(-1)?.at ?? 0) + hours(72);

  it('[E3] the words go when not both have answered within 72 hours', () => {
    expect(keepTerm).toBe(hours(72));
    for (const waiting of [over, over.play(['a', yes])]) {
      expect(lapseDue(waiting.state)).toBe(due);
      const event = lapse(waiting.state, due);
      expect(event).toMatchObject({ author: 'room', fact: { type: 'lapsed' } });
      if (!event) return;
      const after = evolve(mirrorDialogue, waiting.state, event);
      expect(after).toMatchObject({ words: 'gone', content: [] });
      expect(lapse(after, due + hours(1))).toBeNull();
      expect(() => evolve(mirrorDialogue, after, { ...event, seq: event.seq + 1 })).toThrow();
    }
  });

  it('[E3] not a moment earlier', () => {
    expect(lapse(over.state, due - 1)).toBeNull();
  });

  it('[E3] not when both have answered, the words are gone, or the session has not ended', () => {
    const settled = [
      over.play(['a', yes], ['b', yes]),
      over.play(['a', { type: 'keep', keep: false }]),
      over.play(['b', 'destroy']),
      given(...upToSend),
      given(...upToSend, ['a', 'pause']),
    ];
    for (const { state } of settled) expect(lapse(state, due + hours(999))).toBeNull();
    expect(lapse(newSession, due)).toBeNull();
  });

  it('[E3] a log in which kept words lapse is broken', () => {
    const event = lapse(over.play(['a', yes]).state, due);
    const kept = over.play(['a', yes], ['b', yes]).state;
    if (!event || kept.status === 'new') throw new Error('The words were to lapse');
    const later = { ...event, seq: kept.seq + 1, at: kept.at + 1 };
    expect(() => evolve(mirrorDialogue, kept, later)).toThrow();
  });
});
