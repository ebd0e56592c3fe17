import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { seats } from '#lib/dialogue/seat.ts';
import { redact } from '#lib/dialogue/view.ts';
import { playTosses, type Tried, tosses } from '#tests/support/arbitrary-moves.ts';
import { mirrorDialogue } from '#tests/support/exercises.ts';
import { type Asked, Reference } from './reference.ts';

vi.setConfig({ testTimeout: 60_000 });

function askedIn({ submission: { move, words }, seat, before }: Tried): Asked {
  const head = before.status === 'new' ? null : before.head;
  const chained = words?.prev === head ? 'right' : 'unchained';
  return {
    seat,
    type: move.type,
    words: words === null ? 'none' : chained,
    until: 'until' in move ? move.until : 0,
    yes: move.type === 'keep' && move.keep,
    mode: 'mode' in move ? move.mode : '',
    seqs: move.type === 'erase' ? move.seqs : [],
  };
}

describe('the engine against an independent model of the mirror dialogue', () => {
  it('[T2] [T3] [T4] [M2] [P2] accepts exactly what the rules allow', () => {
    fc.assert(
      fc.property(tosses, (thrown) => {
        const reference = new Reference();
        playTosses(mirrorDialogue, thrown, (tried) => {
          const expected = reference.allows(askedIn(tried), tried.now);
          expect(`${tried.submission.move.type}: ${tried.result.ok}`).toBe(
            `${tried.submission.move.type}: ${expected}`,
          );
        });
      }),
      { numRuns: 600 },
    );
  });

  it('[C6] [C7] [C9] shows each seat exactly the words that it may have', () => {
    fc.assert(
      fc.property(tosses, (thrown) => {
        const reference = new Reference();
        playTosses(mirrorDialogue, thrown, (tried, log) => {
          reference.allows(askedIn(tried), tried.now);
          for (const viewer of seats) {
            const seen = log.map((event) => redact(event, tried.after, viewer));
            const shown = seen.filter((event) => event.sealed !== null).map((event) => event.seq);
            const allowed = [...reference.owned.keys()].filter(
              (seq) => (reference.withheld.get(seq) ?? viewer) === viewer,
            );
            expect(shown).toEqual(allowed);
          }
        });
      }),
      { numRuns: 120 },
    );
  });
});
