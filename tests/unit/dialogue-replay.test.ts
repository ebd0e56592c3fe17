import { describe, expect, it } from 'vitest';
import { fold } from '#lib/dialogue/evolve.ts';
import { chaptersOf, framesOf, longestWait, stepFrom, waitAfter } from '#lib/dialogue/replay.ts';
import { newSession } from '#lib/dialogue/state.ts';
import { mirrorDialogue } from '#tests/support/exercises.ts';
import { half, upToSecondHalf, upToSend, wholeTalk } from '#tests/support/mirror-talk.ts';
import { given, hours } from '#tests/support/scenario.ts';

const { events } = given(...wholeTalk);
const frames = framesOf(mirrorDialogue, events);

describe('replay', () => {
  it('[R9] each frame is the state after its event', () => {
    expect(frames).toHaveLength(events.length);
    frames.forEach(({ event, state }, index) => {
      expect(event).toBe(events[index]);
      expect(state).toEqual(fold(mirrorDialogue, newSession, events.slice(0, index + 1)));
    });
  });

  it('[R9] stepping stays within the first and the last frame', () => {
    expect(stepFrom(frames, 0, 1)).toBe(1);
    expect(stepFrom(frames, 3, -1)).toBe(2);
    expect(stepFrom(frames, 0, -1)).toBe(0);
    expect(stepFrom(frames, frames.length - 1, 1)).toBe(frames.length - 1);
    expect(stepFrom([], 0, 1)).toBe(0);
  });

  it('[R9] every phase that was reached can be jumped to, halves apart', () => {
    const chapters = chaptersOf(frames);
    expect(chapters.map(({ phaseId, half: of }) => `${phaseId} ${of}`)).toEqual([
      ...['appointment 0', 'arrival 0', 'safety 0', 'send 1', 'mirror 1', 'more 1', 'summary 1'],
      ...['validation 1', 'empathy 1', 'switch 0', 'send 2', 'mirror 2', 'more 2', 'summary 2'],
      ...['validation 2', 'empathy 2', 'closing 0'],
    ]);
    for (const { frame, legIndex } of chapters) {
      expect(frames[frame]?.state.place.leg).toBe(legIndex);
      expect(frames[frame - 1]?.state.place.leg).not.toBe(legIndex);
    }
    expect(chapters.find((chapter) => chapter.half === 2)?.frame).toBe(upToSecondHalf.length);
  });

  it('[R9] a phase that is entered again keeps its first frame, and later ones are absent', () => {
    const partly = given(...upToSend, ...half('a').slice(0, 7), ['b', 'validate-partly']);
    const chapters = chaptersOf(framesOf(mirrorDialogue, partly.events));
    expect(chapters.map((chapter) => chapter.phaseId)).not.toContain('empathy');
    expect(chapters.find(({ phaseId }) => phaseId === 'send')?.frame).toBe(upToSend.length);
  });

  it('[R9] the lived pace waits as long as it took, and a hold is shortened', () => {
    const paused = given(['a', 'propose'], ['b', 'pause'], { pass: hours(9) }, ['b', 'resume']);
    const slow = framesOf(mirrorDialogue, paused.events);
    expect(slow.map((_, index) => waitAfter(slow, index))).toEqual([
      1_000,
      1_000,
      longestWait,
      null,
    ]);
    expect(longestWait).toBe(8_000);
  });
});
