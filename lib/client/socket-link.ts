import { io, type Socket } from 'socket.io-client';
import * as v from 'valibot';
import type { RoomId } from '#lib/dialogue/id.ts';
import {
  EventsNotice,
  protocolVersion,
  type Replies,
  RestartNotice,
  RoomView,
  replies,
} from '#lib/protocol.ts';
import type { Asked, Link, LinkListener, RequestOf } from './link.ts';

const answerWithin = 5_000;
const comeBackAfter = 1_000;

export interface SocketLinkOptions {
  /** Where the server is; left out in a browser, where it is the page's own origin. */
  url?: string;
  /** Sent by a client that is no browser: its auth cookie and its origin. */
  headers?: Record<string, string>;
}

/** A link over Socket.IO. The place where what a server says is parsed; what does not fit is dropped. */
export function socketLink(roomId: RoomId, { url, headers }: SocketLinkOptions = {}): Link {
  const settings = {
    transports: ['websocket'],
    auth: { roomId, protocol: protocolVersion },
    reconnectionDelay: 500,
    reconnectionDelayMax: 5_000,
    timeout: 10_000,
    autoConnect: false,
    forceNew: true,
    ...(headers ? { extraHeaders: headers } : {}),
  };
  const socket: Socket = url === undefined ? io(settings) : io(url, settings);
  let returnAfter = comeBackAfter;
  let closed = false;

  const comeBack = () => {
    setTimeout(() => {
      if (!closed) socket.connect();
    }, returnAfter);
    returnAfter = comeBackAfter;
  };

  return {
    listen(listener: LinkListener) {
      socket.on('connect', () => listener.connected());
      socket.on('disconnect', (reason) => {
        listener.disconnected();
        if (reason === 'io server disconnect') comeBack();
      });
      socket.on('connect_error', (error) => {
        if (error.message === 'forbidden') {
          closed = true;
          return listener.turnedAway();
        }
        if (error.message === 'upgrade') {
          closed = true;
          return listener.outdated();
        }
        listener.disconnected();
        // Socket.IO tries again by itself only when the transport failed.
        if (!socket.active) comeBack();
      });
      socket.on('server:restart', (raw: unknown) => {
        const notice = v.safeParse(RestartNotice, raw);
        if (notice.success) returnAfter = notice.output.in;
      });
      socket.on('room:changed', (raw: unknown) => {
        const view = v.safeParse(RoomView, raw);
        if (view.success) listener.room(view.output);
      });
      socket.on('session:events', (raw: unknown) => {
        const notice = v.safeParse(EventsNotice, raw);
        if (notice.success) listener.events(notice.output);
      });
      socket.connect();
    },
    async request<Name extends Asked>(
      name: Name,
      request: RequestOf<Name>,
    ): Promise<Replies[Name] | null> {
      if (!socket.connected) return null;
      try {
        const raw: unknown = await socket.timeout(answerWithin).emitWithAck(name, request);
        const reply = v.safeParse(replies[name], raw);
        return reply.success ? reply.output : null;
      } catch {
        return null;
      }
    },
    tellWriting(writing) {
      if (socket.connected) socket.emit('presence:writing', { writing });
    },
    close() {
      closed = true;
      socket.disconnect();
    },
  };
}
