import { type ArchiveRefusal, openRecording, type Recording } from '#lib/client/archive.ts';
import type { RoomId, SessionId } from '#lib/dialogue/id.ts';
import type { Result } from '#lib/dialogue/result.ts';
import type { Refusal } from '#lib/protocol.ts';
import { hasHappened, type MoveOverWords } from './has-happened.ts';

/** What became of a move over the words. `unsure`: it may or may not have been done. */
export type HandedIn =
  | { status: 'done'; now: Result<Recording, ArchiveRefusal> }
  | { status: 'unchanged'; reason: Refusal | null; now: Result<Recording, ArchiveRefusal> | null }
  | { status: 'unsure' };

/** Hands a move in over a connection of its own, and reads the session again to see what came of it. */
export async function handIn(
  roomId: RoomId,
  sessionId: SessionId,
  move: MoveOverWords,
): Promise<HandedIn> {
  const connection = await connect(roomId, sessionId);
  if (!connection) return { status: 'unchanged', reason: null, now: null };
  const answer = await connection.submit(move);
  connection.close();
  const now = await openRecording(roomId, sessionId);
  if (answer === null || (now.ok && hasHappened(move, now.value))) return { status: 'done', now };
  if (answer !== 'no-answer') return { status: 'unchanged', reason: answer, now };
  return now.ok ? { status: 'unchanged', reason: null, now } : { status: 'unsure' };
}

async function connect(roomId: RoomId, sessionId: SessionId) {
  try {
    // Loaded at the click: who only looks back never opens a socket.
    const { afterwards } = await import('#lib/client/afterwards.ts');
    const connection = await afterwards(roomId, sessionId);
    return typeof connection === 'string' ? null : connection;
  } catch {
    return null;
  }
}
