import { assertNever } from './assert-never.ts';
import { attemptsOf, carries, moveTypes, ripeTime, submissionOf } from './attempt.ts';
import { decide } from './decide.ts';
import { evolve } from './evolve.ts';
import type { ExerciseDefinition } from './exercise.ts';
import { legalMoves } from './legal.ts';
import type { Move, MoveType } from './move.ts';
import { type Seat, seats } from './seat.ts';
import { type DialogueState, type Ledger, newSession } from './state.ts';

/** One accepted move, from one state to the next. */
export interface Edge {
  seat: Seat;
  type: MoveType;
  to: string;
}

/** A reachable state (one that stands for all that differ in what the rules do not look at). */
export interface Node {
  state: DialogueState;
  edges: readonly Edge[];
}

/** Every reachable state by its key, and how the engine judged what was tried in them. */
export interface Graph {
  nodes: ReadonlyMap<string, Node>;
  /** Moves that the table does not list there, and listed ones with words too many or too few. */
  illegalTried: number;
  illegalAccepted: number;
  /** Moves the table lists, with the right words at the right time, that were refused all the same. */
  legalRefused: number;
}

/** Searches an exercise breadth first: in each state both seats try every move there is. */
export function search(exercise: ExerciseDefinition): Graph {
  const tally = { illegalTried: 0, illegalAccepted: 0, legalRefused: 0 };
  const nodes = new Map<string, Node>();
  const found = new Map<string, DialogueState>([[keyOf(newSession), newSession]]);
  // A Map grows while it is walked over, so it is the queue as well.
  for (const [key, state] of found) {
    const now = ripeTime(state);
    const edges: Edge[] = [];
    for (const seat of seats) {
      const legal = legalMoves(exercise, state, seat);
      for (const type of moveTypes) {
        for (const move of attemptsOf(type, exercise, state, seat, now)) {
          const after = judge(exercise, state, seat, move, legal.includes(type));
          if (!after) continue;
          const to = keyOf(after);
          if (!found.has(to)) found.set(to, after);
          edges.push({ seat, type, to });
        }
      }
    }
    nodes.set(key, { state, edges });
  }
  return { nodes, ...tally };

  function judge(
    by: ExerciseDefinition,
    state: DialogueState,
    seat: Seat,
    move: Move,
    legal: boolean,
  ): DialogueState | null {
    const now = ripeTime(state);
    const carrying = carries(move, state);
    const right = decide(by, state, submissionOf(move, state, carrying), seat, now);
    const wrong = legal
      ? decide(by, state, submissionOf(move, state, !carrying), seat, now)
      : undefined;
    tally.illegalTried += 1;
    if (legal ? wrong?.ok : right.ok) tally.illegalAccepted += 1;
    if (legal && !right.ok) tally.legalRefused += 1;
    return right.ok ? evolve(by, state, right.value) : null;
  }
}

/**
 * What the rules look at in a state, as text. Left out: times, order, digests, and which content
 * there is beyond whether each seat still has any; hidden answers are told apart from the rest. Nobody
 * watches here: rule O5 says that it would change nothing.
 */
export function keyOf(state: DialogueState): string {
  switch (state.status) {
    case 'new':
      return 'new';
    case 'running':
      return JSON.stringify(['running', ...ledger(state), state.answered, state.modeOffer]);
    case 'held': {
      const { hold } = state;
      const ready = [...hold.ready].sort();
      const times = hold.kind === 'time-out' ? [hold.namedBy, hold.counter?.by ?? null] : [];
      const held = [hold.kind, ready, ...times];
      return JSON.stringify(['held', ...ledger(state), state.answered, state.modeOffer, held]);
    }
    case 'ended': {
      const { how, keep, words, mode, content } = state;
      const left = seats.map((seat) => content.some((entry) => entry.by === seat));
      return JSON.stringify(['ended', how, keep, words, mode, left]);
    }
    default:
      return assertNever(state);
  }
}

function ledger(state: Ledger): readonly unknown[] {
  const { place, mode, opener, concealed } = state;
  const hidden = concealed.map((entry) => entry.by);
  return [place.leg, place.step, mode, opener, hidden, has(state, 'a'), has(state, 'b')];
}

/** Whether a seat still has words that are not hidden. */
function has({ content, concealed }: Ledger, seat: Seat): boolean {
  const hidden = new Set(concealed.map((entry) => entry.seq));
  return content.some((entry) => entry.by === seat && !hidden.has(entry.seq));
}
