import { describe, expect, it } from 'vitest';
import { cameOf } from '#lib/dialogue/cause.ts';
import type { Fact } from '#lib/dialogue/event.ts';
import { evolve } from '#lib/dialogue/evolve.ts';
import { legalMoves } from '#lib/dialogue/legal.ts';
import {
  decideObserver,
  type ObserverMove,
  reachesObserver,
  watches,
} from '#lib/dialogue/observe.ts';
import { framesOf } from '#lib/dialogue/replay.ts';
import { seats } from '#lib/dialogue/seat.ts';
import { newSession } from '#lib/dialogue/state.ts';
import { moveIdOf, observationOf, sealedWords } from '#tests/support/fabricate.ts';
import { upToLastThanks, upToSwitch, wholeTalk } from '#tests/support/mirror-talk.ts';
import { given, hours, type Played, type Situation } from '#tests/support/scenario.ts';
import {
  again,
  cue,
  enter,
  observation,
  observerIn,
  toMore,
  watchedTalk,
} from '#tests/support/watched-talk.ts';

describe('an observer', () => {
  it('[O1] enters once both let her in, and the log says who and with what', () => {
    const talk = given();
    const { name, lens, privateCues } = enter;
    const inside = talk
      .whenObserver(enter)
      .thenHappened({ type: 'observer-entered', observation, name, lens, privateCues });
    const since = inside.lastAt;
    expect(observerIn(inside)).toEqual({ observation, name, lens, privateCues, since });
    expect(inside.events.at(-1)).toMatchObject({ author: 'observer', sealed: null, hash: null });
  });

  it('[O1] enters no session before its opening, after its end, or with another in it', () => {
    const unborn = decideObserver(
      given().exercise,
      newSession,
      { moveId: moveIdOf(1), act: enter, cue: null },
      given().now,
    );
    expect(unborn).toEqual({ ok: false, reason: 'not-now' });
    given(...wholeTalk)
      .whenObserver(enter)
      .thenRefused('ended');
    given(['a', 'stop']).whenObserver(enter).thenRefused('ended');
    watchedTalk().whenObserver(again).thenRefused('not-now');
    watchedTalk().whenObserver(enter).thenRefused('not-now');
  });

  it('[O1] does nothing before she entered, and nothing after she left', () => {
    const acts: ObserverMove[] = [
      { type: 'leave' },
      cue,
      { type: 'ask-pause' },
      { type: 'propose-phase' },
    ];
    for (const act of acts) {
      given(...toMore)
        .whenObserver(act)
        .thenRefused('not-now');
      watchedTalk(...toMore)
        .watched({ type: 'leave' })
        .whenObserver(act)
        .thenRefused('not-now');
      watchedTalk(...toMore, ['b', 'revoke'])
        .whenObserver(act)
        .thenRefused('not-now');
    }
  });

  it('[O1] comes in anew after she went, and then the log says so again', () => {
    const back = watchedTalk(['b', 'revoke']).watched(again);
    expect(observerIn(back)?.observation).toBe(observationOf(2));
    expect(observerIn(back)?.since).toBe(back.lastAt);
  });

  it('[O3] gets the events while she is in, the one that ends the session last, and never who let her go', () => {
    const told = (talk: Situation) =>
      framesOf(talk.exercise, talk.events).flatMap(({ event }, index, frames) => {
        const before = frames[index - 1]?.state ?? newSession;
        return reachesObserver(before, event) ? [event.fact.type] : [];
      });
    const revoked = given(['a', 'propose'])
      .watched(enter)
      .play(['b', 'accept'], ['a', 'revoke'], ['a', 'rate']);
    expect(told(revoked)).toEqual(['observer-entered', 'accepted']);
    const left = watchedTalk(['a', 'propose']).watched({ type: 'leave' }).play(['b', 'accept']);
    expect(told(left)).toEqual(['observer-entered', 'proposed']);
    const ended = given(...upToLastThanks)
      .watched(enter)
      .play(['b', 'thank'], ['a', { type: 'keep', keep: true }]);
    expect(told(ended)).toEqual(['observer-entered', 'thanked']);
  });

  it('[O3] watches from entering until she goes or the session ends, under her own observation', () => {
    expect(watches(newSession, observation)).toBe(false);
    expect(watches(given().state, observation)).toBe(false);
    expect(watches(watchedTalk().state, observation)).toBe(true);
    expect(watches(watchedTalk().state, observationOf(2))).toBe(false);
    expect(watches(watchedTalk(['a', 'pause']).state, observation)).toBe(true);
    expect(watches(watchedTalk(['a', 'revoke']).state, observation)).toBe(false);
    expect(watches(watchedTalk(['a', 'stop']).state, observation)).toBe(false);
  });

  it('[O4] is let go by either, running and on hold, whoever has the floor', () => {
    const scripts: readonly (readonly Played[])[] = [
      [],
      ...upToSwitch.map((_, index) => upToSwitch.slice(0, index + 1)),
      [...upToSwitch, ['a', 'rate']],
      [['a', 'pause']],
      [['a', { type: 'time-out', until: given().now + hours(1) }]],
      [['b', 'leave']],
    ];
    for (const script of scripts) {
      for (const seat of seats) {
        const gone = watchedTalk(...script)
          .when(seat, 'revoke')
          .thenHappened({ type: 'revoked', observation });
        expect(observerIn(gone)).toBeNull();
      }
    }
  });

  it('[O4] cannot be let go where nobody watches, nor with words', () => {
    given().when('a', 'revoke').thenRefused('not-now');
    given(['a', 'pause']).when('b', 'revoke').thenRefused('not-now');
    watchedTalk(['a', 'revoke']).when('b', 'revoke').thenRefused('not-now');
    watchedTalk(...wholeTalk)
      .when('b', 'revoke')
      .thenRefused('ended');
    const words = sealedWords(7, null);
    watchedTalk().when('a', 'revoke', { words }).thenRefused('words-not-expected');
  });

  it('[O4] goes herself whenever she wants', () => {
    for (const script of [[], toMore, [['a', 'pause']]] as const) {
      const gone = watchedTalk(...script)
        .whenObserver({ type: 'leave' })
        .thenHappened({ type: 'observer-left', observation });
      expect(observerIn(gone)).toBeNull();
    }
  });

  it('[R1] a revocation that is handed in again is known by its move, whoever it let go', () => {
    const fact = watchedTalk(['a', 'revoke']).events.at(-1)?.fact;
    expect(fact && cameOf(fact, { type: 'revoke' }, 0)).toBe(true);
    expect(fact && cameOf(fact, { type: 'pause' }, 0)).toBe(false);
    expect(cameOf({ type: 'paused' }, { type: 'revoke' }, 0)).toBe(false);
    expect(cameOf({ type: 'request-declined' }, { type: 'decline-request' }, 0)).toBe(true);
  });

  it('[O5] makes no move of the two, and neither makes hers', () => {
    const talk = watchedTalk(...toMore);
    const event = talk.events.at(-1);
    if (!event) throw new Error('A talk without events');
    const next = { ...event, seq: event.seq + 1, at: event.at + 1 };
    const following = (parts: Partial<typeof event>) => () =>
      evolve(talk.exercise, talk.state, { ...next, ...parts });
    const theirs: Fact[] = [
      { type: 'finished' },
      { type: 'paused' },
      { type: 'stopped' },
      { type: 'left' },
      { type: 'revoked', observation },
      { type: 'request-declined' },
      { type: 'keep-answered', keep: true },
      { type: 'erased', seqs: [] },
      { type: 'destroyed' },
      { type: 'lapsed' },
      { type: 'mode-proposed', mode: 'spoken' },
    ];
    for (const fact of theirs) {
      expect(following({ author: 'observer', fact })).toThrow();
    }
    const { name, lens, privateCues } = enter;
    const hers: Fact[] = [
      { type: 'observer-entered', observation, name, lens, privateCues },
      { type: 'observer-left', observation },
      { type: 'cued', to: 'both' },
      { type: 'pause-asked' },
      { type: 'phase-proposed' },
    ];
    for (const fact of hers) {
      expect(following({ author: 'a', fact })).toThrow();
      expect(following({ author: 'room', fact })).toThrow();
    }
    expect(following({ author: 'observer', fact: { type: 'pause-asked' } })).not.toThrow();
  });

  it('[R5] does nothing in a log that could not have happened', () => {
    const wrongly = (talk: Situation, parts: object) => () => {
      const event = talk.watched(cue).events.at(-1);
      if (!event) throw new Error('A talk without events');
      return evolve(talk.exercise, talk.state, { ...event, ...parts });
    };
    const inside = watchedTalk();
    const hash = inside.play(['a', 'propose']).events.at(-1)?.hash;
    expect(wrongly(inside, {})).not.toThrow();
    expect(wrongly(inside, { hash })).toThrow();
    expect(wrongly(inside, { prev: hash })).toThrow();
    expect(wrongly(inside, { fact: { type: 'pause-asked' } })).toThrow();
    expect(wrongly(inside, { sealed: null, fact: { type: 'phase-proposed' } })).toThrow();
    const left = { type: 'observer-left', observation: observationOf(2) };
    expect(wrongly(inside, { sealed: null, fact: left })).toThrow();
    const modest = given().watched({ ...enter, privateCues: false });
    expect(wrongly(modest, { fact: { type: 'cued', to: 'a' } })).toThrow();
  });

  it('[O12] stays through holds, changes of mode and erasures, and until the end', () => {
    const observer = observerIn(watchedTalk());
    const scripts: readonly (readonly Played[])[] = [
      [['a', 'pause']],
      [
        ['a', 'pause'],
        ['a', 'resume'],
        ['b', 'resume'],
      ],
      [['a', 'leave']],
      [
        ['a', { type: 'propose-mode', mode: 'spoken' }],
        ['b', 'accept-mode'],
      ],
      [
        ['a', 'propose'],
        ['a', { type: 'erase', seqs: [3] }],
      ],
      [['a', 'stop']],
      [
        ['a', 'stop'],
        ['b', { type: 'keep', keep: false }],
      ],
      wholeTalk,
    ];
    for (const script of scripts) expect(observerIn(watchedTalk(...script))).toEqual(observer);
    expect(observerIn(given(['a', 'pause']).watched(enter))).not.toBeNull();
    const apart = watchedTalk(['a', 'stop']);
    expect(legalMoves(apart.exercise, apart.state, 'a')).not.toContain('revoke');
  });
});
