import * as v from 'valibot';
import { WebSocket } from 'ws';
import { protocolVersion } from '#lib/protocol.ts';

/** How a raw client introduces itself. */
export interface Introduction {
  cookie?: string;
  origin?: string;
  /** What goes along with the request to connect. */
  auth?: unknown;
}

const Refused = v.object({ message: v.string() });

/** A client that writes Socket.IO's packets by hand, so that it can write anything else as well. */
export class RawClient {
  /** Every frame that came, as it came. */
  readonly frames: string[] = [];
  readonly socket: WebSocket;
  /** Resolves when the connection is gone, or did not come about. */
  readonly closed: Promise<void>;
  #asked = 0;

  constructor(url: string, { cookie, origin }: Introduction) {
    const address = `${url.replace('http', 'ws')}/socket.io/?EIO=4&transport=websocket`;
    const headers = { ...(cookie ? { cookie } : {}), ...(origin ? { origin } : {}) };
    this.socket = new WebSocket(address, { headers });
    this.socket.setMaxListeners(0);
    this.socket.on('error', () => undefined);
    this.closed = new Promise((resolve) => this.socket.once('close', () => resolve()));
    this.socket.on('message', (data) => {
      const text = data.toString();
      if (text === '2' && this.open) this.socket.send('3');
      this.frames.push(text);
    });
  }

  /** Opens a socket and asks to be let in: the client, or why not. */
  static async enter(url: string, introduction: Introduction): Promise<RawClient | string> {
    const client = new RawClient(url, introduction);
    const first = await Promise.race([
      client.frame((text) => text.startsWith('0')),
      client.closed.then(() => null),
    ]);
    if (first === null) return 'no socket';
    client.socket.send(`40${JSON.stringify(introduction.auth ?? {})}`);
    const answer = await client.frame((text) => /^4[04]/.test(text));
    if (answer.startsWith('40')) return client;
    client.socket.terminate();
    return v.parse(Refused, JSON.parse(answer.slice(2))).message;
  }

  get open(): boolean {
    return this.socket.readyState === WebSocket.OPEN;
  }

  /** The first frame of this kind, among those that came and those that are to come. */
  frame(is: (text: string) => boolean): Promise<string> {
    return new Promise((resolve) => {
      const look = () => {
        const found = this.frames.find(is);
        if (found === undefined) return;
        this.socket.off('message', look);
        resolve(found);
      };
      this.socket.on('message', look);
      look();
    });
  }

  /** Sends one request; what is answered, or null when the connection goes first. */
  async ask(name: string, request: unknown): Promise<unknown> {
    const id = this.#asked;
    this.#asked += 1;
    this.socket.send(`42${id}${JSON.stringify([name, request])}`);
    const answer = this.frame((text) => text.startsWith(`43${id}[`));
    const frame = await Promise.race([answer, this.closed.then(() => null)]);
    const read: unknown = frame === null ? [null] : JSON.parse(frame.slice(`43${id}`.length));
    return v.parse(v.array(v.unknown()), read)[0];
  }
}

/** What a browser of ours shows when it connects. */
export function handshakeFor(roomId: string): unknown {
  return { roomId, protocol: protocolVersion };
}
