import type { Cue } from '#lib/dialogue/cue.ts';
import type { MoveId } from '#lib/dialogue/id.ts';
import type { ObserverRequest } from '#lib/observer-protocol.ts';
import { type MoveReply, passes } from '#lib/protocol.ts';
import type { Clock } from '../clock.ts';
import type { ObservedSession, PendingAct } from './observer-snapshot.ts';

const offerAgainAfter = 1_000;

/** An act as it waits, with the cue that is sealed in it. */
export interface QueuedAct {
  request: ObserverRequest;
  cue: Cue | null;
}

interface Waiting extends QueuedAct {
  trouble: PendingAct['trouble'];
}

export interface ActQueueDeps {
  clock: Clock;
  /** Null when no answer came. */
  send: (request: ObserverRequest) => Promise<MoveReply | null>;
  /** The same cue under the key that is in use by now; null as long as she was not given that. */
  sealAgain: (act: QueuedAct) => Promise<QueuedAct | null>;
  changed: () => void;
}

/**
 * Acts on their way, one after another, in memory. Each keeps its move id, and is sent again byte for byte
 * until it is answered: what got no answer is neither lost nor done twice.
 */
export class ActQueue {
  readonly #deps: ActQueueDeps;
  #waiting: readonly Waiting[] = [];
  #refused: ObservedSession['refused'] = null;
  #sending = false;
  #stopResting: (() => void) | null = null;
  #closed = false;

  constructor(deps: ActQueueDeps) {
    this.#deps = deps;
  }

  get pending(): readonly PendingAct[] {
    return this.#waiting.map(({ request, trouble }) => ({ act: request.act, trouble }));
  }

  get refused(): ObservedSession['refused'] {
    return this.#refused;
  }

  add(act: QueuedAct): void {
    this.#refused = null;
    this.#waiting = [...this.#waiting, { ...act, trouble: null }];
    this.#deps.changed();
    this.pump();
  }

  /** It is in the log, however its answer fared. */
  settle(moveId: MoveId): void {
    this.#waiting = this.#waiting.filter(({ request }) => request.moveId !== moveId);
  }

  /** Goes on with the first that waits. Harmless at any time. */
  pump(): void {
    this.#stopResting?.();
    this.#stopResting = null;
    if (this.#sending || this.#closed) return;
    this.#sending = true;
    void this.#work().finally(() => {
      this.#sending = false;
    });
  }

  close(): void {
    this.#closed = true;
    this.#waiting = [];
    this.#stopResting?.();
  }

  async #work(): Promise<void> {
    for (;;) {
      const [first] = this.#waiting;
      if (!first || this.#closed) return;
      const reply = await this.#deps.send(first.request);
      const goesOn = !this.#waiting.includes(first) || (await this.#answered(first, reply));
      if (this.#closed) return;
      this.#deps.changed();
      if (!goesOn) return this.#rest();
    }
  }

  /** Whether it is no longer the one to be offered, as it is. */
  async #answered(act: Waiting, reply: MoveReply | null): Promise<boolean> {
    if (!reply || (!reply.ok && passes(reply.reason))) {
      this.#replace(act, { ...act, trouble: reply && !reply.ok ? reply.reason : 'no-answer' });
      return false;
    }
    if (!reply.ok && reply.reason === 'stale-epoch' && act.cue) {
      const again = await this.#deps.sealAgain(act);
      this.#replace(act, again ? { ...again, trouble: null } : { ...act, trouble: reply.reason });
      return again !== null;
    }
    if (!reply.ok) this.#refused = { act: act.request.act, reason: reply.reason };
    this.#replace(act, null);
    return true;
  }

  #replace(act: Waiting, other: Waiting | null): void {
    this.#waiting = this.#waiting.flatMap((one) => (one === act ? (other ?? []) : one));
  }

  #rest(): void {
    if (this.#closed) return;
    this.#stopResting = this.#deps.clock.after(offerAgainAfter, () => this.pump());
  }
}
