import { once } from 'node:events';
import { connect, createServer, type Server, type Socket } from 'node:net';

/** The cable between one device and the server: it can be cut in mid-word, and mended. */
export class Cable {
  /** What the device types to reach the server through this cable. */
  readonly url: string;
  /** Everything that went through it, in both directions. */
  readonly carried: Buffer[] = [];
  readonly #server: Server;
  readonly #open = new Set<Socket>();
  #cut = false;

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

  mend(): void {
    this.#cut = false;
  }

  close(): void {
    this.cut();
    this.#server.close();
  }

  #pass(device: Socket, target: number): void {
    if (this.#cut) return void device.destroy();
    const server = connect(target, 'localhost');
    for (const [from, to] of [
      [device, server],
      [server, device],
    ] as const) {
      this.#open.add(from);
      from.on('data', (bytes) => {
        this.carried.push(bytes);
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
