import * as v from 'valibot';
import { Submission } from '#lib/dialogue/move.ts';
import { type MoveReply, passes, type Refusal } from '#lib/protocol.ts';
import type { DeviceSafe } from '#lib/vault/device-safe.ts';
import type { Clock } from './clock.ts';

/** For which refusals the same words are sealed once more. */
const SealAgainReason = v.picklist(['chain-moved', 'stale-epoch']);
export type SealAgainReason = v.InferOutput<typeof SealAgainReason>;

const firstWait = 500;
const longestWait = 15_000;

export interface OutboxDeps {
  safe: DeviceSafe;
  clock: Clock;
  /** Hands a submission to the server; null when no answer came. */
  send: (submission: Submission) => Promise<MoveReply | null>;
  /**
   * The words were chained to others than the last, or sealed with a former key: the same move with its
   * words sealed again, null when it can no longer be made, or 'later' when what it must be chained to,
   * or the key, is not known yet.
   */
  sealAgain: (
    submission: Submission,
    reason: SealAgainReason,
  ) => Promise<Submission | null | 'later'>;
  /** The server answered for good. */
  answered: (submission: Submission, reply: MoveReply) => void;
  changed: () => void;
}

/**
 * The moves of one session that are not in the log yet, oldest first (but for `revoke`), one under way at a time. A move
 * is written down on the device before it is first sent and is sent again, byte for byte, until it is
 * answered for good. It holds words only as ciphertext.
 */
export class Outbox {
  readonly #place: string;
  /** Where each move lies on the device; the names sort in the order in which moves were made. */
  readonly #names = new Map<string, string>();
  /** What was written down here, or found, when last looked at. */
  readonly #kept = new Set<string>();
  readonly #deps: OutboxDeps;
  #entries: readonly Submission[] = [];
  /** The stamp of the last move. It rises even when the clock of the device is set back. */
  #stamp = 0;
  #trouble: 'no-answer' | Refusal | null = null;
  #waited = 0;
  #busy = false;
  #restored = false;
  #closed = false;
  #stopWaiting: (() => void) | null = null;

  /** @param place where it lies on the device, as `outboxPlace` says. */
  constructor(place: string, deps: OutboxDeps) {
    this.#place = place;
    this.#deps = deps;
  }

  /** The moves that wait for their answers, oldest first. */
  get entries(): readonly Submission[] {
    return this.#entries;
  }

  /**
   * The move that is sent next: the oldest. Letting an observer go is chained to nothing, and waits for no words
   * that cannot be sent yet.
   */
  get first(): Submission | null {
    const lettingGo = this.#entries.find(({ move }) => move.type === 'revoke');
    return lettingGo ?? this.#entries[0] ?? null;
  }

  /** That one, unless it could overtake what an earlier visit left. */
  get #next(): Submission | null {
    const { first } = this;
    return this.#restored || first?.move.type === 'revoke' ? first : null;
  }

  /** Why the first still waits, after a first try. */
  get trouble(): 'no-answer' | Refusal | null {
    return this.#trouble;
  }

  /** Takes up what an earlier visit left behind. Until then nothing that it could be overtaken by is sent. */
  async restore(): Promise<void> {
    const names = await this.#learnStamps();
    const kept = await Promise.all(names.map((name) => this.#read(name)));
    const restored = kept.flatMap((submission, index) => {
      if (!submission) return [];
      const name = names[index] ?? '';
      this.#names.set(submission.moveId, name);
      this.#kept.add(name);
      return [submission];
    });
    const known = new Set(this.#entries.map((entry) => entry.moveId));
    this.#entries = [...restored.filter((entry) => !known.has(entry.moveId)), ...this.#entries];
    this.#restored = true;
    this.pump();
  }

  /** The names of what lies on the device; the next move gets a stamp above all of them. */
  async #learnStamps(): Promise<readonly string[]> {
    const names = await this.#deps.safe.names(this.#place).catch(() => []);
    for (const name of names) {
      const stamp = Number.parseInt(name.slice(this.#place.length), 10);
      if (stamp > this.#stamp) this.#stamp = stamp;
    }
    return names;
  }

  /** Writes a move down and starts sending it. */
  async add(submission: Submission): Promise<void> {
    // Also before what an earlier visit left was taken up, and with a clock set back since.
    if (!this.#restored) await this.#learnStamps();
    this.#stamp = Math.max(this.#stamp + 1, this.#deps.clock.now());
    const name = `${this.#place}${String(this.#stamp).padStart(15, '0')}:${submission.moveId}`;
    this.#names.set(submission.moveId, name);
    this.#entries = [...this.#entries, submission];
    this.#deps.changed();
    await this.#keep(name, submission);
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
    for (let entry = this.#next; entry && !this.#closed; entry = this.#next) {
      const reply = await this.#deps.send(entry);
      if (this.#closed) break;
      const reason = v.safeParse(SealAgainReason, reply && !reply.ok && reply.reason);
      const again = reason.success ? await this.#deps.sealAgain(entry, reason.output) : null;
      if (this.#closed) break;
      if (again && again !== 'later' && (await this.#replace(entry, again))) continue;
      if (again !== 'later' && reply && (reply.ok || !passes(reply.reason))) {
        this.#waited = 0;
        this.settle(entry.moveId);
        this.#deps.answered(entry, reply);
      } else if (this.first === entry) {
        this.#trouble = reply && !reply.ok ? reply.reason : 'no-answer';
        this.#deps.changed();
        await this.#wait();
      }
    }
    this.#busy = false;
  }

  /**
   * Writes a move over the one it is made from: whatever happens, one of the two is there. False when
   * the one it is made from is there no more: another tab over the same safe was done with it.
   */
  async #replace(entry: Submission, again: Submission): Promise<boolean> {
    const { moveId } = entry;
    const name = this.#names.get(moveId) ?? '';
    const found = await this.#read(name);
    if (!found && this.#kept.has(name)) return false;
    // The other tab may also have sealed it again before: then its bytes are sent.
    const next = found && found.moveId !== moveId ? found : again;
    this.#names.delete(moveId);
    this.#names.set(next.moveId, name);
    this.#entries = this.#entries.map((standing) => (standing.moveId === moveId ? next : standing));
    this.#deps.changed();
    if (next === again) await this.#keep(name, next);
    return true;
  }

  /** A device that cannot write (storage full or forbidden) still gets its move sent. */
  #keep(name: string, submission: Submission): Promise<void> {
    return this.#deps.safe.put(name, JSON.stringify(submission)).then(
      () => void this.#kept.add(name),
      () => undefined,
    );
  }

  async #read(name: string): Promise<Submission | null> {
    const text = await this.#deps.safe.get(name).catch(() => null);
    const submission = v.safeParse(Submission, readJson(text));
    return submission.success ? submission.output : null;
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
