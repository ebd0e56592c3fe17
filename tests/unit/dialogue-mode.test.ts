import { describe, expect, it } from 'vitest';
import type { Move } from '#lib/dialogue/move.ts';
import { mirrorDialogue } from '#tests/support/exercises.ts';
import { digestOf, sealedWords } from '#tests/support/fabricate.ts';
import { upToSend, upToSwitch } from '#tests/support/mirror-talk.ts';
import { given, givenIn, unopened } from '#tests/support/scenario.ts';

const { id, version } = mirrorDialogue;
const open: Move = { type: 'open', exercise: { id, version }, mode: 'written' };

describe('mode', () => {
  const spoken: Move = { type: 'propose-mode', mode: 'spoken' };
  const offered = { type: 'mode-proposed', mode: 'spoken' } as const;

  it('[T8] the mode changes when the other accepts', () => {
    const after = given(...upToSend)
      .when('b', spoken)
      .thenHappened(offered)
      .when('a', 'accept-mode')
      .thenHappened({ type: 'mode-accepted' });
    expect(after.state).toMatchObject({ mode: 'spoken', modeOffer: null });
  });

  it('[T8] the mode stays when the other declines', () => {
    const after = given(...upToSend, ['b', spoken])
      .when('a', 'decline-mode')
      .thenHappened({ type: 'mode-declined' });
    expect(after.state).toMatchObject({ mode: 'written', modeOffer: null });
  });

  it('[T8] who offered neither accepts nor declines, and a second offer is refused', () => {
    const standing = given(...upToSend, ['b', spoken]);
    standing.when('b', 'accept-mode').thenRefused('not-now');
    standing.when('b', 'decline-mode').thenRefused('not-now');
    standing.when('a', spoken).thenRefused('not-now');
  });

  it('[T8] no offer inside a phase, nor where one of both has answered', () => {
    given(...upToSend, ['a', 'send'], ['b', 'mirror'])
      .when('b', spoken)
      .thenRefused('not-now');
    given(...upToSwitch, ['a', 'rate'])
      .when('b', spoken)
      .thenRefused('not-now');
  });

  it('[T8] the mode that is already on cannot be offered', () => {
    given().when('b', { type: 'propose-mode', mode: 'written' }).thenRefused('not-now');
  });

  it('[T9] an offer lapses with the next act', () => {
    given(...upToSend, ['b', spoken], ['a', 'send'])
      .when('a', 'accept-mode')
      .thenRefused('not-now');
    given(...upToSwitch, ['b', spoken], ['b', 'rate'])
      .when('a', 'accept-mode')
      .thenRefused('not-now');
  });

  it('[T9] an offer survives a hold', () => {
    given(...upToSend, ['b', spoken], ['a', 'pause'], ['a', 'resume'], ['b', 'resume'])
      .when('a', 'accept-mode')
      .thenHappened({ type: 'mode-accepted' });
  });
});

describe('words', () => {
  it('[T10] in written mode sentences and ratings carry words', () => {
    given().when('a', 'propose', { words: null }).thenRefused('words-required');
    given(['a', 'propose'], ['b', 'accept'])
      .when('b', 'rate', { words: null })
      .thenRefused('words-required');
  });

  it('[T10] every other move carries none', () => {
    const proposed = given(['a', 'propose']);
    const words = sealedWords(9, digestOf(2));
    for (const move of ['accept', 'pause', 'leave', 'stop'] as const) {
      proposed.when('b', move, { words }).thenRefused('words-not-expected');
    }
    unopened().when('a', open, { words }).thenRefused('words-not-expected');
  });

  it('[T11] in spoken mode sentences stay in the air', () => {
    const spoken = givenIn(mirrorDialogue, 'spoken');
    spoken.when('a', 'propose', { words: sealedWords(2, null) }).thenRefused('words-not-expected');
    const proposed = spoken.when('a', 'propose').thenHappened({ type: 'proposed' });
    expect(proposed.events.at(-1)).toMatchObject({ sealed: null, prev: null, hash: null });
  });

  it('[T11] in spoken mode ratings are sealed', () => {
    const rating = givenIn(mirrorDialogue, 'spoken', ['a', 'propose'], ['b', 'accept']);
    rating.when('a', 'rate', { words: null }).thenRefused('words-required');
    rating.when('a', 'rate').thenHappened({ type: 'rated' });
  });
});
