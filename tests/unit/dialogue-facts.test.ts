import { describe, expect, it } from 'vitest';
import { factsOf } from '#lib/dialogue/facts.ts';
import { redact } from '#lib/dialogue/view.ts';
import { half, upToSend, upToSwitch, wholeTalk } from '#tests/support/mirror-talk.ts';
import { given, minutes, type Situation } from '#tests/support/scenario.ts';
import { cue, watchedTalk } from '#tests/support/watched-talk.ts';

const factsIn = (talk: Situation, now = talk.lastAt) => factsOf(talk.exercise, talk.events, now);

describe('what is counted of a talk', () => {
  it('[O13] is how long each had the floor, and since when', () => {
    const sent = given(...upToSend)
      .pass(minutes(2))
      .play(['a', 'send']);
    const before = factsIn(given(...upToSend));
    const since = sent.lastAt;
    const facts = factsIn(sent, since + minutes(5));
    expect(facts.floor).toEqual({ holder: 'b', since });
    expect(facts.seats.a.floor - before.seats.a.floor).toBe(minutes(2) + 1_000);
    expect(facts.seats.b.floor - before.seats.b.floor).toBe(minutes(5));
  });

  it('[O13] counts nobody’s floor while both are asked', () => {
    const rating = given(...upToSwitch);
    const later = factsIn(rating, rating.lastAt + minutes(9));
    expect(later.floor).toEqual({ holder: null, since: rating.lastAt });
    expect(later.seats).toEqual(factsIn(rating).seats);
  });

  it('[O13] keeps the floor of whoever has it while they go on, whatever the observer does', () => {
    const talk = watchedTalk(...upToSend)
      .pass(minutes(3))
      .watched(cue, { type: 'ask-pause' });
    const facts = factsIn(talk);
    const [, , ...rest] = talk.events.toReversed();
    expect(facts.floor).toEqual({ holder: 'a', since: rest[0]?.at });
    expect(facts.phases.at(-1)?.duration).toBeGreaterThan(minutes(3));
  });

  it('[O13] does not count a hold, and begins the floor anew after it', () => {
    const before = given(...upToSend);
    const held = before.play(['b', 'pause']).pass(minutes(30));
    expect(factsIn(held, held.now).floor).toBeNull();
    const on = held.play(['a', 'resume'], ['b', 'resume']);
    const facts = factsIn(on, on.lastAt + minutes(1));
    expect(facts.floor).toEqual({ holder: 'a', since: on.lastAt });
    expect(facts.seats.a.floor).toBe(factsIn(before).seats.a.floor + 1_000 + minutes(1));
    expect(facts.pauses).toBe(1);
    const until = on.now + minutes(25);
    expect(factsIn(on.play(['a', { type: 'time-out', until }]))).toMatchObject({
      pauses: 1,
      timeOuts: 1,
    });
  });

  it('[O13] is how many mirrors each gave and how many were right at once, and corrections', () => {
    const talk = given(
      ...upToSend,
      ['a', 'send'],
      ['b', 'mirror'],
      ['a', 'correct'],
      ['b', 'mirror'],
      ['a', 'confirm'],
      ['b', 'ask-more'],
      ['a', 'add'],
      ['b', 'mirror'],
      ['a', 'confirm'],
      ['b', 'ask-more'],
      ['a', 'finish'],
      ['b', 'summarize'],
      ['a', 'correct'],
      ['b', 'summarize'],
      ['a', 'confirm'],
    );
    const { seats } = factsIn(talk);
    expect(seats.b).toMatchObject({ mirrors: { made: 3, firstTime: 1 }, corrections: 0 });
    expect(seats.a).toMatchObject({ mirrors: { made: 0, firstTime: 0 }, corrections: 2 });
    const { seats: whole } = factsIn(given(...wholeTalk));
    expect(whole.a.mirrors).toEqual({ made: 1, firstTime: 1 });
    expect(whole.b.mirrors).toEqual({ made: 1, firstTime: 1 });
  });

  it('[O13] is each phase that was reached, with how long it took, halves apart', () => {
    const facts = factsIn(given(...wholeTalk));
    expect(facts.phases.map(({ phaseId, half: of }) => `${phaseId} ${of}`)).toEqual([
      ...['appointment 0', 'arrival 0', 'safety 0', 'send 1', 'mirror 1', 'more 1', 'summary 1'],
      ...['validation 1', 'empathy 1', 'switch 0', 'send 2', 'mirror 2', 'more 2', 'summary 2'],
      ...['validation 2', 'empathy 2', 'closing 0'],
    ]);
    const { events } = given(...wholeTalk);
    const lasted = (events.at(-1)?.at ?? 0) - (events[0]?.at ?? 0);
    expect(facts.phases.reduce((sum, { duration }) => sum + duration, 0)).toBe(lasted);
    for (const { duration } of facts.phases) expect(duration).toBeGreaterThan(0);
  });

  it('[O13] stops with the talk', () => {
    const ended = given(...wholeTalk);
    expect(factsIn(ended, ended.now + minutes(60))).toEqual(factsIn(ended));
    expect(factsIn(ended).floor).toBeNull();
  });

  it('[O13] is the same through every lens', () => {
    const talk = watchedTalk(...upToSend, ...half('a'));
    const seen = talk.events.map((event) => redact(event, talk.state, { lens: 'phases' }));
    expect(seen.every(({ sealed }) => sealed === null)).toBe(true);
    expect(factsOf(talk.exercise, seen, talk.now)).toEqual(factsIn(talk, talk.now));
  });

  it('[O13] is nothing yet before the first event', () => {
    expect(factsOf(given().exercise, [], 1_000)).toMatchObject({ floor: null, phases: [] });
  });
});
