import type { Server, Socket } from 'socket.io';
import type { DialogueEvent } from '#lib/dialogue/event.ts';
import type { ObservationId, RoomId, SessionId } from '#lib/dialogue/id.ts';
import { type Seat, seats } from '#lib/dialogue/seat.ts';
import type { ObserverNotices, ObserverRequests, ObserverView } from '#lib/observer-protocol.ts';
import type { Notices, Requests, RoomView } from '#lib/protocol.ts';
import type { Viewer } from './authenticate.ts';
import type { Commit } from './commit.ts';

export interface SocketData {
  viewer: Viewer;
  /** The last eviction before this one began to come in. */
  cursor: number;
}

/** Everything that may be asked over a socket, whoever is at the other end. */
export type AllRequests = Requests & ObserverRequests;
type AllNotices = Notices & ObserverNotices;

export type Realtime = Server<AllRequests, AllNotices, Record<string, never>, SocketData>;

export type RoomSocket = Socket<AllRequests, AllNotices, Record<string, never>, SocketData>;

/** A seat, or the observation of whoever watches: another one never hears what was meant for this one. */
export type Watcher = Seat | ObservationId;

/** The Socket.IO room of the sockets of one seat or observation. The only place where such names are made. */
export function roomChannel(roomId: RoomId, watcher: Watcher): string {
  return `room:${roomId}:${watcher}`;
}

/** The Socket.IO room of those of one seat or observation that follow a session. */
export function sessionChannel(sessionId: SessionId, watcher: Watcher): string {
  return `session:${sessionId}:${watcher}`;
}

/** Who stands at the other end of a socket, as channels are named by. */
export function watcherOf(viewer: Viewer): Watcher {
  return viewer.place === 'partner' ? viewer.seat : viewer.observationId;
}

/**
 * Tells everybody what happened, as each may see it. Whoever is let go by it is cut off in the same breath:
 * nothing that happens from then on reaches them.
 */
export function publishCommit(
  io: Realtime,
  { roomId, sessionId }: { roomId: RoomId; sessionId: SessionId },
  { news, gone }: Commit,
): void {
  const tell = (watcher: Watcher, events: DialogueEvent[]) =>
    io.to(sessionChannel(sessionId, watcher)).emit('session:events', { sessionId, events });
  for (const seat of seats) tell(seat, news[seat]);
  if (news.observer) tell(news.observer.observation, news.observer.events);
  if (gone) cutOff(io, roomId, gone);
}

/** Tells one seat how its room stands. */
export function publishRoom(io: Realtime, view: RoomView): void {
  io.to(roomChannel(view.roomId, view.you)).emit('room:changed', view);
}

/** Tells an observer how the room stands. */
export function publishToObserver(io: Realtime, view: ObserverView): void {
  io.to(roomChannel(view.roomId, view.observation)).emit('observer:changed', view);
}

/** Closes every socket of an observation on this node, at once: nothing is sent to it from then on. */
export function cutOff(io: Realtime, roomId: RoomId, observation: ObservationId): void {
  io.in(roomChannel(roomId, observation)).disconnectSockets(true);
}
