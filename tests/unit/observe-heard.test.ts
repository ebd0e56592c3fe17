import { describe, expect, it } from 'vitest';
import { heardIn } from '#components/observe/heard.ts';
import { unseenOf } from '#components/observe/unseen.ts';
import { Act, acts } from '#lib/dialogue/act.ts';
import { type Fact, pastOf } from '#lib/dialogue/event.ts';
import type { LineContent, TranscriptLine } from '#lib/dialogue/transcript.ts';

const lineOf = (fact: Fact, content: LineContent): TranscriptLine => ({
  seq: 7,
  at: 1_700_000_000_000,
  by: 'a',
  fact,
  legIndex: 0,
  phaseId: 'mirror',
  stepId: 'give-back',
  half: 1,
  content,
});
const nobody: ReadonlySet<number> = new Set();
const mirrored: Fact = { type: 'mirrored' };

describe('what a therapist reads in a line', () => {
  it('is said what it was, where the words are not for her', () => {
    expect(heardIn(lineOf(mirrored, { kind: 'unseen' }), nobody)).toEqual({
      kind: 'unseen',
      what: 'mirror',
    });
  });

  it('is that it is hidden from the two as well, as long as it is', () => {
    const rated: Fact = { type: 'rated' };
    const line = lineOf(rated, { kind: 'withheld' });
    expect(heardIn(line, new Set([7]))).toEqual({ kind: 'hidden' });
    expect(heardIn(line, nobody)).toEqual({ kind: 'unseen', what: 'rating' });
  });

  it('is the words, the cue or the gap itself', () => {
    expect(heardIn(lineOf(mirrored, { kind: 'text', text: 'Je was moe.' }), nobody)).toEqual({
      kind: 'said',
    });
    expect(heardIn(lineOf(mirrored, { kind: 'gap' }), nobody)).toEqual({ kind: 'gap' });
    const cue = { kind: 'ready', id: 'breathe' } as const;
    expect(heardIn(lineOf({ type: 'cued', to: 'both' }, { kind: 'cue', cue }), nobody)).toEqual({
      kind: 'cue',
    });
  });

  it('is that it was aloud, for what was said where nobody writes along', () => {
    expect(heardIn(lineOf(mirrored, { kind: 'none' }), nobody)).toEqual({ kind: 'aloud' });
    expect(heardIn(lineOf({ type: 'paused' }, { kind: 'none' }), nobody)).toEqual({
      kind: 'nothing',
    });
  });

  it.each(Act.options)('has a name for the words of %s exactly where it has words', (act) => {
    expect(pastOf[act]).toBeDefined();
    expect(unseenOf[act] === null).toBe(acts[act].words === 'none');
  });
});
