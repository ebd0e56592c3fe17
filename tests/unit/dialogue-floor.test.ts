import { describe, expect, it } from 'vitest';
import { courseOf } from '#lib/dialogue/course.ts';
import { type Floor, floorOf } from '#lib/dialogue/floor.ts';
import type { Seat } from '#lib/dialogue/seat.ts';
import { stoppedHalfway } from '#lib/dialogue/stopped-halfway.ts';
import { stretchAt, stretchesOf } from '#lib/dialogue/stretches.ts';
import { mirrorDialogue } from '#tests/support/exercises.ts';
import {
  half,
  upToClosing,
  upToSecondHalf,
  upToSend,
  upToSwitch,
  wholeTalk,
} from '#tests/support/mirror-talk.ts';
import { given, type Played } from '#tests/support/scenario.ts';

const course = courseOf(mirrorDialogue);

function floorAfter(script: readonly Played[], you: Seat): Floor {
  const { state } = given(...script);
  if (state.status === 'new' || state.status === 'ended') throw new Error('Nobody has the floor');
  return floorOf(mirrorDialogue, state, you);
}

describe('the floor', () => {
  it('[T3] is with one of the two, and both see with whom', () => {
    const sent: readonly Played[] = [...upToSend, ['a', 'send']];
    expect(floorAfter(sent, 'b')).toEqual({ turn: 'yours', holder: 'b', speaker: 'a' });
    expect(floorAfter(sent, 'a')).toEqual({ turn: 'theirs', holder: 'b', speaker: 'a' });
  });

  it('[T5] is with nobody alone while both are asked, also for whoever answered first', () => {
    const first: readonly Played[] = [...upToSwitch, ['b', 'rate']];
    expect(floorAfter(upToSwitch, 'b')).toMatchObject({ turn: 'both', holder: null });
    expect(floorAfter(first, 'b')).toMatchObject({ turn: 'waiting', holder: null });
    expect(floorAfter(first, 'a')).toMatchObject({ turn: 'both', holder: null });
  });

  it('[P4] stays in a hold where it will be after it', () => {
    const held: readonly Played[] = [...upToSend, ['b', 'pause']];
    expect(floorAfter(held, 'a')).toEqual(floorAfter(upToSend, 'a'));
  });
});

describe('the stretches of a course', () => {
  it('[T6] are what is played once, and two halves with the roles swapped', () => {
    const stretches = stretchesOf(mirrorDialogue, 'b');
    expect(stretches.map((stretch) => stretch.half)).toEqual([0, 1, 0, 2, 0]);
    expect(stretches.map(({ speaker }) => speaker)).toEqual(['b', 'b', 'b', 'a', 'b']);
    expect(stretches.flatMap(({ legs }) => legs)).toEqual(course);
    course.forEach((leg, index) => {
      expect(stretchAt(stretches, index)?.legs).toContain(leg);
    });
  });
});

describe('stopped half-way', () => {
  const missed = (script: readonly Played[]) => {
    const { state } = given(...script);
    if (state.status !== 'ended') throw new Error('The talk goes on');
    return stoppedHalfway(mirrorDialogue, state);
  };

  it('[E2] a stop in the first half or between the two leaves out the half of the other', () => {
    expect(missed([...upToSend, ['b', 'stop']])).toBe('b');
    expect(missed([...upToSend, ...half('a'), ['a', 'stop']])).toBe('b');
  });

  it('[E2] a stop before the halves or in the second leaves out the half of nobody', () => {
    const stops: readonly (readonly Played[])[] = [[], upToSecondHalf, upToClosing];
    for (const script of stops) expect(missed([...script, ['a', 'stop']])).toBeNull();
  });

  it('[E1] a talk that was completed left nothing out', () => {
    expect(missed(wholeTalk)).toBeNull();
  });
});
