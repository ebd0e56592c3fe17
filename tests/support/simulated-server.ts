import type { Asked, RequestOf } from '#lib/client/link.ts';
import { firstEpoch } from '#lib/dialogue/epoch.ts';
import type { DialogueEvent } from '#lib/dialogue/event.ts';
import type { ExerciseDefinition } from '#lib/dialogue/exercise.ts';
import type { SessionId } from '#lib/dialogue/id.ts';
import type { Submission } from '#lib/dialogue/move.ts';
import { type Seat, seats } from '#lib/dialogue/seat.ts';
import type { EventsNotice, MoveReply, Refusal, Replies } from '#lib/protocol.ts';
import { newMoveId } from '#lib/vault/new-id.ts';
import type { Commit } from '#server/commit.ts';
import { SessionHost } from '#server/session-host.ts';
import type { Process, ShakyStore } from './shaky-store.ts';
import type { Timeline } from './virtual-clock.ts';

/** One open connection as the server sees it. */
export interface Connection {
  seat: Seat;
  /** Whether it has joined the session. */
  follows: boolean;
  tell(notice: EventsNotice): void;
  /** The server is gone. */
  drop(): void;
}

type Handlers = {
  [Name in Asked]: (from: Connection, request: RequestOf<Name>) => Promise<Replies[Name]>;
};

/** Listens in on the server. */
export interface Overhearing {
  asked(submission: Submission): void;
  answered(seat: Seat, submission: Submission, reply: MoveReply): void;
  told(seat: Seat, events: readonly DialogueEvent[]): void;
}

/**
 * A server without sockets: a real host over a store, joined and told as in `server/handlers.ts` and
 * `server/realtime.ts`. It can be killed at any moment and goes on with an empty memory.
 */
export class SimulatedServer {
  /** Which of the room's keys is in use. */
  epoch: number = firstEpoch;
  #ahead = 0;
  readonly #connections = new Set<Connection>();
  #process: Process = { alive: true };
  #host: Promise<SessionHost> | null = null;

  constructor(
    readonly sessionId: SessionId,
    readonly exercise: ExerciseDefinition,
    readonly store: ShakyStore,
    readonly timeline: Timeline,
    readonly overhearing: Overhearing,
  ) {}

  now(): number {
    return Math.round(this.timeline.now + this.#ahead);
  }

  /** Makes its clock show the time so many milliseconds too late. */
  setClock(ahead: number): void {
    this.#ahead = ahead;
  }

  connect(connection: Connection): void {
    this.#connections.add(connection);
  }

  disconnect(connection: Connection): void {
    this.#connections.delete(connection);
  }

  async open(seat: Seat): Promise<void> {
    const host = await this.#find();
    const { id, version } = this.exercise;
    const move = { type: 'open', exercise: { id, version }, mode: 'written' } as const;
    await host.submit({ moveId: newMoveId(), move, words: null }, seat);
  }

  /** Lets the words go if their term has run out, as the server looks at every minute. */
  async lapse(): Promise<void> {
    const host = await this.#find();
    await host.lapse();
  }

  /** Answers a request; never, when the process dies before it is done. */
  async ask<Name extends Asked>(
    from: Connection,
    name: Name,
    request: RequestOf<Name>,
  ): Promise<Replies[Name]> {
    const process = this.#process;
    const reply = await this.#handlers[name](from, request).catch(() => refuse('retry'));
    if (!process.alive) return new Promise(() => undefined);
    return reply;
  }

  /** Kill -9: every connection breaks, whatever was under way is never answered. */
  crash(): void {
    this.#process.alive = false;
    this.#process = { alive: true };
    this.#host = null;
    for (const connection of this.#connections) connection.drop();
    this.#connections.clear();
  }

  /** Forgets the session, whose host may still be at work, as when a room empties and fills again. */
  release(): void {
    this.#host = null;
  }

  readonly #handlers: Handlers = {
    'session:join': async (from, { after }) => {
      const host = await this.#find();
      from.follows = true;
      const page = await host.page(after, from.seat);
      this.overhearing.told(from.seat, page.events);
      return { ok: true, ...page, now: this.now() };
    },
    'move:submit': async (from, { submission }) => {
      this.overhearing.asked(submission);
      const host = await this.#find();
      const reply = await host.submit(submission, from.seat);
      this.overhearing.answered(from.seat, submission, reply);
      return reply;
    },
    'exercise:propose': async () => refuse('session-open'),
    'exercise:retract': async () => refuse('session-open'),
    'session:open': async () => refuse('session-open'),
    'invitation:make': async () => refuse('forbidden'),
    'invitation:withdraw': async () => refuse('forbidden'),
  };

  #find(): Promise<SessionHost> {
    const process = this.#process;
    this.#host ??= SessionHost.load(this.sessionId, this.exercise, {
      store: this.store.openedBy(process),
      now: () => this.now(),
      epoch: async () => this.epoch,
      committed: async (commit) => {
        if (process.alive) await this.#committed(commit, process);
      },
    });
    const loading = this.#host;
    loading.catch(() => {
      if (this.#host === loading) this.#host = null;
    });
    return loading;
  }

  async #committed({ event, after, news }: Commit, process: Process): Promise<void> {
    const { sessionId } = this;
    for (const seat of seats) {
      const notice = { sessionId, events: news[seat] };
      this.overhearing.told(seat, notice.events);
      for (const connection of this.#connections) {
        if (connection.seat === seat && connection.follows) connection.tell(notice);
      }
    }
    const store = this.store.openedBy(process);
    if (event.fact.type === 'erased') await store.eraseWords(sessionId, event.fact.seqs);
    const gone = after.status === 'ended' && after.words === 'gone';
    if (gone) await store.eraseWords(sessionId, 'all');
  }
}

function refuse(reason: Refusal): { ok: false; reason: Refusal } {
  return { ok: false, reason };
}
