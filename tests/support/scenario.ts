import * as v from 'valibot';
import { expect } from 'vitest';
import { PlainAct } from '#lib/dialogue/act.ts';
import { decide, wordsFor } from '#lib/dialogue/decide.ts';
import { firstEpoch } from '#lib/dialogue/epoch.ts';
import type { DialogueEvent, Fact } from '#lib/dialogue/event.ts';
import { evolve } from '#lib/dialogue/evolve.ts';
import type { ExerciseDefinition } from '#lib/dialogue/exercise.ts';
import type { Time } from '#lib/dialogue/id.ts';
import type { Mode } from '#lib/dialogue/mode.ts';
import type { Move, SealedWords } from '#lib/dialogue/move.ts';
import {
  decideObserver,
  type ObserverMove,
  type ObserverSubmission,
} from '#lib/dialogue/observe.ts';
import type { Rejection } from '#lib/dialogue/rejection.ts';
import type { Result } from '#lib/dialogue/result.ts';
import type { Seat } from '#lib/dialogue/seat.ts';
import { type DialogueState, newSession } from '#lib/dialogue/state.ts';
import { mirrorDialogue } from '#tests/support/exercises.ts';
import { moveIdOf, sealedWords } from './fabricate.ts';

type Bare<Asked> = Asked extends { type: infer Type }
  ? Exclude<keyof Asked, 'type'> extends never
    ? Type
    : never
  : never;

/** The moves that are named by their type alone. */
type PlainMove = Bare<Move>;

/** A move in full, from its type alone when that says it all. */
export function moveOf(asked: PlainMove | Move): Move {
  if (typeof asked !== 'string') return asked;
  return v.is(PlainAct, asked) ? { type: asked } : { type: asked };
}

/** A seat and its move, or a time in milliseconds that passes. */
export type Played = readonly [seat: Seat, move: PlainMove | Move] | { pass: number };

/** When every scenario begins. */
export const start: Time = 1_700_000_000_000;
export const minutes = (count: number) => count * 60_000;
export const hours = (count: number) => minutes(count * 60);

/** How a move differs from a well-made one: other words, another moment. */
export interface Twist {
  words?: SealedWords | null;
  now?: Time;
}

/** What came of one move. */
export interface Outcome {
  result: Result<DialogueEvent, Rejection>;
  /** Expects the move to be accepted as this fact; returns how things stand after it. */
  thenHappened(fact: Fact): Situation;
  /** Expects the move to be refused for this reason; returns how things (still) stand. */
  thenRefused(reason: Rejection): Situation;
}

/** A session at some point in a scenario. */
export class Situation {
  constructor(
    readonly exercise: ExerciseDefinition,
    readonly events: readonly DialogueEvent[],
    readonly state: DialogueState,
    /** The time of the next move. */
    readonly now: Time,
  ) {}

  /** When the last event happened; 0 before the first. */
  get lastAt(): Time {
    return this.events.at(-1)?.at ?? 0;
  }

  /** Time passes. */
  pass(duration: number): Situation {
    return new Situation(this.exercise, this.events, this.state, this.now + duration);
  }

  /** One more move, with well-made words where it needs them unless `twist` says otherwise. */
  when(seat: Seat, asked: PlainMove | Move, twist: Twist = {}): Outcome {
    const move = moveOf(asked);
    const number = this.state.seq + 1;
    const now = twist.now ?? this.now;
    const words = twist.words === undefined ? this.#wordsFor(move, number) : twist.words;
    const submission = { moveId: moveIdOf(number), move, words };
    const before = structuredClone(this.state);
    const result = decide(this.exercise, this.state, submission, seat, now);
    return this.#outcome(result, before, now);
  }

  /** One act of an observer, with a cue where it needs one unless `twist` says otherwise. */
  whenObserver(act: ObserverMove, twist: { cue?: ObserverSubmission['cue']; now?: Time } = {}) {
    const moveId = moveIdOf(this.state.seq + 1);
    const now = twist.now ?? this.now;
    const own = act.type === 'cue' ? { sealed: `cue${this.state.seq}`, epoch: firstEpoch } : null;
    const cue = twist.cue === undefined ? own : twist.cue;
    const before = structuredClone(this.state);
    const result = decideObserver(this.exercise, this.state, { moveId, act, cue }, now);
    return this.#outcome(result, before, now);
  }

  /** Several acts of an observer that must all be accepted. */
  watched(...acts: readonly ObserverMove[]): Situation {
    return acts.reduce<Situation>((situation, act) => {
      const { result, thenHappened } = situation.whenObserver(act);
      if (!result.ok) throw new Error(`${JSON.stringify(act)}: ${result.reason}`);
      return thenHappened(result.value.fact);
    }, this);
  }

  #outcome(result: Outcome['result'], before: DialogueState, now: Time): Outcome {
    return {
      result,
      thenHappened: (fact) => {
        expect(result.ok ? result.value.fact : `refused: ${result.reason}`).toEqual(fact);
        if (!result.ok) return this;
        const after = evolve(this.exercise, this.state, result.value);
        const events = [...this.events, result.value];
        return new Situation(this.exercise, events, after, Math.max(now, result.value.at) + 1_000);
      },
      thenRefused: (reason) => {
        expect(result).toEqual({ ok: false, reason });
        expect(this.state).toEqual(before);
        return this;
      },
    };
  }

  /** Several moves that must all be accepted. */
  play(...script: readonly Played[]): Situation {
    return script.reduce<Situation>((situation, entry) => {
      if ('pass' in entry) return situation.pass(entry.pass);
      const { result, thenHappened } = situation.when(entry[0], entry[1]);
      if (!result.ok) throw new Error(`${entry[0]} ${JSON.stringify(entry[1])}: ${result.reason}`);
      return thenHappened(result.value.fact);
    }, this);
  }

  #wordsFor(move: Move, number: number): SealedWords | null {
    const mode = this.state.status === 'new' ? 'written' : this.state.mode;
    if (wordsFor(move.type, mode) === 'none') return null;
    return sealedWords(number, this.state.status === 'new' ? null : this.state.head);
  }
}

/** A session nobody has opened. */
export function unopened(exercise: ExerciseDefinition = mirrorDialogue): Situation {
  return new Situation(exercise, [], newSession, start);
}

/** A mirror dialogue opened by seat a in written mode, in which all this has happened. */
export function given(...script: readonly Played[]): Situation {
  return givenIn(mirrorDialogue, 'written', ...script);
}

/** The same for another exercise or mode. */
export function givenIn(
  exercise: ExerciseDefinition,
  mode: Mode,
  ...script: readonly Played[]
): Situation {
  const { id, version } = exercise;
  return unopened(exercise).play(
    ['a', { type: 'open', exercise: { id, version }, mode }],
    ...script,
  );
}
