import { io, type Socket } from 'socket.io-client';
import * as v from 'valibot';
import type { RoomId } from '#lib/dialogue/id.ts';
import { protocolVersion, RestartNotice } from '#lib/protocol.ts';

const answerWithin = 5_000;

export interface SocketOptions {
  /** Where the server is; left out in a browser, where it is the page's own origin. */
  url?: string;
  /** Sent by a client that is no browser: its auth cookie and its origin. */
  headers?: Record<string, string>;
  /** How soon it comes back when the server ended the connection and did not say when, in milliseconds. */
  comeBackAfter?: number;
}

/** What becomes of a connection, for whoever opened it. */
export interface ConnectionListener {
  connected(): void;
  /** The connection is gone; it is tried again by itself. */
  disconnected(): void;
  /** This device has no place in the room; nothing is tried any more. */
  turnedAway(): void;
  /** This page is of another version than the server; nothing is tried until it is loaded anew. */
  outdated(): void;
}

/** A socket to one room that comes back by itself. At most once: what gets no answer may or may not have been done. */
export class RoomSocket {
  readonly #socket: Socket;
  readonly #comeBackAfter: number;
  #returnAfter: number;
  #closed = false;

  constructor(roomId: RoomId, { url, headers, comeBackAfter = 1_000 }: SocketOptions) {
    this.#comeBackAfter = comeBackAfter;
    this.#returnAfter = comeBackAfter;
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
    this.#socket = url === undefined ? io(settings) : io(url, settings);
  }

  /** Connects, and tells what becomes of it. What is to be heard by `hear` is asked for before. */
  open(listener: ConnectionListener): void {
    const socket = this.#socket;
    socket.on('connect', () => listener.connected());
    socket.on('disconnect', (reason) => {
      listener.disconnected();
      if (reason === 'io server disconnect') this.#comeBack();
    });
    socket.on('connect_error', ({ message }) => {
      if (message === 'forbidden' || message === 'upgrade') {
        this.#closed = true;
        return message === 'forbidden' ? listener.turnedAway() : listener.outdated();
      }
      listener.disconnected();
      // Socket.IO tries again by itself only when the transport failed.
      if (!socket.active) this.#comeBack();
    });
    this.hear('server:restart', RestartNotice, (notice) => {
      this.#returnAfter = notice.in;
    });
    socket.connect();
  }

  /** Calls back with every notice of this name that fits the shape; what does not fit is dropped. */
  hear<Shape>(
    name: string,
    shape: v.GenericSchema<unknown, Shape>,
    heard: (notice: Shape) => void,
  ): void {
    this.#socket.on(name, (raw: unknown) => {
      const notice = v.safeParse(shape, raw);
      if (notice.success) heard(notice.output);
    });
  }

  /** The answer, or null when none came in time, the connection is gone, or it does not fit the shape. */
  async ask<Shape>(
    name: string,
    request: unknown,
    shape: v.GenericSchema<unknown, Shape>,
  ): Promise<Shape | null> {
    if (!this.#socket.connected) return null;
    try {
      const raw: unknown = await this.#socket.timeout(answerWithin).emitWithAck(name, request);
      const reply = v.safeParse(shape, raw);
      return reply.success ? reply.output : null;
    } catch {
      return null;
    }
  }

  /** Says something that has no answer. */
  tell(name: string, notice: unknown): void {
    if (this.#socket.connected) this.#socket.emit(name, notice);
  }

  close(): void {
    this.#closed = true;
    this.#socket.disconnect();
  }

  #comeBack(): void {
    setTimeout(() => {
      if (!this.#closed) this.#socket.connect();
    }, this.#returnAfter);
    this.#returnAfter = this.#comeBackAfter;
  }
}
