import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';
import { onTestFinished } from 'vitest';
import { frameReader } from './ws-frames.ts';

/** One thing that was said over one connection: the head of a request or an answer, or a frame. */
export interface Said {
  connection: number;
  to: 'server' | 'client';
  text: string;
}

/** A proxy that passes everything on as it is, and writes down what it says. */
export class Wiretap {
  readonly url: string;
  readonly said: Said[] = [];
  readonly #listeners = new Set<(said: Said) => void>();
  readonly #target: number;
  #connections = 0;

  private constructor(port: number, target: number) {
    this.url = `http://127.0.0.1:${port}`;
    this.#target = target;
  }

  /** Stands before a port of this machine until the test is over. */
  static async before(target: number): Promise<Wiretap> {
    const open = new Set<Socket>();
    const server = createServer((client) => {
      open.add(client);
      tap.#pass(client);
    }).listen(0, '127.0.0.1');
    onTestFinished(() => {
      for (const socket of open) socket.destroy();
      server.close();
    });
    await once(server, 'listening');
    const address = server.address();
    if (typeof address !== 'object' || !address) throw new Error('A proxy without a port');
    const tap = new Wiretap(address.port, target);
    return tap;
  }

  /** Resolves when something of this kind has been said for the so-manieth time from now. */
  heard(is: (said: Said) => boolean, times = 1): Promise<void> {
    let left = times;
    return this.#listen((said) => {
      if (is(said)) left -= 1;
      return left === 0;
    });
  }

  /** Resolves when this holds of all that has been said. */
  async until(holds: (said: readonly Said[]) => boolean): Promise<void> {
    if (!holds(this.said)) await this.#listen(() => holds(this.said));
  }

  /** Resolves when this answers that it has heard enough. */
  #listen(enough: (said: Said) => boolean): Promise<void> {
    return new Promise((resolve) => {
      const listener = (said: Said) => {
        if (!enough(said)) return;
        this.#listeners.delete(listener);
        resolve();
      };
      this.#listeners.add(listener);
    });
  }

  #pass(client: Socket): void {
    this.#connections += 1;
    const connection = this.#connections;
    const server = connect(this.#target, '127.0.0.1');
    this.#carry(client, server, { connection, to: 'server' });
    this.#carry(server, client, { connection, to: 'client' });
  }

  #carry(from: Socket, to: Socket, how: Omit<Said, 'text'>): void {
    const read = reader();
    from.setNoDelay(true);
    from.on('data', (bytes) => {
      for (const text of read(bytes)) this.#note({ ...how, text });
      to.write(bytes);
    });
    from.on('error', () => to.destroy());
    from.on('close', () => to.destroy());
  }

  #note(said: Said): void {
    this.said.push(said);
    for (const listener of this.#listeners) listener(said);
  }
}

/** First the head that every connection begins with, then frames; or, for a page, whatever follows. */
function reader(): (bytes: Buffer) => string[] {
  const readFrames = frameReader();
  let head: Buffer | null = Buffer.alloc(0);
  let page = false;
  return (bytes) => {
    if (page) return [pageText(bytes)];
    if (!head) return readFrames(bytes);
    head = Buffer.concat([head, bytes]);
    const end = head.indexOf('\r\n\r\n');
    if (end < 0) return [];
    const text = head.subarray(0, end).toString('utf8');
    const rest = head.subarray(end + 4);
    head = null;
    page = !/^upgrade: websocket/im.test(text);
    return page ? [text, pageText(rest)] : [text, ...readFrames(rest)];
  };
}

/** Marked, since what a page's answer begins with may look like a frame. */
function pageText(bytes: Buffer): string {
  return `page: ${bytes.toString('utf8')}`;
}
