import * as v from 'valibot';
import { expect, test } from 'vitest';
import { DialogueEvent } from '#lib/dialogue/event.ts';
import type { LineContent, TranscriptLine } from '#lib/dialogue/transcript.ts';
import { differencesIn, Seen } from '../../scripts/drive/seen.ts';
import { leaksIn } from '../../scripts/drive/tap.ts';

const digest = 'A'.repeat(43);

function event(seq: number, type: string, sealed: string | null, hash: string | null = digest) {
  const moveId = `m${seq}`.padEnd(22, 'A');
  const rest = { author: 'a', at: seq, v: 1, epoch: 1, prev: null };
  return v.parse(DialogueEvent, { seq, moveId, fact: { type }, sealed, hash, ...rest });
}

const line = (seq: number, content: LineContent): TranscriptLine => ({
  seq,
  at: seq,
  by: 'a',
  fact: { type: 'sent' },
  legIndex: 0,
  phaseId: 'mirror',
  stepId: 'tell',
  half: 1,
  content,
});

const screenOf = (...lines: readonly TranscriptLine[]) =>
  new Seen({ watch: () => () => undefined, snapshot: { session: { seq: lines.length, lines } } });

const said = { kind: 'text', text: 'Ik had gekookt.' } as const;
const seven = { kind: 'rating', rating: 7 } as const;
const everything = Number.POSITIVE_INFINITY;

test('words, and ratings, that a lens keeps back are leaks when they are carried', () => {
  const carried = [event(1, 'sent', 'wk1.words'), event(2, 'rated', 'wk1.rating')];
  expect(leaksIn(carried, 'ratings', everything)).toBe(0);
  expect(leaksIn(carried, 'words', everything)).toBe(1);
  expect(leaksIn(carried, 'phases', everything)).toBe(2);
  const bare = carried.map((one) => ({ ...one, sealed: null }));
  expect(leaksIn(bare, 'phases', everything)).toBe(0);
});

test('whatever comes after she was let go is a leak, with words or without', () => {
  const carried = [event(1, 'sent', 'wk1.words'), event(2, 'confirmed', null, null)];
  expect(leaksIn(carried, 'ratings', 1)).toBe(1);
});

test('she may see what both see within her lens, and nothing else is the same', () => {
  const partners = [
    screenOf(line(1, said), line(2, seven)),
    screenOf(line(1, said), line(2, seven)),
  ] as const;
  const hidden = { kind: 'withheld' } as const;
  const whole = screenOf(line(1, said), line(2, seven));
  const wordsOnly = screenOf(line(1, said), line(2, hidden));
  expect(differencesIn('ratings', whole, partners)).toEqual({ moments: 1, differences: 0 });
  expect(differencesIn('words', wordsOnly, partners)).toEqual({ moments: 1, differences: 0 });
  expect(differencesIn('words', whole, partners).differences).toBe(1);
  expect(differencesIn('ratings', wordsOnly, partners).differences).toBe(1);
});

test('an answer that one of the two does not see yet is not for her', () => {
  const hidden = { kind: 'withheld' } as const;
  const partners = [screenOf(line(1, seven)), screenOf(line(1, hidden))] as const;
  expect(differencesIn('ratings', screenOf(line(1, hidden)), partners).differences).toBe(0);
  expect(differencesIn('ratings', screenOf(line(1, seven)), partners).differences).toBe(1);
});
