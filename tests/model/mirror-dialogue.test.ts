import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import type { DialogueEvent } from '#lib/dialogue/event.ts';
import { Lens } from '#lib/dialogue/observer.ts';
import { seats } from '#lib/dialogue/seat.ts';
import { redact } from '#lib/dialogue/view.ts';
import { playTosses, type Tried, tosses } from '#tests/support/arbitrary-moves.ts';
import type { Watched } from '#tests/support/arbitrary-watching.ts';
import { mirrorDialogue } from '#tests/support/exercises.ts';
import { type Asked, type Observes, Reference } from './reference.ts';

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

function observedIn({ submission: { act, cue } }: Watched): Observes {
  return {
    type: act.type,
    to: act.type === 'cue' ? act.to : 'both',
    carries: cue !== null,
    lens: act.type === 'enter' ? act.lens : '',
    privately: act.type === 'enter' && act.privateCues,
  };
}

/** What each lens lets through of the mirror dialogue. */
const beyond: Readonly<Record<string, (act: string) => boolean>> = {
  phases: () => true,
  words: (act) => act === 'rate',
  ratings: () => false,
};

describe('the engine against an independent model of the mirror dialogue', () => {
  it('[T2] [T3] [T4] [M2] [P2] [O4] [O6] [O7] accepts exactly what the rules allow', () => {
    fc.assert(
      fc.property(tosses, (thrown) => {
        const reference = new Reference();
        playTosses(
          mirrorDialogue,
          thrown,
          (tried) => {
            const expected = reference.allows(askedIn(tried), tried.now);
            expect(`${tried.submission.move.type}: ${tried.result.ok}`).toBe(
              `${tried.submission.move.type}: ${expected}`,
            );
          },
          (tried) => {
            const expected = reference.observes(observedIn(tried), tried.now);
            expect(`${tried.submission.act.type}: ${tried.result.ok}`).toBe(
              `${tried.submission.act.type}: ${expected}`,
            );
          },
        );
      }),
      { numRuns: 600 },
    );
  });

  it('[C6] [C7] [C9] [O9] [O11] shows each seat exactly the words that it may have', () => {
    fc.assert(
      fc.property(tosses, (thrown) => {
        const reference = new Reference();
        const take = follow(reference);
        playTosses(
          mirrorDialogue,
          thrown,
          (tried, log) => {
            take.move(tried);
            for (const viewer of seats) {
              const seen = log.map((event) => redact(event, tried.after, viewer));
              const words = [...reference.owned.keys()].filter(
                (seq) => (reference.withheld.get(seq) ?? viewer) === viewer,
              );
              const cues = [...reference.cues].filter(([, to]) => to === 'both' || to === viewer);
              expect(shownIn(seen)).toEqual([...words, ...cues.map(([seq]) => seq)].sort(byPlace));
            }
          },
          take.watched,
        );
      }),
      { numRuns: 120 },
    );
  });

  it('[O2] [O3] [O9] [O11] shows an observer exactly what the lens, and both, let through', () => {
    fc.assert(
      fc.property(tosses, fc.constantFrom(...Lens.options), (thrown, lens) => {
        const reference = new Reference();
        const take = follow(reference);
        playTosses(
          mirrorDialogue,
          thrown,
          (tried, log) => {
            take.move(tried);
            const seen = log.map((event) => redact(event, tried.after, { lens }));
            const { watching } = reference;
            const hidden = (seq: number) =>
              !watching ||
              reference.withheld.has(seq) ||
              beyond[lens]?.(reference.said.get(seq) ?? '') !== false ||
              beyond[watching.lens]?.(reference.said.get(seq) ?? '') !== false;
            const words = [...reference.owned.keys()].filter((seq) => !hidden(seq));
            const cues = [...reference.cues].filter(
              ([seq, to]) => watching && (to === 'both' || seq > watching.seq),
            );
            expect(shownIn(seen)).toEqual([...words, ...cues.map(([seq]) => seq)].sort(byPlace));
          },
          take.watched,
        );
      }),
      { numRuns: 120 },
    );
  });
});

const byPlace = (one: number, other: number) => one - other;

function shownIn(seen: readonly DialogueEvent[]): number[] {
  return seen.filter((event) => event.sealed !== null).map((event) => event.seq);
}

/** Hands the model whatever was tried. */
function follow(reference: Reference) {
  return {
    move: (tried: Tried) => reference.allows(askedIn(tried), tried.now),
    watched: (tried: Watched) => void reference.observes(observedIn(tried), tried.now),
  };
}
