import { assertNever } from '#lib/dialogue/assert-never.ts';
import { decide } from '#lib/dialogue/decide.ts';
import type { DialogueEvent } from '#lib/dialogue/event.ts';
import { actOf } from '#lib/dialogue/event.ts';
import { evolve, fold } from '#lib/dialogue/evolve.ts';
import type { ExerciseDefinition } from '#lib/dialogue/exercise.ts';
import type { SessionId, Time } from '#lib/dialogue/id.ts';
import { lapse } from '#lib/dialogue/lapse.ts';
import type { Submission } from '#lib/dialogue/move.ts';
import type { Seat } from '#lib/dialogue/seat.ts';
import { type DialogueState, newSession } from '#lib/dialogue/state.ts';
import { redact, revealed } from '#lib/dialogue/view.ts';
import type { EventStore } from '#lib/event-store.ts';
import { type MoveReply, pageSize, type Refusal } from '#lib/protocol.ts';

/** A move lost the race for its place this often before it is handed back to its sender. */
const tries = 5;

export interface SessionHostDeps {
  store: EventStore;
  now: () => Time;
  /** Told after every commit, in order, before the mover is answered. */
  committed: (commit: Commit) => Promise<void>;
}

/** One event that is now in the log, and what each seat is to be told of it. */
export interface Commit {
  event: DialogueEvent;
  before: DialogueState;
  after: DialogueState;
  news: Readonly<Record<Seat, DialogueEvent[]>>;
}

/** What is kept of an event to recognise a move that is sent again. */
type Receipt = Pick<DialogueEvent, 'seq' | 'author' | 'hash' | 'fact'>;

/**
 * The one writer of a session on this node: judges its moves one after another. It holds no truth;
 * everything here can be folded again from the store.
 */
export class SessionHost {
  readonly #sessionId: SessionId;
  readonly #exercise: ExerciseDefinition;
  readonly #deps: SessionHostDeps;
  readonly #receipts = new Map<string, Receipt>();
  #state: DialogueState = newSession;
  #queue: Promise<unknown> = Promise.resolve();

  private constructor(sessionId: SessionId, exercise: ExerciseDefinition, deps: SessionHostDeps) {
    this.#sessionId = sessionId;
    this.#exercise = exercise;
    this.#deps = deps;
  }

  /** Folds a session from its log. */
  static async load(
    sessionId: SessionId,
    exercise: ExerciseDefinition,
    deps: SessionHostDeps,
  ): Promise<SessionHost> {
    const host = new SessionHost(sessionId, exercise, deps);
    await host.#catchUp();
    return host;
  }

  get state(): DialogueState {
    return this.#state;
  }

  /** Judges a move, stores it, tells both seats, and answers; in that order, one move at a time. */
  submit(submission: Submission, seat: Seat): Promise<MoveReply> {
    return this.#inTurn(() => this.#submit(submission, seat));
  }

  /** Lets the words go when their term has run out. True when that just happened. */
  lapse(): Promise<boolean> {
    return this.#inTurn(async () => {
      const event = lapse(this.#state, this.#deps.now());
      if (!event) return false;
      const outcome = await this.#deps.store.append(this.#sessionId, event);
      if (outcome.kind !== 'appended') return false;
      await this.#take(event);
      return true;
    });
  }

  /** The events after `after` as this seat may see them, at most a page, and the last seq there is. */
  page(after: number, seat: Seat): Promise<{ events: DialogueEvent[]; head: number }> {
    return this.#inTurn(async () => {
      const events = await this.#deps.store.read(this.#sessionId, after, pageSize);
      return {
        events: events.map((event) => redact(event, this.#state, seat)),
        head: this.#state.seq,
      };
    });
  }

  #inTurn<Value>(work: () => Promise<Value>): Promise<Value> {
    const result = this.#queue.then(work);
    this.#queue = result.catch(() => undefined);
    return result;
  }

  async #submit(submission: Submission, seat: Seat): Promise<MoveReply> {
    for (let attempt = 0; attempt < tries; attempt += 1) {
      const receipt = this.#receipts.get(submission.moveId);
      if (receipt) return answerAgain(receipt, submission, seat);
      const verdict = decide(this.#exercise, this.#state, submission, seat, this.#deps.now());
      if (!verdict.ok) return refuse(verdict.reason);
      const outcome = await this.#deps.store.append(this.#sessionId, verdict.value);
      switch (outcome.kind) {
        case 'appended':
          await this.#take(verdict.value);
          return { ok: true, seq: verdict.value.seq, again: false };
        case 'failed':
          return refuse('storage');
        case 'known':
        case 'conflict':
          await this.#catchUp();
          break;
        default:
          return assertNever(outcome);
      }
    }
    return refuse('retry');
  }

  async #take(event: DialogueEvent): Promise<void> {
    const before = this.#state;
    this.#state = evolve(this.#exercise, before, event);
    this.#remember(event);
    const after = this.#state;
    const news = {
      a: await this.#newsFor('a', before, after, event),
      b: await this.#newsFor('b', before, after, event),
    };
    await this.#deps.committed({ event, before, after, news });
  }

  /** The event itself, after the hidden answers that it has just laid open for this seat. */
  async #newsFor(
    seat: Seat,
    before: DialogueState,
    after: DialogueState,
    event: DialogueEvent,
  ): Promise<DialogueEvent[]> {
    const news: DialogueEvent[] = [];
    for (const seq of revealed(before, after, seat)) {
      news.push(...(await this.#deps.store.read(this.#sessionId, seq - 1, 1)));
    }
    return [...news, redact(event, after, seat)];
  }

  async #catchUp(): Promise<void> {
    for (;;) {
      const events = await this.#deps.store.read(this.#sessionId, this.#state.seq, pageSize);
      this.#state = fold(this.#exercise, this.#state, events);
      for (const event of events) this.#remember(event);
      if (events.length < pageSize) return;
    }
  }

  #remember({ moveId, seq, author, hash, fact }: DialogueEvent): void {
    this.#receipts.set(moveId, { seq, author, hash, fact });
  }
}

function answerAgain(receipt: Receipt, { move, words }: Submission, seat: Seat): MoveReply {
  const act = actOf(receipt.fact);
  const same =
    receipt.author === seat &&
    receipt.hash === (words?.hash ?? null) &&
    (act === undefined || act === move.type);
  return same ? { ok: true, seq: receipt.seq, again: true } : refuse('move-id-reused');
}

function refuse(reason: Refusal): { ok: false; reason: Refusal } {
  return { ok: false, reason };
}
