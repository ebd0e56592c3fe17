import { describe, expect, it } from 'vitest';
import { legalMoves } from '#lib/dialogue/legal.ts';
import type { Move } from '#lib/dialogue/move.ts';
import { mirrorDialogue } from '#tests/support/exercises.ts';
import {
  half,
  upToClosing,
  upToSecondHalf,
  upToSend,
  upToSwitch,
} from '#tests/support/mirror-talk.ts';
import { given, givenIn, hours, minutes, start, unopened } from '#tests/support/scenario.ts';
import { phaseOf, twice } from '#tests/support/short-talk.ts';

const { id, version } = mirrorDialogue;
const open: Move = { type: 'open', exercise: { id, version }, mode: 'written' };
const opened = { type: 'opened', exercise: { id, version }, mode: 'written' } as const;

describe('opening', () => {
  it('[T1] either seat opens and is the first speaker', () => {
    const byB = unopened().when('b', open).thenHappened(opened);
    byB.when('a', 'propose').thenRefused('not-your-floor');
    byB.when('b', 'propose').thenHappened({ type: 'proposed' });
  });

  it('[T1] nothing is allowed before the opening', () => {
    for (const type of [
      'propose',
      'rate',
      'pause',
      'leave',
      'stop',
      'resume',
      'destroy',
    ] as const) {
      unopened().when('a', type, { words: null }).thenRefused('not-now');
    }
    unopened()
      .when('a', { type: 'erase', seqs: [1] })
      .thenRefused('not-now');
  });

  it('[T1] a session is opened once', () => {
    given().when('a', open).thenRefused('not-now');
    given().when('b', open).thenRefused('not-now');
    given(['a', 'pause']).when('b', open).thenRefused('on-hold');
    given(['a', 'stop']).when('b', open).thenRefused('ended');
  });
});

describe('the floor', () => {
  it('[T2] the listener cannot send, add or finish', () => {
    const mirroring = given(...upToSend, ['a', 'send']);
    for (const act of ['propose', 'send', 'add', 'finish'] as const) {
      mirroring.when('b', act).thenRefused('not-your-role');
    }
  });

  it('[T2] the speaker cannot answer an appointment or ask for more', () => {
    const sending = given(...upToSend);
    for (const act of ['accept', 'ask-more'] as const) {
      sending.when('a', act).thenRefused('not-your-role');
    }
    const postpone: Move = { type: 'postpone', until: start + hours(1) };
    given().when('a', postpone).thenRefused('not-your-role');
  });

  it('[T2] an exercise cannot give an act to the other role', () => {
    const wrong = twice(
      phaseOf('p', {
        id: 'self-praise',
        actor: 'speaker',
        ways: [
          { act: 'mirror', to: 'next' },
          { act: 'send', to: 'next' },
        ],
      }),
    );
    const opened = givenIn(wrong, 'written');
    opened.when('a', 'mirror').thenRefused('not-your-role');
    opened.when('b', 'mirror').thenRefused('not-your-floor');
    opened.when('a', 'send').thenHappened({ type: 'sent' });
  });

  it('[T2] both appreciate, rate and thank', () => {
    given(...upToClosing, ['b', 'rate'], ['a', 'rate'], ['a', 'thank'])
      .when('b', 'thank')
      .thenHappened({ type: 'thanked' });
  });

  it('[T3] while one seat is awaited every act of the other is refused', () => {
    const sending = given(...upToSend);
    for (const act of ['send', 'mirror', 'rate', 'appreciate', 'thank'] as const) {
      sending.when('b', act).thenRefused('not-your-floor');
    }
  });

  it('[T4] only the acts of the step are allowed', () => {
    const sending = given(...upToSend);
    for (const act of ['propose', 'add', 'finish', 'confirm', 'thank'] as const) {
      sending.when('a', act).thenRefused('not-now');
    }
    sending.when('a', 'send').thenHappened({ type: 'sent' });
  });

  it('[T4] the table lists the acts of the step for the seat that is awaited', () => {
    const always = ['pause', 'time-out', 'leave', 'stop', 'erase'];
    const { state } = given(...upToSend, ['a', 'send'], ['b', 'mirror']);
    expect(legalMoves(mirrorDialogue, state, 'a')).toEqual(['confirm', 'correct', ...always]);
    expect(legalMoves(mirrorDialogue, state, 'b')).toEqual(always);
  });

  it.each(['ab', 'ba'] as const)('[T5] both answer once, in the order %s', (order) => {
    const [first, second] = order === 'ab' ? (['a', 'b'] as const) : (['b', 'a'] as const);
    given(['a', 'propose'], ['b', 'accept'])
      .when(first, 'rate')
      .thenHappened({ type: 'rated' })
      .when(first, 'rate')
      .thenRefused('already-answered')
      .when(second, 'rate')
      .thenHappened({ type: 'rated' })
      .when('a', 'appreciate')
      .thenHappened({ type: 'appreciated' });
  });
});

describe('halves', () => {
  it('[T6] the roles swap in the second half', () => {
    const second = given(...upToSecondHalf);
    second.when('a', 'send').thenRefused('not-your-floor');
    second
      .when('b', 'send')
      .thenHappened({ type: 'sent' })
      .when('a', 'mirror')
      .thenHappened({ type: 'mirrored' });
  });

  it('[T6] the opener speaks again where a phase is played once', () => {
    const closing = given(...upToClosing, ['a', 'rate'], ['b', 'rate']);
    closing.when('b', 'thank').thenRefused('not-your-floor');
    closing.when('a', 'thank').thenHappened({ type: 'thanked' });
  });

  it('[M4] the second half begins only when the first was played to its end', () => {
    half('a').forEach((_, played) => {
      const inside = given(...upToSend, ...half('a').slice(0, played));
      expect(inside.state).toMatchObject({ status: 'running', opener: 'a' });
      expect(inside.when('b', 'send').result).toMatchObject({ ok: false });
      expect(inside.when('b', 'rate').result).toMatchObject({ ok: false });
    });
    given(...upToSwitch)
      .when('b', 'rate')
      .thenHappened({ type: 'rated' });
  });

  it('[M4] the closing begins only when both halves were played to their end', () => {
    half('b').forEach((_, played) => {
      const inside = given(...upToSecondHalf, ...half('b').slice(0, played));
      expect(inside.when('a', 'thank').result).toMatchObject({ ok: false });
      expect(inside.when('a', 'rate').result).toMatchObject({ ok: false });
    });
    given(...upToClosing)
      .when('a', 'rate')
      .thenHappened({ type: 'rated' });
  });
});

describe('postponing', () => {
  const proposed = given(['a', 'propose']);
  const postpone = (until: number): Move => ({ type: 'postpone', until });

  it('[T7] a moment within 24 hours is noted, and the answer is still awaited', () => {
    const until = proposed.now + hours(24);
    const postponed = proposed
      .when('b', postpone(until))
      .thenHappened({ type: 'postponed', until });
    expect(postponed.state).toMatchObject({
      postponedTo: until,
      place: { leg: 0, step: 'answer' },
    });
    const accepted = postponed.when('b', 'accept').thenHappened({ type: 'accepted' });
    expect(accepted.state).toMatchObject({ postponedTo: null });
  });

  it('[T7] a moment that is not later than now, or more than 24 hours away, is refused', () => {
    proposed.when('b', postpone(proposed.now)).thenRefused('too-soon');
    proposed.when('b', postpone(proposed.now + hours(24) + 1)).thenRefused('too-late');
  });

  it('[T7] a clock that was set back does not let an appointment slip into the past', () => {
    const now = start - hours(3);
    proposed.when('b', postpone(now + minutes(5)), { now }).thenRefused('too-soon');
  });
});
