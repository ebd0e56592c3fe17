import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';

const entry = join(import.meta.dirname, 'realtime-entry.ts');

/** How a process ended. */
export interface Ending {
  code: number | null;
  signal: NodeJS.Signals | null;
  /** From the signal to the end. */
  milliseconds: number;
}

/** The server of sockets as a process, which can be killed and started again on the same port. */
export class RealtimeProcess {
  readonly port: number;
  readonly #file: string;
  readonly #readers = new Set<(data: string) => void>();
  #output = '';
  #running: ChildProcessWithoutNullStreams | null = null;
  #next: ChildProcessWithoutNullStreams;

  private constructor(file: string, port: number) {
    this.#file = file;
    this.port = port;
    this.#next = this.#load();
  }

  /** Starts it on a migrated database file; whatever still runs is killed when the test is over. */
  static async start(file: string): Promise<RealtimeProcess> {
    const server = new RealtimeProcess(file, await freePort());
    onTestFinished(() => {
      server.#running?.kill('SIGKILL');
      server.#next.kill('SIGKILL');
    });
    await server.start();
    return server;
  }

  /** Everything all runs have printed, on both streams. */
  get output(): string {
    return this.#output;
  }

  /** Resolves when it can be reached. */
  async start(): Promise<void> {
    const child = this.#next;
    this.#running = child;
    const ready = new Promise<void>((resolve, reject) => {
      child.stdout.on('data', (data) => String(data).includes('"msg":"ready"') && resolve());
      child.once('exit', () => reject(new Error(`The server did not start:\n${this.#output}`)));
    });
    child.stdin.write('start\n');
    await ready;
    this.#next = this.#load();
  }

  /** Resolves when a run prints a line with this in it, from now on. */
  printed(text: string): Promise<void> {
    return new Promise((resolve) => {
      const reader = (data: string) => {
        if (!data.includes(text)) return;
        this.#readers.delete(reader);
        resolve();
      };
      this.#readers.add(reader);
    });
  }

  /** Sends a signal and waits for the end. */
  async end(signal: 'SIGKILL' | 'SIGTERM'): Promise<Ending> {
    const child = this.#running;
    if (!child) throw new Error('There is nothing to end');
    this.#running = null;
    const sentAt = performance.now();
    const ended = once(child, 'exit');
    child.kill(signal);
    await ended;
    const { exitCode, signalCode } = child;
    return { code: exitCode, signal: signalCode, milliseconds: performance.now() - sentAt };
  }

  /** The process after this one: loaded, and waiting to be told. */
  #load(): ChildProcessWithoutNullStreams {
    const where = ['--file', this.#file, '--port', String(this.port)];
    const child = spawn(process.execPath, ['--import', 'tsx', entry, ...where]);
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (data: string) => {
        this.#output += data;
        for (const read of this.#readers) read(data);
      });
    }
    // A process that is killed before it was told breaks the pipe.
    child.stdin.on('error', () => undefined);
    return child;
  }
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  await once(probe, 'close');
  if (typeof address !== 'object' || !address) throw new Error('No free port');
  return address.port;
}
