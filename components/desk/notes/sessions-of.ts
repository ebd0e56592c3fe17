import type { Opened } from '#lib/client/desk.ts';
import type { ObservationId, Time } from '#lib/dialogue/id.ts';
import type { Note } from '#lib/vault/desk-item.ts';
import type { CaseHere } from '../spread.ts';

/** A session she watched with what she wrote of it; null is for notes that belong to none. */
export interface NotedSession {
  observation: ObservationId | null;
  watchedAt: Time | null;
  notes: readonly Opened<Note>[];
}

/** The notes of a couple by session, the newest session first; what belongs to none comes last, when there is any. */
export function sessionsOf({ kept, notes }: CaseHere): readonly NotedSession[] {
  const watched = [...(kept?.watched ?? [])].sort(
    (one, other) => other.admittedAt - one.admittedAt,
  );
  const known = new Set(watched.map(({ observation }) => observation));
  const loose = notes.filter(({ observation }) => !observation || !known.has(observation));
  const sessions: NotedSession[] = watched.map(({ observation, admittedAt }) => ({
    observation,
    watchedAt: admittedAt,
    notes: notes.filter((note) => note.observation === observation),
  }));
  return loose.length > 0
    ? [...sessions, { observation: null, watchedAt: null, notes: loose }]
    : sessions;
}
