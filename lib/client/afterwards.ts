import type { RoomId, SessionId } from '#lib/dialogue/id.ts';
import type { Move } from '#lib/dialogue/move.ts';
import { passes, type Refusal } from '#lib/protocol.ts';
import { newMoveId } from '#lib/vault/new-id.ts';
import { socketLink } from './socket-link.ts';

const tries = 3;

/** What can still be done with the words of a session that is over. */
export interface Afterwards {
  /** Hands in a move without words. Null when it is in the log; else nothing has changed. */
  submit(move: Move): Promise<Refusal | 'no-answer' | null>;
  close(): void;
}

/** Opens a connection of its own, so that looking back never takes part in what is going on now. */
export function afterwards(
  roomId: RoomId,
  sessionId: SessionId,
): Promise<Afterwards | 'no-answer'> {
  const link = socketLink(roomId);
  return new Promise((resolve) => {
    const giveUp = () => {
      link.close();
      resolve('no-answer');
    };
    link.listen({
      connected: () =>
        resolve({
          async submit(move) {
            const submission = { moveId: newMoveId(), move, words: null };
            for (let attempt = 1; ; attempt += 1) {
              const reply = await link.request('move:submit', { sessionId, submission });
              if (reply?.ok) return null;
              if (reply && !passes(reply.reason)) return reply.reason;
              if (attempt === tries) return reply?.reason ?? 'no-answer';
            }
          },
          close: () => link.close(),
        }),
      disconnected: giveUp,
      turnedAway: giveUp,
      outdated: giveUp,
      room: () => undefined,
      events: () => undefined,
    });
  });
}
