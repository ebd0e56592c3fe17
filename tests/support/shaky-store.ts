import type { DialogueEvent } from '#lib/dialogue/event.ts';
import { type AppendOutcome, createMemoryEventStore, type EventStore } from '#lib/event-store.ts';
import type { Random } from './random.ts';
import type { Timeline } from './virtual-clock.ts';

/** A process of the server: what it waits for is never answered once it is dead. */
export interface Process {
  alive: boolean;
}

/** One session's log on a disk that is slow, now and then full, and that outlives every process. */
export class ShakyStore {
  #down = false;
  #losesAnswers = false;
  readonly #disk = createMemoryEventStore();
  readonly #log: DialogueEvent[] = [];
  readonly #timeline: Timeline;
  readonly #random: Random;

  constructor(timeline: Timeline, random: Random) {
    this.#timeline = timeline;
    this.#random = random;
  }

  /** Whether nothing can be read or written. */
  get down(): boolean {
    return this.#down;
  }

  breakOrMend(): void {
    this.#down = !this.#down;
  }

  /** From now on many a commit goes well and its answer is lost; or no longer. */
  loseAnswersOrNot(): void {
    this.#losesAnswers = !this.#losesAnswers;
  }

  heal(): void {
    this.#down = false;
    this.#losesAnswers = false;
  }

  /** What was committed, with the words as they were then. */
  get log(): readonly DialogueEvent[] {
    return this.#log;
  }

  /** The store as one process reaches it. */
  openedBy(process: Process): EventStore {
    const taking = async <Value>(work: () => Promise<Value>): Promise<Value> => {
      await this.#timeline.wait(this.#random.whole(0, 20));
      const answer = await work();
      await this.#timeline.wait(this.#random.whole(0, 20));
      return process.alive ? answer : new Promise(() => undefined);
    };
    return {
      append: (sessionId, event) =>
        taking(async (): Promise<AppendOutcome> => {
          const died = !process.alive && this.#random.chance(0.5);
          if (this.#down || died) return { kind: 'failed', reason: 'storage' };
          const outcome = await this.#disk.append(sessionId, event);
          if (outcome.kind === 'appended') this.#log.push(event);
          const lost = this.#losesAnswers && this.#random.chance(0.4);
          return lost ? { kind: 'failed', reason: 'storage' } : outcome;
        }),
      read: (sessionId, after, limit) =>
        taking(async () => {
          if (this.#down) throw new Error('The disk cannot be read');
          return this.#disk.read(sessionId, after, limit);
        }),
      eraseWords: (sessionId, seqs) =>
        taking(async () => {
          if (this.#down) return { kind: 'failed', reason: 'storage' };
          return this.#disk.eraseWords(sessionId, seqs);
        }),
    };
  }
}
