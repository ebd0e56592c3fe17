import type { Recording } from '#lib/client/archive.ts';
import { stepAt } from '#lib/dialogue/course.ts';
import { actOf } from '#lib/dialogue/event.ts';
import type { Mode } from '#lib/dialogue/mode.ts';
import type { Frame } from '#lib/dialogue/replay.ts';
import { chaptersOf, stepFrom } from '#lib/dialogue/replay.ts';
import type { TranscriptLine } from '#lib/dialogue/transcript.ts';

/** What the replay shows of one event: what was asked before it, and what it brought. */
export interface Scene {
  line: TranscriptLine;
  /** The step that was on when it happened. */
  step: string;
  /** Whether that step waited for both. */
  askedBoth: boolean;
  mode: Mode;
  /** A hidden answer that nobody but its author could see yet at this point. */
  stillHidden: boolean;
  /** The two answers, at the point where both came into the open; empty everywhere else. */
  revealed: readonly TranscriptLine[];
  /** Whether both sides were held up until they had agreed to go on. */
  held: boolean;
}

/** The frames of the talk itself: what was decided about the words afterwards is no part of it. */
export function talkOf({ frames }: Pick<Recording, 'frames'>): readonly Frame[] {
  const end = frames.findIndex(({ state }) => state.status === 'ended');
  return end < 0 ? frames : frames.slice(0, end + 1);
}

/** One scene for each frame of the talk. */
export function scenesOf(recording: Pick<Recording, 'frames' | 'lines'>): readonly Scene[] {
  const { lines } = recording;
  return talkOf(recording).flatMap(({ event, state, course }, index, talk): Scene[] => {
    const line = lines[index];
    if (!line) return [];
    const before = talk[index - 1]?.state ?? state;
    const step = stepAt(course, before.place);
    const opens =
      step.hidden === true && before.concealed.length > 0 && actOf(line.fact) !== undefined;
    const pair = [...before.concealed.map(({ seq }) => seq), event.seq];
    return [
      {
        line,
        step: step.id,
        askedBoth: step.actor === 'both',
        mode: before.mode,
        stillHidden: state.concealed.some(({ seq }) => seq === event.seq),
        revealed: opens ? lines.filter(({ seq }) => pair.includes(seq)) : [],
        held: state.status === 'held',
      },
    ];
  });
}

/** The phases that were reached, by leg, and the scene at which each begins. */
export function beginningsOf(frames: readonly Frame[]): ReadonlyMap<number, number> {
  return new Map(
    chaptersOf(frames).map(({ legIndex, frame }) => [
      legIndex,
      // A frame stands just after its event, a scene shows what was asked before it.
      frame === 0 ? 0 : stepFrom(frames, frame, 1),
    ]),
  );
}
