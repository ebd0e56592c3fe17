import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { Act, acts } from '#lib/dialogue/act.ts';
import { moveTypes } from '#lib/dialogue/attempt.ts';
import { decide } from '#lib/dialogue/decide.ts';
import { actOf, DialogueEvent, Fact, pastOf } from '#lib/dialogue/event.ts';
import { evolve, fold } from '#lib/dialogue/evolve.ts';
import { Move } from '#lib/dialogue/move.ts';
import { newSession } from '#lib/dialogue/state.ts';
import { redact } from '#lib/dialogue/view.ts';
import { library, mirrorDialogue } from '#tests/support/exercises.ts';
import { digestOf, moveIdOf, sealedWords } from '#tests/support/fabricate.ts';
import { upToSend, upToSwitch, wholeTalk } from '#tests/support/mirror-talk.ts';
import { given, givenIn, hours, start, unopened } from '#tests/support/scenario.ts';

const { id, version } = mirrorDialogue;
const talk = given(...wholeTalk);

describe('one move, one event', () => {
  it('[R1] judging twice gives the same, and changes nothing', () => {
    const { state, now } = given(...upToSend);
    const frozen = structuredClone(state);
    const submission = { moveId: moveIdOf(1), move: { type: 'pause' }, words: null } as const;
    const first = decide(mirrorDialogue, state, submission, 'a', now);
    expect(decide(mirrorDialogue, state, submission, 'a', now)).toEqual(first);
    expect(state).toEqual(frozen);
  });

  it('[R2] events are numbered from 1 without gaps', () => {
    expect(talk.events.map((event) => event.seq)).toEqual(talk.events.map((_, index) => index + 1));
  });

  it('[R2] times increase even when the clock jumps back or stands still', () => {
    const opened = given();
    const first = opened.events[0]?.at ?? 0;
    const proposed = opened.when('a', 'propose', { now: start - hours(5) });
    expect(proposed.result).toMatchObject({ value: { at: first + 1 } });
    const accepted = proposed
      .thenHappened({ type: 'proposed' })
      .when('b', 'accept', { now: first + 1 });
    expect(accepted.result).toMatchObject({ value: { at: first + 2 } });
  });

  it('[R3] an event carries its move and its author', () => {
    talk.events.forEach((event, index) => {
      expect(event.moveId).toBe(moveIdOf(index + 1));
      expect(v.safeParse(DialogueEvent, event).success).toBe(true);
    });
    expect(talk.events.map((event) => event.author).slice(0, 3)).toEqual(['a', 'a', 'b']);
  });

  it('[R1] every act has a past tense of its own, and the way back', () => {
    for (const act of Act.options) {
      const fact = v.parse(Fact, {
        type: pastOf[act],
        ...(act === 'postpone' ? { until: 1 } : {}),
      });
      expect(actOf(fact)).toBe(act);
      expect(acts[act]).toBeDefined();
    }
    expect(new Set(Object.values(pastOf)).size).toBe(Act.options.length);
    expect(actOf({ type: 'paused' })).toBeUndefined();
  });

  it('[V8] the search knows every type of move', () => {
    const schemas = Move.options.flatMap(({ entries: { type } }): readonly string[] =>
      'options' in type ? type.options : [type.literal],
    );
    expect([...moveTypes].sort()).toEqual([...schemas].sort());
  });
});

describe('the chain of words', () => {
  it('[R4] the first words have no predecessor', () => {
    given()
      .when('a', 'propose', { words: sealedWords(2, digestOf(1)) })
      .thenRefused('chain-moved');
    const proposed = given().when('a', 'propose').thenHappened({ type: 'proposed' });
    expect(proposed.events.at(-1)).toMatchObject({ prev: null, hash: digestOf(2) });
  });

  it('[R4] later words name the last event that had words', () => {
    const sending = given(...upToSend);
    for (const prev of [null, digestOf(2), digestOf(6)]) {
      sending.when('a', 'send', { words: sealedWords(8, prev) }).thenRefused('chain-moved');
    }
    const sent = sending.when('a', 'send', { words: sealedWords(8, digestOf(7)) });
    expect(sent.thenHappened({ type: 'sent' }).state).toMatchObject({ head: digestOf(8) });
  });

  it('[R4] moves without words do not move the chain', () => {
    const held = given(...upToSend, ['b', 'pause'], ['a', 'resume'], ['b', 'resume']);
    expect(held.state).toMatchObject({ head: digestOf(7) });
  });
});

describe('the fold', () => {
  it('[R5] the state is the fold of the log, whole or in pages', () => {
    expect(fold(mirrorDialogue, newSession, talk.events)).toEqual(talk.state);
    talk.events.forEach((_, cut) => {
      const first = fold(mirrorDialogue, newSession, talk.events.slice(0, cut));
      expect(fold(mirrorDialogue, first, talk.events.slice(cut))).toEqual(talk.state);
    });
  });

  it('[R5] a log survives being written down and read again', () => {
    const read = talk.events.map((event) =>
      v.parse(DialogueEvent, JSON.parse(JSON.stringify(event))),
    );
    expect(fold(mirrorDialogue, newSession, read)).toEqual(talk.state);
  });

  it('[R5] an event that cannot follow throws', () => {
    const { state } = given(...upToSend);
    const sent = given(...upToSend, ['a', 'send']).events.at(-1);
    if (!sent || state.status === 'new') throw new Error('The speaker was to send');
    expect(() => evolve(mirrorDialogue, state, sent)).not.toThrow();
    const broken: readonly DialogueEvent[] = [
      { ...sent, seq: sent.seq + 1 },
      { ...sent, seq: state.seq },
      { ...sent, at: state.at },
      { ...sent, author: 'b' },
      { ...sent, author: 'room' },
      { ...sent, fact: { type: 'mirrored' } },
      { ...sent, fact: { type: 'mode-accepted' } },
      { ...sent, fact: { type: 'resumed' } },
      { ...sent, fact: { type: 'countered', until: sent.at } },
      { ...sent, fact: { type: 'return-accepted' } },
      { ...sent, fact: { type: 'keep-answered', keep: true } },
      { ...sent, fact: { type: 'destroyed' } },
      { ...sent, fact: { type: 'lapsed' } },
      { ...sent, fact: { type: 'opened', exercise: { id, version }, mode: 'written' } },
    ];
    for (const event of broken) expect(() => evolve(mirrorDialogue, state, event)).toThrow();
    expect(() => evolve(mirrorDialogue, newSession, sent)).toThrow();
    for (const fact of [{ type: 'paused' }, { type: 'stopped' }, { type: 'thanked' }] as const) {
      const late: DialogueEvent = { ...sent, seq: talk.state.seq + 1, at: talk.now, fact };
      expect(() => evolve(mirrorDialogue, talk.state, late)).toThrow();
    }
  });

  it('[R6] another exercise or version than the one it is judged by is refused', () => {
    for (const exercise of [
      { id, version: version + 1 },
      { id: 'another', version },
    ]) {
      unopened().when('a', { type: 'open', exercise, mode: 'written' }).thenRefused('not-now');
    }
    const next = { ...mirrorDialogue, version: version + 1 };
    expect(() => fold(next, newSession, talk.events)).toThrow();
  });

  it('[R6] the library finds exactly the version that was asked for', () => {
    expect(library.findDefinition({ id, version })).toBe(mirrorDialogue);
    expect(library.findDefinition({ id, version: version + 1 })).toBeUndefined();
    expect(library.findDefinition({ id: 'another', version })).toBeUndefined();
  });
});

describe('views', () => {
  it('[R7] what is withheld keeps its number and everything but its words', () => {
    const { events, state } = givenIn(mirrorDialogue, 'spoken', ...upToSwitch, ['b', 'rate']);
    const seen = events.map((event) => redact(event, state, 'a'));
    expect(seen.map((event) => ({ ...event, sealed: null }))).toEqual(
      events.map((event) => ({ ...event, sealed: null })),
    );
    expect(fold(mirrorDialogue, newSession, seen)).toEqual(state);
  });
});
