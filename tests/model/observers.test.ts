import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it, vi } from 'vitest';
import { attemptsOf, carries, ripeTime, submissionOf } from '#lib/dialogue/attempt.ts';
import { courseOf } from '#lib/dialogue/course.ts';
import { decide } from '#lib/dialogue/decide.ts';
import { DialogueEvent } from '#lib/dialogue/event.ts';
import { evolve, fold } from '#lib/dialogue/evolve.ts';
import type { ExerciseDefinition } from '#lib/dialogue/exercise.ts';
import { legalMoves } from '#lib/dialogue/legal.ts';
import { decideObserver } from '#lib/dialogue/observe.ts';
import { Rejection } from '#lib/dialogue/rejection.ts';
import { seats } from '#lib/dialogue/seat.ts';
import { type DialogueState, newSession } from '#lib/dialogue/state.ts';
import { wayOn } from '#lib/dialogue/way-on.ts';
import { playTosses, tosses } from '#tests/support/arbitrary-moves.ts';
import { library, mirrorDialogue } from '#tests/support/exercises.ts';
import { moveIdOf, observationOf } from '#tests/support/fabricate.ts';
import { shortTalk } from '#tests/support/short-talk.ts';

vi.setConfig({ testTimeout: 60_000 });

const theirs = new Set(['revoked', 'request-declined']);

/** The same log as if nobody had ever watched: without those events, numbered anew. */
function unwatched(log: readonly DialogueEvent[]): DialogueEvent[] {
  const places = new Map<number, number>();
  return log
    .filter(({ author, fact }) => author !== 'observer' && !theirs.has(fact.type))
    .map((event, index): DialogueEvent => {
      const seq = index + 1;
      places.set(event.seq, seq);
      if (event.fact.type !== 'erased') return { ...event, seq };
      const seqs = event.fact.seqs.map((place) => places.get(place) ?? 0);
      return { ...event, seq, fact: { type: 'erased', seqs } };
    });
}

/** What a state says of the exercise and of the two, with places told by their moments. */
function bare(state: DialogueState, log: readonly DialogueEvent[]) {
  if (state.status === 'new') return state;
  const at = (seq: number) => log[seq - 1]?.at;
  const placed = (entries: readonly { seq: number; by: string }[]) =>
    entries.map(({ seq, by }) => [at(seq), by]);
  const { content, concealed } = state;
  const rest = { ...state, content: placed(content), concealed: placed(concealed) };
  return { ...rest, seq: 0, at: 0, observer: null, request: null };
}

const asEver = (moves: readonly string[]) =>
  moves.filter((type) => type !== 'revoke' && type !== 'decline-request');

describe.each([
  ['the mirror dialogue', mirrorDialogue, 60],
  ['a short talk', shortTalk, 60],
] as const)('whoever watches %s', (_, exercise, numRuns) => {
  it('[O5] leaves it as it would have been without', () => {
    fc.assert(
      fc.property(tosses, (thrown) => {
        let last: DialogueState = newSession;
        const log = playTosses(exercise, thrown, ({ after }) => {
          last = after;
        });
        const without = unwatched(log);
        const state = fold(exercise, newSession, without);
        expect(bare(last, log)).toEqual(bare(state, without));
        for (const seat of seats) {
          expect(asEver(legalMoves(exercise, last, seat))).toEqual(
            legalMoves(exercise, state, seat),
          );
        }
      }),
      { numRuns },
    );
  });

  it('[O5] changes nothing of it by any act', () => {
    fc.assert(
      fc.property(tosses, (thrown) => {
        playTosses(
          exercise,
          thrown,
          () => undefined,
          ({ before, after, result }, log) => {
            expect(bare(after, log)).toEqual(bare(before, log));
            if (result.ok) expect(v.safeParse(DialogueEvent, result.value).success).toBe(true);
            else expect(v.safeParse(Rejection, result.reason).success).toBe(true);
          },
        );
      }),
      { numRuns },
    );
  });

  it('[O4] [P1] can always be let go by both, who can do whatever the table lists', () => {
    fc.assert(
      fc.property(tosses, (thrown) => {
        playTosses(exercise, thrown, ({ after: state }) => {
          const watched = state.status === 'running' || state.status === 'held';
          for (const seat of seats) {
            const legal = legalMoves(exercise, state, seat);
            expect(legal.includes('revoke')).toBe(watched && state.observer !== null);
            for (const type of ['revoke', 'decline-request'] as const) {
              const asked = submissionOf({ type }, state, false);
              const result = decide(exercise, state, asked, seat, ripeTime(state));
              expect(result.ok).toBe(legal.includes(type));
              if (!result.ok) continue;
              const after = evolve(exercise, state, result.value);
              if (after.status === 'running') expect(after.request).toBeNull();
              if (type === 'revoke') expect(after.observer).toBeNull();
            }
          }
        });
      }),
      { numRuns },
    );
  });
});

describe('the next phase that an observer proposes', () => {
  it('[O6] is only ever reached by the act of whoever is asked, from where nothing waits to be accepted', () => {
    let proposed = 0;
    for (const { definition } of library.offered) {
      for (const state of statesOf(definition)) {
        const act = wayOn(definition, state);
        const submission = {
          moveId: moveIdOf(1),
          act: { type: 'propose-phase' },
          cue: null,
        } as const;
        const asked = decideObserver(definition, state, submission, state.at + 1);
        expect(asked.ok).toBe(act !== null);
        if (!asked.ok || act === null) continue;
        proposed += 1;
        const after = evolve(definition, state, asked.value);
        expect(after.place).toEqual(state.place);
        const able = seats.filter((seat) => legalMoves(definition, after, seat).includes(act));
        expect(able).toHaveLength(1);
        for (const seat of able) {
          const legal = legalMoves(definition, after, seat);
          for (const answer of ['confirm', 'correct', 'accept', 'agree']) {
            expect(legal).not.toContain(answer);
          }
          const [move] = attemptsOf(act, definition, after, seat, after.at + 1);
          if (!move) throw new Error('An act without a move');
          expect(carries(move, after)).toBe(false);
          const on = decide(
            definition,
            after,
            submissionOf(move, after, false),
            seat,
            after.at + 1,
          );
          if (!on.ok) throw new Error(`Refused: ${on.reason}`);
          const reached = evolve(definition, after, on.value);
          expect(reached.place.leg).toBe(state.place.leg + 1);
          expect(reached.status === 'running' && reached.request).toBeNull();
        }
      }
    }
    expect(proposed).toBeGreaterThan(20);
  });
});

/** One running, watched state at every step of an exercise, in both modes. */
function statesOf(exercise: ExerciseDefinition) {
  const { id, version } = exercise;
  return (['written', 'spoken'] as const).flatMap((mode) =>
    courseOf(exercise).flatMap((leg, index) =>
      leg.phase.steps.map((step) => {
        const moveId = moveIdOf(1);
        const open = { type: 'open', exercise: { id, version }, mode } as const;
        const opened = decide(exercise, newSession, { moveId, move: open, words: null }, 'a', 1);
        if (!opened.ok) throw new Error(`Refused: ${opened.reason}`);
        const state = evolve(exercise, newSession, opened.value);
        if (state.status !== 'running') throw new Error('An opening that ends');
        const observation = observationOf(1);
        const observer = {
          observation,
          name: 'Vera',
          lens: 'phases',
          privateCues: false,
          since: 1,
        } as const;
        return { ...state, observer, place: { leg: index, step: step.id } };
      }),
    ),
  );
}
