import { describe, it } from 'vitest';
import type { Move } from '#lib/dialogue/move.ts';
import { upToSwitch } from '#tests/support/mirror-talk.ts';
import { given, hours, minutes } from '#tests/support/scenario.ts';

/*
 * What arbitrary moves, or a reader, once found. Each stays here so that it cannot come back.
 */
describe('found before', () => {
  it('[P6] whose offered moment was accepted cannot counter that moment again', () => {
    const out = given().play(['a', { type: 'time-out', until: given().now + hours(1) }]);
    const offer: Move = { type: 'counter', until: out.now + hours(2) };
    const agreed = out.play(['b', offer], ['a', 'accept-return']);
    agreed.when('b', { type: 'counter', until: agreed.now + hours(3) }).thenRefused('on-hold');
    const until = agreed.now + hours(3);
    agreed.when('a', { type: 'counter', until }).thenHappened({ type: 'countered', until });
  });

  it('[P3] a clock set back made a time-out end before it began', () => {
    const running = given(['a', 'propose']);
    const now = running.now - hours(1);
    running
      .when('b', { type: 'time-out', until: now + minutes(20) }, { now })
      .thenHappened({ type: 'timed-out', until: running.lastAt + 1 + minutes(20) });
  });

  it('[C8] a seat read the hidden answer of the other after erasing its own', () => {
    const one = given(...upToSwitch, ['a', 'rate']);
    const peeking = one.play(['a', { type: 'erase', seqs: [one.state.seq] }], ['b', 'rate']);
    peeking.when('b', 'send').thenRefused('already-answered');
    peeking.when('a', 'rate').thenHappened({ type: 'rated' });
  });

  it('[T8] the mode that was on could be offered, and accepted, over and over', () => {
    given().when('b', { type: 'propose-mode', mode: 'written' }).thenRefused('not-now');
  });
});
