import { describe, expect, it } from 'vitest';
import type { Move } from '#lib/dialogue/move.ts';
import { seats } from '#lib/dialogue/seat.ts';
import { mirrorDialogue } from '#tests/support/exercises.ts';
import { upToSend, upToSwitch, wholeTalk } from '#tests/support/mirror-talk.ts';
import { given, givenIn, hours, minutes, type Situation } from '#tests/support/scenario.ts';

const timeOut = (until: number): Move => ({ type: 'time-out', until });
const counter = (until: number): Move => ({ type: 'counter', until });

/** Seat a called a time-out of one hour while seat b was to mirror. */
function timedOut(): Situation {
  const sent = given(...upToSend, ['a', 'send']);
  return sent.play(['a', timeOut(sent.now + hours(1))]);
}

function since({ state }: Situation): number {
  if (state.status !== 'held') throw new Error('Not on hold');
  return state.hold.since;
}

function agreedIn({ state }: Situation): number {
  if (state.status !== 'held' || state.hold.kind !== 'time-out') throw new Error('No time-out');
  return state.hold.until;
}

describe('pause, leave and stop', () => {
  it.each(seats)('[P1] seat %s may do each of them at every step', (seat) => {
    wholeTalk.forEach((_, played) => {
      for (const mode of ['written', 'spoken'] as const) {
        const here = givenIn(mirrorDialogue, mode, ...wholeTalk.slice(0, played));
        here.when(seat, 'pause').thenHappened({ type: 'paused' });
        here.when(seat, 'leave').thenHappened({ type: 'left' });
        here.when(seat, 'stop').thenHappened({ type: 'stopped' });
        const until = here.now + minutes(30);
        here.when(seat, timeOut(until)).thenHappened({ type: 'timed-out', until });
      }
    });
  });

  it('[P2] a hold stops both sides at once', () => {
    for (const held of [
      given(...upToSend, ['a', 'pause']),
      given(...upToSend, ['a', 'leave']),
      timedOut(),
    ]) {
      for (const seat of seats) {
        for (const act of ['send', 'mirror', 'pause', 'accept-mode'] as const) {
          held.when(seat, act).thenRefused('on-hold');
        }
        held.when(seat, { type: 'propose-mode', mode: 'spoken' }).thenRefused('on-hold');
      }
    }
  });

  it('[P2] leaving, stopping and erasing stay allowed on hold', () => {
    for (const held of [given(...upToSend, ['a', 'pause']), timedOut()]) {
      for (const seat of seats) {
        held.when(seat, 'leave').thenHappened({ type: 'left' });
        held.when(seat, 'stop').thenHappened({ type: 'stopped' });
      }
      held.when('a', { type: 'erase', seqs: [2] }).thenHappened({ type: 'erased', seqs: [2] });
    }
  });
});

describe('coming back', () => {
  it.each(['pause', 'leave'] as const)('[P4] after a %s it takes both', (move) => {
    const before = given(...upToSwitch, ['b', 'rate']);
    const half = before.play(['a', move]).when('b', 'resume').thenHappened({ type: 'resumed' });
    expect(half.state).toMatchObject({ status: 'held', hold: { ready: ['b'] } });
    half.when('b', 'resume').thenRefused('already-answered');
    const back = half.when('a', 'resume').thenHappened({ type: 'resumed' });
    const { state } = before;
    expect(back.state).toEqual({ ...state, seq: back.state.seq, at: back.events.at(-1)?.at });
  });

  it('[P4] after a time-out it takes both', () => {
    const ripe = timedOut().pass(hours(1));
    const half = ripe.when('a', 'resume').thenHappened({ type: 'resumed' });
    expect(half.state.status).toBe('held');
    const back = half.when('b', 'resume').thenHappened({ type: 'resumed' });
    expect(back.state.status).toBe('running');
    back.when('b', 'mirror').thenHappened({ type: 'mirrored' });
  });

  it('[P8] who leaves during a hold is no longer ready', () => {
    const left = given(...upToSend, ['a', 'pause'], ['a', 'resume'], ['a', 'leave']);
    expect(left.state).toMatchObject({ status: 'held', hold: { kind: 'pause', ready: [] } });
    const one = left.when('b', 'resume').thenHappened({ type: 'resumed' });
    expect(one.state.status).toBe('held');
    one.when('a', 'resume').thenHappened({ type: 'resumed' });
  });

  it('[P8] leaving does not undo the readiness of the other', () => {
    const left = given(...upToSend, ['a', 'pause'], ['b', 'resume'], ['a', 'leave']);
    expect(left.state).toMatchObject({ hold: { ready: ['b'] } });
  });
});

describe('time-out', () => {
  const running = given(...upToSend);

  it('[P3] it lasts from 20 minutes to 24 hours', () => {
    const { now } = running;
    running.when('b', timeOut(now + hours(24) + 1)).thenRefused('too-late');
    for (const until of [now + minutes(20), now + hours(24)]) {
      running.when('b', timeOut(until)).thenHappened({ type: 'timed-out', until });
    }
  });

  it('[P3] a request that was long on its way still gives 20 minutes', () => {
    const { now } = running;
    const fact = { type: 'timed-out', until: now + minutes(20) } as const;
    running.when('b', timeOut(now + minutes(20) - 1)).thenHappened(fact);
    running.when('b', timeOut(now - minutes(5))).thenHappened(fact);
  });

  it('[P3] a clock that was set back does not shorten it', () => {
    const now = running.now - hours(2);
    const fact = { type: 'timed-out', until: running.lastAt + 1 + minutes(20) } as const;
    running.when('b', timeOut(now + minutes(20)), { now }).thenHappened(fact);
  });

  it('[P5] nobody resumes in the first 20 minutes, whatever was agreed', () => {
    const held = timedOut();
    const now = since(held) + minutes(20) - 1;
    held.when('a', 'resume', { now }).thenRefused('too-soon');
    held.when('b', 'resume', { now }).thenRefused('too-soon');
  });

  it('[P5] after 20 minutes both may resume, also before the agreed moment', () => {
    const held = timedOut().pass(minutes(20));
    const back = held.play(['a', 'resume'], ['b', 'resume']);
    expect(back.state.status).toBe('running');
  });

  it('[P6] the other may offer another moment, and the first seat may accept it', () => {
    const held = timedOut();
    const until = since(held) + hours(5);
    held.when('a', counter(until)).thenRefused('on-hold');
    const offered = held.when('b', counter(until)).thenHappened({ type: 'countered', until });
    expect(offered.state).toMatchObject({
      hold: { until: agreedIn(held), counter: { by: 'b', until } },
    });
    offered.when('b', 'accept-return').thenRefused('on-hold');
    const agreed = offered.when('a', 'accept-return').thenHappened({ type: 'return-accepted' });
    expect(agreed.state).toMatchObject({ hold: { until, counter: null } });
  });

  it('[P6] a counter can be countered by the seat that did not make it', () => {
    const held = timedOut();
    const offered = held.play(['b', counter(since(held) + hours(5))]);
    offered.when('b', counter(since(held) + hours(6))).thenRefused('on-hold');
    const until = since(held) + hours(3);
    const again = offered.when('a', counter(until)).thenHappened({ type: 'countered', until });
    again.when('a', 'accept-return').thenRefused('on-hold');
    again.when('b', 'accept-return').thenHappened({ type: 'return-accepted' });
  });

  it('[P6] an offered moment is not past, and within the same bounds', () => {
    const held = timedOut();
    const at = since(held);
    held.when('b', counter(at + minutes(20) - 1)).thenRefused('too-soon');
    held.when('b', counter(at + hours(24) + 1)).thenRefused('too-late');
    const late = held.pass(hours(2));
    late.when('b', counter(late.now - 1)).thenRefused('too-soon');
    const until = late.now;
    late.when('b', counter(until)).thenHappened({ type: 'countered', until });
  });

  it('[P6] outside a time-out there is no moment to counter or accept', () => {
    const paused = given(...upToSend, ['a', 'pause']);
    paused.when('b', counter(paused.now + hours(1))).thenRefused('on-hold');
    paused.when('b', 'accept-return').thenRefused('on-hold');
    running.when('b', counter(running.now + hours(1))).thenRefused('not-now');
  });

  it.each(['pause', 'leave'] as const)('[P7] during a %s either calls one', (move) => {
    for (const seat of seats) {
      const held = given(...upToSend, ['a', move], ['b', 'resume']);
      const until = held.now + minutes(40);
      const out = held.when(seat, timeOut(until)).thenHappened({ type: 'timed-out', until });
      expect(out.state).toMatchObject({ hold: { kind: 'time-out', by: seat, ready: [] } });
    }
  });

  it('[P7] it cannot become a pause, and leaving does not shorten it', () => {
    const held = timedOut();
    held.when('b', 'pause').thenRefused('on-hold');
    held.when('b', timeOut(held.now + hours(2))).thenRefused('on-hold');
    const left = held.play(['a', 'leave']);
    expect(left.state).toMatchObject({ hold: { kind: 'time-out', since: since(held) } });
    left.when('b', 'resume').thenRefused('too-soon');
  });
});
