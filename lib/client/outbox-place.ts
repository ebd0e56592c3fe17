import type { RoomId, SessionId } from '#lib/dialogue/id.ts';

/** Where the moves of a session lie on the device; without a session, those of the whole room. */
export function outboxPlace(roomId: RoomId, sessionId: SessionId | '' = ''): string {
  return `outbox:${roomId}:${sessionId && `${sessionId}:`}`;
}
