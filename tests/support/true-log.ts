import * as v from 'valibot';
import type { SessionRecord } from '#lib/archive.ts';
import { openRecording, type Recording } from '#lib/client/archive.ts';
import { Act } from '#lib/dialogue/act.ts';
import { decide, wordsFor } from '#lib/dialogue/decide.ts';
import { firstEpoch } from '#lib/dialogue/epoch.ts';
import type { DialogueEvent } from '#lib/dialogue/event.ts';
import { evolve } from '#lib/dialogue/evolve.ts';
import type { Digest, MoveId } from '#lib/dialogue/id.ts';
import type { Move, SealedWords } from '#lib/dialogue/move.ts';
import type { Result } from '#lib/dialogue/result.ts';
import type { Seat } from '#lib/dialogue/seat.ts';
import { type DialogueState, newSession } from '#lib/dialogue/state.ts';
import { redact } from '#lib/dialogue/view.ts';
import type { Words } from '#lib/dialogue/words.ts';
import { newMoveId, newRoomId, newSessionId } from '#lib/vault/new-id.ts';
import { newRoomKey, sessionKeyOf } from '#lib/vault/room-key.ts';
import { firstKeys } from '#lib/vault/room-keys.ts';
import { sealWords } from '#lib/vault/words.ts';
import { fetchExercise, mirrorDialogue } from './exercises.ts';
import { moveOf, type Played, start } from './scenario.ts';

const { id, version } = mirrorDialogue;
const exercise = { id, version };

/** Where a log belongs, and what opens it. */
export const home = { roomId: newRoomId(), sessionId: newSessionId(), roomKey: newRoomKey() };
const sessionKey = await sessionKeyOf(home.roomKey, { ...home, epoch: firstEpoch });

/** A log as two honest partners make it, under the true rules and with true ciphertext. */
export interface TrueLog {
  state: DialogueState;
  events: readonly DialogueEvent[];
}

/** What two partners play further, from where a log stands. Their words are never the same twice. */
export async function played(from: TrueLog | null, ...script: readonly Played[]): Promise<TrueLog> {
  const opening: Played = ['a', { type: 'open', exercise, mode: 'written' }];
  let log: TrueLog = from ?? { state: newSession, events: [] };
  for (const step of from ? script : [opening, ...script]) {
    if ('pass' in step) throw new Error('No time passes here');
    const [seat, asked] = step;
    const move = moveOf(asked);
    log = await after(log, seat, move, wordsOf(log.state, move));
  }
  return log;
}

/** The log after a move with these words, whether or not they are of the kind that the act asks. */
export async function after(
  { state, events }: TrueLog,
  seat: Seat,
  move: Move,
  words: Words | null,
): Promise<TrueLog> {
  const moveId = newMoveId();
  const sealed = words && (await sealedFor(state, seat, move, { moveId, words }));
  const now = start + 1_000 * events.length;
  const submission = { moveId, move, words: sealed };
  const event = accept(decide(mirrorDialogue, state, submission, seat, now));
  return { state: evolve(mirrorDialogue, state, event), events: [...events, event] };
}

/** What the server would send of a log to this seat. */
export function recordOf({ state, events }: TrueLog, you: Seat): SessionRecord {
  return {
    roomId: home.roomId,
    you,
    sealedNames: { a: null, b: null },
    events: events.map((event) => redact(event, state, you)),
  };
}

/** What the device of that seat, which has the key, makes of a record that a server sends. */
export async function readBack(
  record: SessionRecord,
  last: Digest | null = null,
): Promise<Result<Recording, string>> {
  const keys = { held: firstKeys(home.roomKey), lost: false, renew: async () => false };
  const answer = async () => Response.json(record);
  return openRecording(home.roomId, home.sessionId, undefined, {
    get: answer,
    post: answer,
    keysOf: async () => keys,
    lastWordOf: async () => last,
    fetchExercise,
  });
}

function wordsOf(state: DialogueState, move: Move): Words | null {
  if (state.status === 'new') return null;
  const kind = wordsFor(move.type, state.mode);
  if (kind === 'rating') return { kind, rating: state.seq % 11 };
  return kind === 'text' ? { kind, text: crypto.randomUUID() } : null;
}

async function sealedFor(
  state: DialogueState,
  seat: Seat,
  move: Move,
  { moveId, words }: { moveId: MoveId; words: Words },
): Promise<SealedWords | null> {
  if (state.status === 'new') return null;
  const { roomId, sessionId } = home;
  const act = v.parse(Act, move.type);
  const place = {
    roomId,
    sessionId,
    epoch: firstEpoch,
    moveId,
    seat,
    act,
    exercise,
    prev: state.head,
  };
  return accept(await sealWords(sessionKey, place, words));
}

function accept<Value>(result: Result<Value, string>): Value {
  if (!result.ok) throw new Error(`Refused: ${result.reason}`);
  return result.value;
}
