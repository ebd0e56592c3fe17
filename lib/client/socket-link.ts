import type { RoomId } from '#lib/dialogue/id.ts';
import { EventsNotice, RoomView, replies } from '#lib/protocol.ts';
import type { Link } from './link.ts';
import { RoomSocket, type SocketOptions } from './socket.ts';

/** A link over Socket.IO. The place where what a server says is parsed; what does not fit is dropped. */
export function socketLink(roomId: RoomId, options: SocketOptions = {}): Link {
  const socket = new RoomSocket(roomId, options);
  return {
    listen(listener) {
      socket.hear('room:changed', RoomView, (view) => listener.room(view));
      socket.hear('session:events', EventsNotice, (notice) => listener.events(notice));
      socket.open(listener);
    },
    request: (name, request) => socket.ask(name, request, replies[name]),
    tellWriting: (writing) => socket.tell('presence:writing', { writing }),
    close: () => socket.close(),
  };
}
