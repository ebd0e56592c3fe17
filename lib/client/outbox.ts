import type { SessionId } from '#lib/dialogue/id.ts';
import { Submission } from '#lib/dialogue/move.ts';
import { type MoveReply, passes, type Refusal } from '#lib/protocol.ts';
import type { DeviceSafe } from '#lib/vault/device-safe.ts';
import type { Clock } from './clock.ts';

const firstWait = 500;
const longestWait = 15_000;

export interface OutboxDeps {
  safe: DeviceSafe;
  clock: Clock;
  /** Hands a submission to the server; null when no answer came. */
  send: (submission: Submission) => Promise<MoveReply | null>;
  /** The server answered for good. */
  answered: (submission: Submission, reply: MoveReply) => void;
  changed: () => void;
}

/**
 * The moves of one session that are not in the log yet, oldest first, one under way at a time. A move
 * is written down on the device before it is first sent and is sent again, byte for byte, until it is
 * answered for good. It holds words only as ciphertext.
 */
export class Outbox {
  readonly #place: string;
  /** Where each move lies on the device; the names sort in the order in which moves were made. */
  readonly #names = new Map<string, string>();
  readonly #deps: OutboxDeps;
  #entries: readonly Submission[] = [];
  #trouble: 'no-answer' | Refusal | null = null;
  #waited = 0;
  #busy = false;
  #closed = false;
  #stopWaiting: (() => void) | null = null;

  constructor(sessionId: SessionId, deps: OutboxDeps) {
    this.#place = `outbox:${sessionId}:`;
    this.#deps = deps;
  }

  /** The oldest move that waits for its answer. */
  get first(): Submission | null {
    return this.#entries[0] ?? null;
  }

  /** Why the oldest move still waits, after a first try. */
  get trouble(): 'no-answer' | Refusal | null {
    return this.#trouble;
  }

  /** Takes up what an earlier visit left behind. */
  async restore(): Promise<void> {
    const names = await this.#deps.safe.names(this.#place);
    const kept = await Promise.all(names.map((name) => this.#deps.safe.get(name)));
    const restored = kept.flatMap((text, index) => {
      const submission = Submission.safeParse(readJson(text));
      if (!submission.success) return [];
      this.#names.set(submission.data.moveId, names[index] ?? '');
      return [submission.data];
    });
    const known = new Set(this.#entries.map((entry) => entry.moveId));
    this.#entries = [...restored.filter((entry) => !known.has(entry.moveId)), ...this.#entries];
    this.pump();
  }

  /** Writes a move down and starts sending it. */
  async add(submission: Submission): Promise<void> {
    const stamp = String(this.#deps.clock.now()).padStart(15, '0');
    const name = `${this.#place}${stamp}:${submission.moveId}`;
    this.#names.set(submission.moveId, name);
    this.#entries = [...this.#entries, submission];
    this.#deps.changed();
    // A device that cannot write (storage full or forbidden) still gets its move sent.
    await this.#deps.safe.put(name, JSON.stringify(submission)).catch(() => undefined);
    this.pump();
  }

  /** The move turned up in the log, whether or not its answer ever came. */
  settle(moveId: string): void {
    if (!this.#entries.some((entry) => entry.moveId === moveId)) return;
    this.#entries = this.#entries.filter((entry) => entry.moveId !== moveId);
    this.#trouble = null;
    const name = this.#names.get(moveId);
    if (name) this.#deps.safe.remove(name).catch(() => undefined);
    this.#deps.changed();
  }

  /** Sends what waits, at once: the connection has come back, or there is something new. */
  pump(): void {
    this.#stopWaiting?.();
    void this.#drain();
  }

  close(): void {
    this.#closed = true;
    this.#stopWaiting?.();
  }

  async #drain(): Promise<void> {
    if (this.#busy) return;
    this.#busy = true;
    for (let entry = this.first; entry && !this.#closed; entry = this.first) {
      const reply = await this.#deps.send(entry);
      if (this.#closed) break;
      if (reply && (reply.ok || !passes(reply.reason))) {
        this.#waited = 0;
        this.settle(entry.moveId);
        this.#deps.answered(entry, reply);
      } else {
        this.#trouble = reply ? reply.reason : 'no-answer';
        this.#deps.changed();
        await this.#wait();
      }
    }
    this.#busy = false;
  }

  /** Full jitter, so that a room of clients does not come back in step. */
  #wait(): Promise<void> {
    this.#waited = Math.min(longestWait, Math.max(firstWait, this.#waited * 2));
    return new Promise((resolve) => {
      const done = () => {
        this.#stopWaiting = null;
        resolve();
      };
      const cancel = this.#deps.clock.after(this.#deps.clock.random() * this.#waited, done);
      this.#stopWaiting = () => {
        cancel();
        done();
      };
    });
  }
}

function readJson(text: string | null): unknown {
  try {
    return text === null ? null : JSON.parse(text);
  } catch {
    return null;
  }
}
