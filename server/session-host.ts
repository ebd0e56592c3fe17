import { assertNever } from '#lib/dialogue/assert-never.ts';
import { decide } from '#lib/dialogue/decide.ts';
import type { DialogueEvent } from '#lib/dialogue/event.ts';
import { evolve } from '#lib/dialogue/evolve.ts';
import type { ExerciseDefinition } from '#lib/dialogue/exercise.ts';
import type { MoveId, ObservationId, SessionId, Time } from '#lib/dialogue/id.ts';
import { lapse } from '#lib/dialogue/lapse.ts';
import type { Submission } from '#lib/dialogue/move.ts';
import { decideObserver, type ObserverSubmission } from '#lib/dialogue/observe.ts';
import type { Viewer } from '#lib/dialogue/observer.ts';
import { type Result, refused } from '#lib/dialogue/result.ts';
import type { Seat } from '#lib/dialogue/seat.ts';
import { type DialogueState, newSession } from '#lib/dialogue/state.ts';
import { redact } from '#lib/dialogue/view.ts';
import type { EventStore } from '#lib/event-store.ts';
import { type MoveReply, pageSize, type Refusal } from '#lib/protocol.ts';
import { type Commit, commitOf } from './commit.ts';
import { HiddenAnswers } from './hidden-answers.ts';
import { answerActAgain, answerAgain, type Receipt, receiptOf } from './receipt.ts';
import { watching } from './watching.ts';

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

/** Events as one viewer may see them, and the last seq there is. */
interface Page {
  events: DialogueEvent[];
  head: number;
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
  readonly #answers = new HiddenAnswers();
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

  /** Judges a move, stores it, tells everybody, and answers; in that order, one move at a time. */
  submit(submission: Submission, seat: Seat): Promise<MoveReply> {
    const { moveId, words } = submission;
    return this.#inTurn(() =>
      this.#write(
        { moveId, epoch: words?.epoch ?? null },
        () => decide(this.#exercise, this.#state, submission, seat, this.#deps.now()),
        (receipt) => answerAgain(receipt, submission, seat),
      ),
    );
  }

  /**
   * The same for what an observer does.
   * @param by whose act it is: refused as `forbidden` once it is not they who watch. Null for somebody
   *   who comes in.
   */
  observe(submission: ObserverSubmission, by: ObservationId | null): Promise<MoveReply> {
    const { moveId, cue } = submission;
    return this.#inTurn(() =>
      this.#write(
        { moveId, epoch: cue?.epoch ?? null },
        () =>
          by === null || watching(this.#state)?.observation === by
            ? decideObserver(this.#exercise, this.#state, submission, this.#deps.now())
            : refused('forbidden'),
        (receipt) => answerActAgain(receipt, submission),
      ),
    );
  }

  /** Takes what a page or another node wrote, and tells everybody. */
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
  page(after: number, seat: Seat, since: Time = 0): Promise<Page> {
    return this.#inTurn(async () => {
      const events = await this.#read(after);
      return this.#pageOf(events, after, seat, since);
    });
  }

  /** The same through the lens of whoever watches; null when it is not, or no longer, this one. */
  pageFor(observation: ObservationId, after: number): Promise<Page | null> {
    return this.#inTurn(async () => {
      const events = await this.#read(after);
      const observer = watching(this.#state);
      if (observer?.observation !== observation) return null;
      return this.#pageOf(events, after, { lens: observer.lens }, 0);
    });
  }

  /** A page of the log; the state is at least as new as what was read. */
  async #read(after: number): Promise<readonly DialogueEvent[]> {
    const events = await this.#deps.store.read(this.#sessionId, after, pageSize);
    if ((events.at(-1)?.seq ?? 0) > this.#state.seq) await this.#catchUp();
    return events;
  }

  #pageOf(events: readonly DialogueEvent[], after: number, viewer: Viewer, since: Time): Page {
    const opened = this.#answers
      .openedFor(viewer, (at) => at > after)
      .filter(({ seq }) => seq <= after);
    return {
      events: [...opened, ...events].map((event) => redact(event, this.#state, viewer, since)),
      head: this.#state.seq,
    };
  }

  #inTurn<Value>(work: () => Promise<Value>): Promise<Value> {
    const result = this.#queue.then(work);
    this.#queue = result.catch(() => undefined);
    return result;
  }

  /**
   * Puts one event in the log.
   * @param judge the event that follows from what was asked, or why there is none.
   * @param again the answer when it is in the log already.
   */
  async #write(
    { moveId, epoch }: { moveId: MoveId; epoch: number | null },
    judge: () => Result<DialogueEvent, Refusal>,
    again: (receipt: Receipt) => MoveReply,
  ): Promise<MoveReply> {
    for (let attempt = 0; attempt < tries; attempt += 1) {
      const receipt = this.#receipts.get(moveId);
      if (receipt) return again(receipt);
      const verdict = judge();
      if (!verdict.ok) return verdict;
      if (epoch !== null && epoch !== (await this.#deps.epoch())) {
        // It may be in the log by a commit whose answer was lost; that is acknowledged as ever.
        await this.#catchUp();
        const late = this.#receipts.get(moveId);
        return late ? again(late) : refused('stale-epoch');
      }
      const outcome = await this.#deps.store.append(this.#sessionId, verdict.value);
      switch (outcome.kind) {
        case 'appended':
          await this.#take(verdict.value);
          return { ok: true, seq: verdict.value.seq, again: false };
        case 'failed':
          return refused('storage');
        case 'known':
        case 'conflict':
          await this.#catchUp();
          break;
        default:
          return assertNever(outcome);
      }
    }
    return refused('retry');
  }

  /** Takes an event that is in the log, and tells everybody. */
  async #take(event: DialogueEvent): Promise<void> {
    const before = this.#state;
    const after = this.#record(event);
    await this.#deps.committed(commitOf(event, before, after, this.#answers));
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
    this.#receipts.set(event.moveId, receiptOf(event));
    this.#answers.note(event, before, after);
    return after;
  }
}
