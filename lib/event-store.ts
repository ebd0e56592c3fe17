import type { DialogueEvent } from './dialogue/event.ts';
import type { SessionId } from './dialogue/id.ts';

/** What became of an event that was handed to the log. */
export type AppendOutcome =
  /** It is in the log, durably. */
  | { kind: 'appended'; seq: number }
  /** The same move is already in the log, durably, as this event. */
  | { kind: 'known'; event: DialogueEvent }
  /** It does not follow the last event: read what is there and judge the move again. */
  | { kind: 'conflict' }
  /** The disk is locked, full or broken. The same event may be handed in again. */
  | { kind: 'failed'; reason: 'storage' };

/** What became of words that were to go. Whatever it says, asking again is safe. */
export type EraseOutcome =
  /** Nobody can read them, and their bytes are gone from the files. */
  | { kind: 'erased' }
  /** Nobody can read them, but a file may still hold their bytes: ask again later. */
  | { kind: 'pending' }
  /** They are still there. */
  | { kind: 'failed'; reason: 'storage' };

/**
 * The logs of all sessions: one event for each move, numbered 1, 2, 3 without gaps, never changed
 * except that words can go. Expected trouble is an outcome; anything else throws.
 */
export interface EventStore {
  /** Adds an event at the place it names, unless that place is not the next or the move is known. */
  append(sessionId: SessionId, event: DialogueEvent): Promise<AppendOutcome>;

  /**
   * The events after this seq in order, at most `limit`. Empty for an unknown session. Throws when
   * the storage cannot be read.
   */
  read(sessionId: SessionId, after: number, limit?: number): Promise<readonly DialogueEvent[]>;

  /** Erases the words of these events, or of all; everything else about them stays. */
  eraseWords(sessionId: SessionId, seqs: readonly number[] | 'all'): Promise<EraseOutcome>;
}

/** A store that forgets everything with the process: for tests that play thousands of sessions. */
export function createMemoryEventStore(): EventStore {
  const logs = new Map<SessionId, readonly DialogueEvent[]>();
  const logOf = (sessionId: SessionId) => logs.get(sessionId) ?? [];
  return {
    async append(sessionId, event) {
      const log = logOf(sessionId);
      const known = log.find((entry) => entry.moveId === event.moveId);
      if (known) return { kind: 'known', event: known };
      if (event.seq !== log.length + 1) return { kind: 'conflict' };
      logs.set(sessionId, [...log, event]);
      return { kind: 'appended', seq: event.seq };
    },
    async read(sessionId, after, limit) {
      return logOf(sessionId).slice(after, limit === undefined ? undefined : after + limit);
    },
    async eraseWords(sessionId, seqs) {
      const bare = logOf(sessionId).map((event) =>
        seqs === 'all' || seqs.includes(event.seq) ? { ...event, sealed: null } : event,
      );
      logs.set(sessionId, bare);
      return { kind: 'erased' };
    },
  };
}
