import type { EventsNotice, Replies, Requests, RoomView } from '#lib/protocol.ts';
import type { ConnectionListener } from './socket.ts';

export type Asked = keyof Replies;
export type RequestOf<Name extends Asked> = Parameters<Requests[Name]>[0];

/** What a link tells whoever opened it. */
export interface LinkListener extends ConnectionListener {
  room(view: RoomView): void;
  events(notice: EventsNotice): void;
}

/** The way to the server. At most once: what gets no answer may or may not have been done. */
export interface Link {
  listen(listener: LinkListener): void;
  /** The answer, or null when none came in time or the connection is gone. */
  request<Name extends Asked>(name: Name, request: RequestOf<Name>): Promise<Replies[Name] | null>;
  tellWriting(writing: boolean): void;
  close(): void;
}
