import type { ExerciseDefinition } from '#lib/dialogue/exercise.ts';
import type { SessionId } from '#lib/dialogue/id.ts';
import type { Move } from '#lib/dialogue/move.ts';
import type { Seat } from '#lib/dialogue/seat.ts';
import type { DialogueState } from '#lib/dialogue/state.ts';
import type { TranscriptLine } from '#lib/dialogue/transcript.ts';
import type { Words } from '#lib/dialogue/words.ts';
import type { Exercise } from '#lib/exercises/exercise.ts';
import type { Refusal, RoomView } from '#lib/protocol.ts';
import type { GivenCue } from './observation/cues.ts';

/**
 * How this device stands with the server. `refused`: this device has no seat in the room (any more);
 * `outdated`: the page has to be loaded anew first.
 */
export type Connection = 'connecting' | 'online' | 'offline' | 'refused' | 'outdated';

/** A move that is not in the log yet: kept on this device and offered until it is answered. */
export interface Pending {
  move: Move;
  words: Words | null;
  /** Why it is still waiting, once a first try has failed; null while the first try is under way. */
  trouble: 'no-answer' | Refusal | null;
}

/** One session as this seat may see it. */
export interface SessionSnapshot {
  sessionId: SessionId;
  exercise: ExerciseDefinition;
  texts: Exercise['texts'];
  state: Exclude<DialogueState, { status: 'new' }>;
  lines: readonly TranscriptLine[];
  pending: Pending | null;
  /** The last move the server refused for good, until the next move is made. */
  refused: { move: Move; reason: Refusal } | null;
  /** False when the chain of words does not fit: something was changed, left out or reordered. */
  intact: boolean;
  /** The last event this device has. */
  seq: number;
  /** The cues of a therapist, in order. */
  cues: readonly GivenCue[];
  /** Which of the room's keys its words were sealed with. */
  epochs: readonly number[];
}

/** All there is to draw the room from. Replaced whole at every change. */
export interface RoomSnapshot {
  connection: Connection;
  /** Null until the server has told for the first time. */
  view: RoomView | null;
  /** The names, opened on this device; null for a seat nobody took, or a name that cannot be opened. */
  names: Readonly<Record<Seat, string | null>>;
  session: SessionSnapshot | null;
  /** `lost` once the room has gone over to a key that this device was not given. */
  key: 'held' | 'lost';
  /** Server time minus device time, in milliseconds. */
  clockOffset: number;
}
