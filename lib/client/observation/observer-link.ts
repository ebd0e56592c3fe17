import type { RoomId } from '#lib/dialogue/id.ts';
import { type ObserverRequest, ObserverView, type SuggestRequest } from '#lib/observer-protocol.ts';
import { Done, EventsNotice, JoinReply, type JoinRequest, MoveReply } from '#lib/protocol.ts';
import { type ConnectionListener, RoomSocket, type SocketOptions } from '../socket.ts';

/** What a link tells an observer. */
export interface ObserverLinkListener extends ConnectionListener {
  view(view: ObserverView): void;
  events(notice: EventsNotice): void;
}

/** An observer's way to the server. Every answer is null when none came in time or the connection is gone. */
export interface ObserverLink {
  listen(listener: ObserverLinkListener): void;
  join(request: JoinRequest): Promise<JoinReply | null>;
  act(request: ObserverRequest): Promise<MoveReply | null>;
  suggest(request: SuggestRequest): Promise<Done | null>;
  close(): void;
}

/** Whoever is let go hears it by coming back: the words are to be off her screen at once. */
const comeBackAfter = 150;

/** A link over Socket.IO. The place where what a server says is parsed; what does not fit is dropped. */
export function observerLink(roomId: RoomId, options: SocketOptions = {}): ObserverLink {
  const socket = new RoomSocket(roomId, { comeBackAfter, ...options });
  return {
    listen(listener) {
      socket.hear('observer:changed', ObserverView, (view) => listener.view(view));
      socket.hear('session:events', EventsNotice, (notice) => listener.events(notice));
      socket.open(listener);
    },
    join: (request) => socket.ask('session:join', request, JoinReply),
    act: (request) => socket.ask('observer:act', request, MoveReply),
    suggest: (request) => socket.ask('exercise:suggest', request, Done),
    close: () => socket.close(),
  };
}
