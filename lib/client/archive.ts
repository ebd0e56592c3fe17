import * as v from 'valibot';
import { type PastSession, PastSessions, type ReadRequest, SessionRecord } from '#lib/archive.ts';
import type { DialogueEvent } from '#lib/dialogue/event.ts';
import type { ExerciseDefinition } from '#lib/dialogue/exercise.ts';
import type { Digest, RoomId, SessionId } from '#lib/dialogue/id.ts';
import { type Frame, framesOf } from '#lib/dialogue/replay.ts';
import { accepted, type Result, refused } from '#lib/dialogue/result.ts';
import type { Seat } from '#lib/dialogue/seat.ts';
import type { Begun } from '#lib/dialogue/state.ts';
import { type TranscriptLine, transcriptOf } from '#lib/dialogue/transcript.ts';
import type { Exercise } from '#lib/exercises/exercise.ts';
import { browserSafe } from '#lib/vault/browser-safe.ts';
import { openName } from '#lib/vault/name.ts';
import { newRoomKey } from '#lib/vault/room-key.ts';
import { firstKeys } from '#lib/vault/room-keys.ts';
import { keptVault } from './device-keys.ts';
import { deviceShelf } from './exercise-shelf.ts';
import { type HeldKeys, wordKeys } from './held-keys.ts';
import { lastWordOf } from './last-word.ts';
import { cueKeysOf, openCues } from './observation/open-cues.ts';
import { SessionLog, type SessionLogDeps } from './session-log.ts';

/**
 * Why there is nothing to show. `unreadable`: what the server sent is not what it should send.
 * `not-found` is also said of words that are not there to take along, or not without the other's yes.
 */
export type ArchiveRefusal = 'no-answer' | 'not-found' | 'unreadable';

/** One session, read back and opened on this device. */
export interface Recording {
  roomId: RoomId;
  sessionId: SessionId;
  you: Seat;
  /** Null for a seat nobody took, or a name that does not open here. */
  names: Readonly<Record<Seat, string | null>>;
  exercise: ExerciseDefinition;
  texts: Exercise['texts'];
  /** How the session stands after its last event. */
  state: Begun;
  /** One for each event, in order; as many as `lines`. */
  frames: readonly Frame[];
  lines: readonly TranscriptLine[];
  /** Whether this device holds every key the words were sealed with; without one they do not open. */
  key: 'present' | 'missing';
  /** False when something was changed, left out or moved. The events end before what does not fit. */
  intact: boolean;
}

export interface ArchiveDeps {
  /** Asks the server for an address of its own. */
  get(address: string): Promise<Response>;
  /** The keys of a room on this device; null when there are none. */
  keysOf(roomId: RoomId): Promise<HeldKeys | null>;
  /** The same, for what the server writes down that somebody asked. */
  post(address: string, body: unknown): Promise<Response>;
  fetchExercise: SessionLogDeps['fetchExercise'];
  /** The last word of a talk as this device saw it; null when it did not. */
  lastWordOf(roomId: RoomId, sessionId: SessionId): Promise<Digest | null>;
}

/** The sessions of a room that are over, newest first. */
export async function fetchPastSessions(
  roomId: RoomId,
  { get }: Pick<ArchiveDeps, 'get'> = { get: getFromServer },
): Promise<Result<readonly PastSession[], ArchiveRefusal>> {
  const answer = await ask(() => get(`/api/rooms/${roomId}/sessions`), PastSessions);
  return answer.ok ? accepted(answer.value.sessions) : answer;
}

/**
 * Reads one session back, checks that all of it fits, and opens what this device can open. Both see
 * that it was read, and what for.
 */
export async function openRecording(
  roomId: RoomId,
  sessionId: SessionId,
  purpose: ReadRequest = { what: 'transcript' },
  deps: ArchiveDeps = {
    get: getFromServer,
    keysOf: (room) => keptVault(room, browserSafe()),
    post: postToServer,
    fetchExercise: deviceShelf.fetch,
    lastWordOf: (room, session) => lastWordOf(browserSafe(), room, session),
  },
): Promise<Result<Recording, ArchiveRefusal>> {
  const answer = await ask(() => deps.post(`/api/sessions/${sessionId}`, purpose), SessionRecord);
  if (!answer.ok) return answer;
  if (answer.value.roomId !== roomId) return refused('not-found');
  // Storage that is forbidden and a key that is not there come to the same here.
  const keys = await deps.keysOf(roomId).catch(() => null);
  const onlyOwn = purpose.what === 'export' && purpose.whose === 'mine';
  const last = await deps.lastWordOf(roomId, sessionId);
  return openRecord(answer.value, { sessionId, onlyOwn, last }, keys, deps.fetchExercise);
}

async function openRecord(
  { roomId, you, sealedNames, events: sent }: SessionRecord,
  { sessionId, onlyOwn, last }: { sessionId: SessionId; onlyOwn: boolean; last: Digest | null },
  kept: HeldKeys | null,
  fetchExercise: ArchiveDeps['fetchExercise'],
): Promise<Result<Recording, ArchiveRefusal>> {
  // Without the key the order and the chain are still checked, and no words are tried.
  const keys = kept ?? { held: firstKeys(newRoomKey()), lost: true, renew: async () => false };
  const isOpen = ({ sealed, epoch }: DialogueEvent) =>
    kept !== null && (sealed === null || kept.held.of(epoch) !== null);
  if (kept && !sent.every(isOpen)) await kept.renew();
  const whole = sent.every(isOpen);
  const log = new SessionLog({
    roomId,
    sessionId,
    keys: wordKeys(keys, { roomId, sessionId }),
    fetchExercise,
  });
  let fits = true;
  for (const event of sent) {
    const taken = await log.take(isOpen(event) ? event : { ...event, sealed: null });
    if (taken === 'unready') return refused('no-answer');
    fits = taken === 'taken';
    if (!fits) break;
  }
  const { exercise, texts, state, events, words } = log;
  if (!exercise || !texts || state.status === 'new') return refused('unreadable');
  const nameOf = async (seat: Seat) => {
    const sealed = sealedNames[seat];
    const name = sealed ? await openName(keys.held, roomId, seat, sealed) : null;
    return name?.ok ? name.value : null;
  };
  const keyOf = cueKeysOf(keys.held, { roomId, sessionId });
  const cues = await openCues({ roomId, sessionId, events, keyOf });
  const toTheEnd = last === null || state.head === last;
  return accepted({
    roomId,
    sessionId,
    you,
    names: { a: await nameOf('a'), b: await nameOf('b') },
    exercise,
    texts,
    state,
    frames: framesOf(exercise, events),
    lines: transcriptOf(exercise, events, words, { cues }),
    key: whole ? 'present' : 'missing',
    intact:
      fits && log.intact && toTheEnd && (!whole || !lacksWords(state, words, onlyOwn ? you : null)),
  });
}

/** Whether words are missing that nobody erased and that were not left hidden; of one seat, or of both. */
function lacksWords(
  { content, concealed }: Begun,
  words: ReadonlyMap<number, unknown>,
  of: Seat | null,
): boolean {
  const hidden = (seq: number) => concealed.some((entry) => entry.seq === seq);
  const owed = content.filter(({ by }) => of === null || by === of);
  return owed.some(({ seq }) => !words.has(seq) && !hidden(seq));
}

async function ask<Shape>(
  request: () => Promise<Response>,
  shape: v.GenericSchema<unknown, Shape>,
): Promise<Result<Shape, ArchiveRefusal>> {
  try {
    const answer = await request();
    if (answer.status === 404 || answer.status === 409) return refused('not-found');
    if (!answer.ok) return refused('no-answer');
    const read = v.safeParse(shape, await answer.json());
    return read.success ? accepted(read.output) : refused('unreadable');
  } catch {
    return refused('no-answer');
  }
}

function postToServer(address: string, body: unknown): Promise<Response> {
  return fetch(address, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
}

function getFromServer(address: string): Promise<Response> {
  return fetch(address, { cache: 'no-store' });
}
