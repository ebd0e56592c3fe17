import type { Place } from './course.ts';
import type { ExerciseRef } from './exercise.ts';
import type { Digest, Time } from './id.ts';
import type { Mode } from './mode.ts';
import type { Observer } from './observer.ts';
import type { Seat } from './seat.ts';

/** Both sides stand still. `ready` are the seats that want to go on; it takes both. */
export type Hold =
  | { kind: 'pause' | 'leave'; by: Seat; since: Time; ready: readonly Seat[] }
  | {
      kind: 'time-out';
      by: Seat;
      since: Time;
      /** The agreed moment to come back. */
      until: Time;
      /** Who named that moment: at first the seat that called the time-out, later perhaps the other. */
      namedBy: Seat;
      /** Another moment, offered and not yet accepted. */
      counter: { by: Seat; until: Time } | null;
      ready: readonly Seat[];
    };

/** What holds whatever the status is, from the first event on. */
export interface Ledger {
  /** Place of the last event in the stream. */
  seq: number;
  /** When it happened. */
  at: Time;
  exercise: ExerciseRef;
  mode: Mode;
  opener: Seat;
  openedAt: Time;
  place: Place;
  /** Digest of the last content event: what the next words must be chained to. */
  head: Digest | null;
  /** Content events whose words are still there, with their authors. */
  content: readonly { seq: number; by: Seat }[];
  /** Hidden answers the other side may not have yet. */
  concealed: readonly { seq: number; by: Seat }[];
  /** Who watches; after the end, who did when it came. */
  observer: Observer | null;
}

/** What an observer asked of the two: to pause, or to do the act that leads to the next phase. */
export interface ObserverAsk {
  kind: 'pause' | 'phase';
  at: Time;
}

export interface Running extends Ledger {
  status: 'running';
  /** Who has already answered a step that waits for both. */
  answered: readonly Seat[];
  /** The moment the listener asked to come back to the appointment, if any. */
  postponedTo: Time | null;
  modeOffer: { by: Seat; mode: Mode } | null;
  /** What the observer asked and nobody answered yet. */
  request: ObserverAsk | null;
}

export interface Held extends Omit<Running, 'status'> {
  status: 'held';
  hold: Hold;
}

export interface Ended extends Ledger {
  status: 'ended';
  how: 'completed' | 'stopped';
  endedAt: Time;
  /** Each seat's answer to "shall we keep the words?"; null while unanswered. */
  keep: Readonly<Record<Seat, boolean | null>>;
  /** Whether the words wait for both answers, stay, or are gone. */
  words: 'asked' | 'kept' | 'gone';
}

/** A session after its first event. */
export type Begun = Running | Held | Ended;

/** Everything that follows from the log of one session. */
export type DialogueState = { status: 'new'; seq: 0 } | Begun;

export const newSession: DialogueState = { status: 'new', seq: 0 };
