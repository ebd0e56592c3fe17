import { describe, expect, it } from 'vitest';
import type { Step } from '#lib/dialogue/exercise.ts';
import { seats } from '#lib/dialogue/seat.ts';
import { wayOn } from '#lib/dialogue/way-on.ts';
import { wholeTalk } from '#tests/support/mirror-talk.ts';
import { given, givenIn, minutes } from '#tests/support/scenario.ts';
import { phaseOf, twice } from '#tests/support/short-talk.ts';
import { cue, enter, requestIn, toMore, watchedTalk } from '#tests/support/watched-talk.ts';

describe('what an observer asks', () => {
  const asked = watchedTalk(...toMore).watched({ type: 'ask-pause' });
  const proposed = watchedTalk(...toMore).watched({ type: 'propose-phase' });

  it('[O6] is a pause, which stands still only when one of the two pauses', () => {
    expect(asked.state.status).toBe('running');
    expect(requestIn(asked)).toEqual({ kind: 'pause', at: asked.lastAt });
    for (const seat of seats) {
      const held = asked.when(seat, 'pause').thenHappened({ type: 'paused' });
      expect(held.state).toMatchObject({ status: 'held', request: null, hold: { by: seat } });
    }
  });

  it('[O6] is the next phase, to which only the act of whoever is asked leads', () => {
    const { state, exercise } = proposed;
    if (state.status !== 'running') throw new Error('It does not run');
    expect(wayOn(exercise, state)).toBe('finish');
    expect(state.place).toMatchObject({ step: 'more-or-enough' });
    expect(requestIn(proposed)).toMatchObject({ kind: 'phase' });
    proposed.when('b', 'finish').thenRefused('not-your-floor');
    const on = proposed.play(['a', 'finish']);
    expect(on.state).toMatchObject({ place: { leg: state.place.leg + 1 }, request: null });
  });

  it('[O6] is never the next phase where something waits to be accepted, or words are needed', () => {
    for (const [index] of wholeTalk.entries()) {
      const talk = watchedTalk(...wholeTalk.slice(0, index));
      const { state, exercise } = talk;
      const more = state.status === 'running' && state.place.step === 'more-or-enough';
      expect(wayOn(exercise, state)).toBe(more ? 'finish' : null);
      if (!more) talk.whenObserver({ type: 'propose-phase' }).thenRefused('not-now');
    }
  });

  it('[O6] is the next phase, and never the end', () => {
    const tell: Step = {
      id: 'tell',
      actor: 'speaker',
      ways: [
        { act: 'pass', to: 'next' },
        { act: 'send', to: 'tell' },
      ],
    };
    const first = givenIn(twice(phaseOf('telling', tell)), 'written').watched(enter);
    expect(wayOn(first.exercise, first.state)).toBe('pass');
    const last = first.watched({ type: 'propose-phase' }).play(['a', 'pass']);
    expect(wayOn(last.exercise, last.state)).toBeNull();
    last.whenObserver({ type: 'propose-phase' }).thenRefused('not-now');
  });

  it('[O6] waits until nobody stands still', () => {
    const held = watchedTalk(...toMore, ['b', 'pause']);
    held.whenObserver({ type: 'ask-pause' }).thenRefused('on-hold');
    held.whenObserver({ type: 'propose-phase' }).thenRefused('on-hold');
    expect(wayOn(held.exercise, held.state)).toBeNull();
  });

  it('[O7] is one thing at a time', () => {
    asked.whenObserver({ type: 'ask-pause' }).thenRefused('already-answered');
    proposed.whenObserver({ type: 'propose-phase' }).thenRefused('already-answered');
    expect(requestIn(asked.watched({ type: 'propose-phase' }))).toMatchObject({ kind: 'phase' });
    expect(requestIn(proposed.watched({ type: 'ask-pause' }))).toMatchObject({ kind: 'pause' });
  });

  it('[O7] is declined by either, and then it is gone', () => {
    for (const talk of [asked, proposed]) {
      for (const seat of seats) {
        const after = talk.when(seat, 'decline-request').thenHappened({ type: 'request-declined' });
        expect(requestIn(after)).toBeNull();
        after.when(seat, 'decline-request').thenRefused('not-now');
      }
    }
    given().when('a', 'decline-request').thenRefused('not-now');
    watchedTalk(['a', 'pause']).when('a', 'decline-request').thenRefused('on-hold');
    watchedTalk(['a', 'stop']).when('a', 'decline-request').thenRefused('ended');
  });

  it('[O7] lapses with the next act, a hold, a revocation and her leaving', () => {
    for (const talk of [asked, proposed]) {
      expect(requestIn(talk.play(['a', 'add']))).toBeNull();
      expect(requestIn(talk.play(['b', 'leave']))).toBeNull();
      expect(
        requestIn(talk.play(['b', { type: 'time-out', until: talk.now + minutes(30) }])),
      ).toBeNull();
      expect(requestIn(talk.play(['b', 'revoke']))).toBeNull();
      expect(requestIn(talk.watched({ type: 'leave' }))).toBeNull();
      const resumed = talk.play(['a', 'pause'], ['a', 'resume'], ['b', 'resume']);
      expect(requestIn(resumed)).toBeNull();
    }
  });

  it('[O7] stands through an offer of mode, a cue and an erasure', () => {
    const early = watchedTalk(['a', 'propose'], ['b', 'accept']).watched({ type: 'ask-pause' });
    const offered = early.play(['a', { type: 'propose-mode', mode: 'spoken' }]);
    expect(requestIn(offered)).toMatchObject({ kind: 'pause' });
    expect(requestIn(offered.play(['b', 'accept-mode']))).toMatchObject({ kind: 'pause' });
    expect(requestIn(early.watched(cue))).toMatchObject({ kind: 'pause' });
    expect(requestIn(early.play(['a', { type: 'erase', seqs: [3] }]))).toMatchObject({
      kind: 'pause',
    });
  });
});

describe('a cue', () => {
  it('[O8] is sealed, and nothing else she does carries anything', () => {
    const talk = watchedTalk(...toMore);
    talk.whenObserver(cue, { cue: null }).thenRefused('words-required');
    const carried = { cue: { sealed: 'x', epoch: 1 } };
    talk.whenObserver({ type: 'ask-pause' }, carried).thenRefused('words-not-expected');
    talk.whenObserver({ type: 'propose-phase' }, carried).thenRefused('words-not-expected');
    talk.whenObserver({ type: 'leave' }, carried).thenRefused('words-not-expected');
    given().whenObserver(enter, carried).thenRefused('words-not-expected');
  });

  it('[O8] stands outside the chain of words, in both modes', () => {
    const before = watchedTalk(...toMore);
    const after = before.watched(cue);
    expect(after.events.at(-1)).toMatchObject({ hash: null, prev: null, author: 'observer' });
    expect(after.events.at(-1)?.sealed).not.toBeNull();
    expect(after.state).toEqual({ ...before.state, seq: after.state.seq, at: after.lastAt });
    after.play(['a', 'add']);
    const spoken = watchedTalk(
      ['a', { type: 'propose-mode', mode: 'spoken' }],
      ['b', 'accept-mode'],
    );
    spoken.whenObserver(cue).thenHappened({ type: 'cued', to: 'both' });
  });

  it('[O8] waits until nobody stands still', () => {
    watchedTalk(['a', 'pause']).whenObserver(cue).thenRefused('on-hold');
    watchedTalk(['a', 'stop']).whenObserver(cue).thenRefused('ended');
  });

  it('[O9] is for one alone only when both allowed it', () => {
    const modest = given().watched({ ...enter, privateCues: false });
    for (const to of seats) {
      modest.whenObserver({ type: 'cue', to }).thenRefused('no-private-cues');
      watchedTalk().whenObserver({ type: 'cue', to }).thenHappened({ type: 'cued', to });
    }
    modest.whenObserver(cue).thenHappened({ type: 'cued', to: 'both' });
  });

  it('[O10] is touched by no erasure', () => {
    const talk = watchedTalk(['a', 'propose']).watched(cue);
    const { seq } = talk.state;
    for (const seat of seats) {
      talk.when(seat, { type: 'erase', seqs: [seq] }).thenRefused('not-your-words');
    }
    talk.when('a', { type: 'erase', seqs: [3, seq] }).thenRefused('not-your-words');
  });
});
