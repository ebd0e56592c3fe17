import { once } from 'node:events';
import { connect, createServer, type Server, type Socket } from 'node:net';

/** What one connection carried in one direction, in the order in which it went. */
export interface Stream {
  to: 'server' | 'device';
  bytes: Buffer[];
}

/** The cable between one device and the server: it can be cut in mid-word, and mended. */
export class Cable {
  /** What the device types to reach the server through this cable. */
  readonly url: string;
  /** Everything that went through it. */
  readonly streams: Stream[] = [];
  readonly #server: Server;
  readonly #open = new Set<Socket>();
  #cut = false;
  #answersLost = false;

  private constructor(server: Server, port: number, target: number) {
    this.#server = server;
    this.url = `http://localhost:${port}`;
    server.on('connection', (device) => this.#pass(device, target));
  }

  /** Lays a cable to a port of this machine. */
  static async to(target: number): Promise<Cable> {
    const server = createServer().listen(0);
    await once(server, 'listening');
    const address = server.address();
    if (typeof address !== 'object' || !address) throw new Error('A cable without a port');
    return new Cable(server, address.port, target);
  }

  cut(): void {
    this.#cut = true;
    for (const socket of this.#open) socket.destroy();
  }

  /** From now on the server still hears the device, but no answer comes back. Mend it after a cut. */
  loseAnswers(): void {
    this.#answersLost = true;
  }

  mend(): void {
    this.#cut = false;
    this.#answersLost = false;
  }

  /** Everything that reached one end, as text of one byte a character. */
  carriedTo(end: Stream['to']): string {
    const streams = this.streams.filter(({ to }) => to === end);
    return streams.map(({ bytes }) => Buffer.concat(bytes).toString('latin1')).join('\n');
  }

  close(): void {
    this.cut();
    this.#server.close();
  }

  #pass(device: Socket, target: number): void {
    if (this.#cut) return void device.destroy();
    const server = connect(target, 'localhost');
    for (const [from, to, end] of [
      [device, server, 'server'],
      [server, device, 'device'],
    ] as const) {
      const stream: Stream = { to: end, bytes: [] };
      this.streams.push(stream);
      this.#open.add(from);
      from.on('data', (bytes) => {
        if (this.#answersLost && end === 'device') return;
        stream.bytes.push(bytes);
        to.write(bytes);
      });
      from.on('error', () => to.destroy());
      from.on('close', () => {
        this.#open.delete(from);
        to.destroy();
      });
    }
  }
}
