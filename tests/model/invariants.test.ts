import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it, vi } from 'vitest';
import { submissionOf } from '#lib/dialogue/attempt.ts';
import { decide } from '#lib/dialogue/decide.ts';
import { DialogueEvent } from '#lib/dialogue/event.ts';
import { fold } from '#lib/dialogue/evolve.ts';
import { legalMoves } from '#lib/dialogue/legal.ts';
import { Rejection } from '#lib/dialogue/rejection.ts';
import { seats } from '#lib/dialogue/seat.ts';
import { newSession } from '#lib/dialogue/state.ts';
import { revealed } from '#lib/dialogue/view.ts';
import { playTosses, type Tried, tosses } from '#tests/support/arbitrary-moves.ts';
import { mirrorDialogue } from '#tests/support/exercises.ts';
import { shortTalk } from '#tests/support/short-talk.ts';

vi.setConfig({ testTimeout: 60_000 });

describe.each([
  ['the mirror dialogue', mirrorDialogue, 100],
  ['a short talk', shortTalk, 80],
] as const)('any moves at any time in %s', (_, exercise, numRuns) => {
  it('[R1] never throw, and change nothing when they are refused', () => {
    fc.assert(
      fc.property(tosses, (thrown) => {
        const check = ({ before, after, result }: Pick<Tried, 'before' | 'after' | 'result'>) => {
          if (!result.ok) {
            expect(v.safeParse(Rejection, result.reason).success).toBe(true);
            expect(after).toBe(before);
          }
        };
        playTosses(exercise, thrown, check, check);
      }),
      { numRuns },
    );
  });

  it('[R1] are accepted only when the table lists them', () => {
    fc.assert(
      fc.property(tosses, (thrown) => {
        playTosses(exercise, thrown, ({ before, result, seat, submission: { move } }) => {
          if (result.ok) expect(legalMoves(exercise, before, seat)).toContain(move.type);
        });
      }),
      { numRuns },
    );
  });

  it('[R2] [R3] [R4] leave a log without gaps, in time, and chained', () => {
    fc.assert(
      fc.property(tosses, (thrown) => {
        const check =
          (author: string) =>
          ({ result, submission }: Pick<Tried, 'result'> & { submission: { moveId: string } }) => {
            if (!result.ok) return;
            expect(result.value).toMatchObject({ author, moveId: submission.moveId });
            expect(v.safeParse(DialogueEvent, result.value).success).toBe(true);
          };
        const log = playTosses(
          exercise,
          thrown,
          (tried) => check(tried.seat)(tried),
          check('observer'),
        );
        let head: string | null = null;
        log.forEach((event, index) => {
          expect(event.seq).toBe(index + 1);
          expect(event.at).toBeGreaterThan(log[index - 1]?.at ?? -1);
          if (event.hash === null) return;
          expect(event.prev).toBe(head);
          head = event.hash;
        });
      }),
      { numRuns },
    );
  });

  it('[R5] leave a log whose fold is the state', () => {
    fc.assert(
      fc.property(tosses, fc.nat(240), (thrown, cut) => {
        let last: unknown = newSession;
        const log = playTosses(exercise, thrown, ({ after }) => {
          last = after;
        });
        expect(fold(exercise, newSession, log)).toEqual(last);
        const first = fold(exercise, newSession, log.slice(0, cut));
        expect(fold(exercise, first, log.slice(cut))).toEqual(last);
      }),
      { numRuns },
    );
  });

  it('[P1] [P2] [E2] always leave both a way to stop, to leave and to stand still', () => {
    fc.assert(
      fc.property(tosses, (thrown) => {
        playTosses(exercise, thrown, ({ after, now }) => {
          if (after.status !== 'running' && after.status !== 'held') return;
          const always = after.status === 'held' ? [] : (['pause'] as const);
          for (const type of [...always, 'stop', 'leave'] as const) {
            for (const seat of seats) {
              const asked = submissionOf({ type }, after, false);
              expect(decide(exercise, after, asked, seat, now).ok).toBe(true);
            }
          }
        });
      }),
      { numRuns },
    );
  });

  it('[C6] [C8] lay a hidden answer open once, and only for the other', () => {
    fc.assert(
      fc.property(tosses, (thrown) => {
        const opened = new Set<number>();
        playTosses(exercise, thrown, ({ before, after }, log) => {
          for (const viewer of seats) {
            for (const seq of revealed(before, after, viewer)) {
              expect(log[seq - 1]?.author).not.toBe(viewer);
              expect(log[log.length - 1]?.fact.type).toBe('rated');
              expect(opened.has(seq)).toBe(false);
              opened.add(seq);
            }
          }
        });
      }),
      { numRuns },
    );
  });
});
