import type { DialogueEvent } from '#lib/dialogue/event.ts';
import type { Seat } from '#lib/dialogue/seat.ts';
import type { ObserverAct, ObserverView } from '#lib/observer-protocol.ts';
import type { Refusal } from '#lib/protocol.ts';
import type { Connection, SessionSnapshot } from '../snapshot.ts';
import type { GivenCue } from './cues.ts';

/** An act of hers that is not in the log yet: offered until it is answered. */
export interface PendingAct {
  act: ObserverAct;
  /** Why it is still waiting, once a first try has failed; null while the first try is under way. */
  trouble: 'no-answer' | Refusal | null;
}

/**
 * One session as an observer may see it, through her lens. The content of a line is `unseen` when the lens
 * keeps its words from her, `withheld` when they are hidden still or their key has not come yet, and `gap`
 * when they were erased.
 */
export interface ObservedSession extends Omit<SessionSnapshot, 'pending' | 'refused' | 'epochs'> {
  /** The log itself, for what is counted. */
  events: readonly DialogueEvent[];
  /** Her cues, in order. */
  cues: readonly GivenCue[];
  /** In the order in which they were asked for. */
  pending: readonly PendingAct[];
  /** The last act that the server refused for good, until the next is asked for. */
  refused: { act: ObserverAct; reason: Refusal } | null;
  /**
   * Whether a partner's device gave her what her lens lets through. `waiting`: not yet, for all of it; it
   * comes when that device is there. `unreadable`: what the server passed on was not sealed by the device she
   * compared digits with.
   */
  keys: 'held' | 'waiting' | 'unreadable';
}

/** All there is to draw her screen from. Replaced whole at every change. */
export interface ObserverSnapshot {
  /** `refused` is never seen here: being turned away is an end. */
  connection: Connection;
  /** Null until the server has told for the first time, and after the end. */
  view: ObserverView | null;
  /** Whether the digits were compared on this device: nothing is opened, nor followed, on any other. */
  compared: boolean;
  /** Null for a seat nobody took, and until a partner's device gave the names. */
  names: Readonly<Record<Seat, string | null>>;
  session: ObservedSession | null;
  /**
   * Null as long as she watches. `session`: the session that she was let in to is over. `left`: she went.
   * `over`: it is not possible any more, whoever ended it. Nothing of the couple is left here then.
   */
  ended: 'session' | 'left' | 'over' | null;
  /** Server time minus device time, in milliseconds. */
  clockOffset: number;
}
