import { assertNever } from '#lib/dialogue/assert-never.ts';
import { cameOf } from '#lib/dialogue/cause.ts';
import { decide } from '#lib/dialogue/decide.ts';
import type { DialogueEvent } from '#lib/dialogue/event.ts';
import { evolve } from '#lib/dialogue/evolve.ts';
import type { ExerciseDefinition } from '#lib/dialogue/exercise.ts';
import type { SessionId, Time } from '#lib/dialogue/id.ts';
import { lapse } from '#lib/dialogue/lapse.ts';
import type { Submission } from '#lib/dialogue/move.ts';
import { type Seat, seats } from '#lib/dialogue/seat.ts';
import { type DialogueState, newSession } from '#lib/dialogue/state.ts';
import { redact, revealed } from '#lib/dialogue/view.ts';
import type { EventStore } from '#lib/event-store.ts';
import { type MoveReply, pageSize, type Refusal } from '#lib/protocol.ts';

/** A move lost the race for its place this often before it is handed back to its sender. */
const tries = 5;

export interface SessionHostDeps {
  store: EventStore;
  now: () => Time;
  /** Which of the room's keys is in use. */
  epoch: () => Promise<number>;
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
type Receipt = Pick<DialogueEvent, 'seq' | 'at' | 'author' | 'hash' | 'fact'>;

/** An answer that was given hidden, and the place of the event that laid it open, if any did. */
interface HiddenAnswer {
  event: DialogueEvent;
  openedAt: number | null;
}

/**
 * The one writer of a session on this node: judges its moves one after another. It holds no truth;
 * everything here can be folded again from the store.
 */
export class SessionHost {
  readonly #sessionId: SessionId;
  readonly #exercise: ExerciseDefinition;
  readonly #deps: SessionHostDeps;
  readonly #receipts = new Map<string, Receipt>();
  readonly #answers = new Map<number, HiddenAnswer>();
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
    await host.#readOn((event) => void host.#record(event));
    return host;
  }

  get state(): DialogueState {
    return this.#state;
  }

  /** Judges a move, stores it, tells both seats, and answers; in that order, one move at a time. */
  submit(submission: Submission, seat: Seat): Promise<MoveReply> {
    return this.#inTurn(() => this.#submit(submission, seat));
  }

  /** Takes what a page or another node wrote, and tells both seats. */
  catchUp(): Promise<void> {
    return this.#inTurn(() => this.#catchUp());
  }

  /** Lets the words go when their term has run out. True when that just happened. */
  lapse(): Promise<boolean> {
    return this.#inTurn(async () => {
      const event = lapse(this.#state, this.#deps.now());
      if (!event) return false;
      const outcome = await this.#deps.store.append(this.#sessionId, event);
      if (outcome.kind === 'appended') await this.#take(event);
      else if (outcome.kind !== 'failed') await this.#catchUp();
      return outcome.kind === 'appended';
    });
  }

  /**
   * The events after `after` as this seat may see them, at most a page, and the last seq there is.
   * Before them stand the hidden answers from up to `after` that were laid open since.
   * @param since when whoever asks took the seat.
   */
  page(
    after: number,
    seat: Seat,
    since: Time = 0,
  ): Promise<{ events: DialogueEvent[]; head: number }> {
    return this.#inTurn(async () => {
      const events = await this.#deps.store.read(this.#sessionId, after, pageSize);
      if ((events.at(-1)?.seq ?? 0) > this.#state.seq) await this.#catchUp();
      const opened = this.#openedFor(seat, (at) => at > after).filter(({ seq }) => seq <= after);
      return {
        events: [...opened, ...events].map((event) => redact(event, this.#state, seat, since)),
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
      const { words } = submission;
      if (words && words.epoch !== (await this.#deps.epoch())) {
        return this.#acknowledgeOrRefuse(submission, seat, 'stale-epoch');
      }
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

  /** A move may be in the log by a commit whose answer was lost; that is acknowledged as ever. */
  async #acknowledgeOrRefuse(
    submission: Submission,
    seat: Seat,
    reason: Refusal,
  ): Promise<MoveReply> {
    await this.#catchUp();
    const receipt = this.#receipts.get(submission.moveId);
    return receipt ? answerAgain(receipt, submission, seat) : refuse(reason);
  }

  /** Takes an event that is in the log, and tells both seats. */
  async #take(event: DialogueEvent): Promise<void> {
    const before = this.#state;
    const after = this.#record(event);
    const news = { a: this.#newsFor('a', event), b: this.#newsFor('b', event) };
    await this.#deps.committed({ event, before, after, news });
  }

  /** The event itself, after the hidden answers that it has just laid open for this seat. */
  #newsFor(seat: Seat, event: DialogueEvent): DialogueEvent[] {
    const opened = this.#openedFor(seat, (at) => at === event.seq);
    return [...opened, redact(event, this.#state, seat)];
  }

  /** The other's answers that were hidden from this seat and laid open at such a place. */
  #openedFor(seat: Seat, at: (seq: number) => boolean): DialogueEvent[] {
    return [...this.#answers.values()]
      .filter(({ event, openedAt }) => event.author !== seat && openedAt !== null && at(openedAt))
      .map(({ event }) => event);
  }

  /** Takes what the log has beyond this state: an append whose answer was lost, or another node's. */
  #catchUp(): Promise<void> {
    return this.#readOn((event) => this.#take(event));
  }

  async #readOn(take: (event: DialogueEvent) => Promise<void> | void): Promise<void> {
    for (;;) {
      const events = await this.#deps.store.read(this.#sessionId, this.#state.seq, pageSize);
      for (const event of events) await take(event);
      if (events.length < pageSize) return;
    }
  }

  #record(event: DialogueEvent): DialogueState {
    const before = this.#state;
    const after = evolve(this.#exercise, before, event);
    this.#state = after;
    const { moveId, seq, at, author, hash, fact } = event;
    this.#receipts.set(moveId, { seq, at, author, hash, fact });
    if (after.concealed.some((entry) => entry.seq === seq)) {
      this.#answers.set(seq, { event, openedAt: null });
    }
    const opened = new Set(seats.flatMap((seat) => revealed(before, after, seat)));
    for (const [place, answer] of this.#answers) {
      if (opened.has(place)) answer.openedAt = seq;
      if (!after.content.some((entry) => entry.seq === place)) this.#answers.delete(place);
    }
    return after;
  }
}

function answerAgain(receipt: Receipt, { move, words }: Submission, seat: Seat): MoveReply {
  const same =
    receipt.author === seat &&
    receipt.hash === (words?.hash ?? null) &&
    cameOf(receipt.fact, move, receipt.at);
  return same ? { ok: true, seq: receipt.seq, again: true } : refuse('move-id-reused');
}

function refuse(reason: Refusal): { ok: false; reason: Refusal } {
  return { ok: false, reason };
}
