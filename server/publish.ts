import type { Server, Socket } from 'socket.io';
import type { DialogueEvent } from '#lib/dialogue/event.ts';
import type { RoomId, SessionId } from '#lib/dialogue/id.ts';
import type { Seat } from '#lib/dialogue/seat.ts';
import type { Notices, Requests, RoomView } from '#lib/protocol.ts';
import type { Viewer } from './authenticate.ts';

export interface SocketData {
  viewer: Viewer;
  /** The last eviction before this one began to come in. */
  cursor: number;
}

export type Realtime = Server<Requests, Notices, Record<string, never>, SocketData>;

export type RoomSocket = Socket<Requests, Notices, Record<string, never>, SocketData>;

/** The Socket.IO room of one seat's sockets. The only place where such names are made. */
export function seatChannel(roomId: RoomId, seat: Seat): string {
  return `room:${roomId}:${seat}`;
}

/** The Socket.IO room of one seat's sockets that follow a session. */
export function sessionChannel(sessionId: SessionId, seat: Seat): string {
  return `session:${sessionId}:${seat}`;
}

/** Tells one seat what happened; the events must already be redacted for it. */
export function publishEvents(
  io: Realtime,
  sessionId: SessionId,
  seat: Seat,
  events: DialogueEvent[],
): void {
  io.to(sessionChannel(sessionId, seat)).emit('session:events', { sessionId, events });
}

/** Tells one seat how its room stands. */
export function publishRoom(io: Realtime, view: RoomView): void {
  io.to(seatChannel(view.roomId, view.you)).emit('room:changed', view);
}
