import type { Clock } from '#lib/client/clock.ts';
import type { Time } from '#lib/dialogue/id.ts';
import type { Random } from './random.ts';
import { settled } from './stepped-crypto.ts';

interface Due {
  at: Time;
  work: () => void;
}

/** Time that passes only when it is told to, one happening at a time. */
export class Timeline {
  #now: Time;
  #due: readonly Due[] = [];

  constructor(start: Time) {
    this.#now = start;
  }

  get now(): Time {
    return this.#now;
  }

  /** Calls `work` after so many milliseconds, unless the returned function is called before. */
  after(milliseconds: number, work: () => void): () => void {
    const due = { at: this.#now + milliseconds, work };
    const place = this.#due.findIndex((other) => other.at > due.at);
    this.#due = place < 0 ? [...this.#due, due] : this.#due.toSpliced(place, 0, due);
    return () => {
      this.#due = this.#due.filter((other) => other !== due);
    };
  }

  wait(milliseconds: number): Promise<void> {
    return new Promise((resolve) => this.after(milliseconds, resolve));
  }

  /** Lets everything happen that is due within so many milliseconds. */
  async pass(milliseconds: number): Promise<void> {
    const end = this.#now + milliseconds;
    await settled();
    for (let next = this.#due[0]; next && next.at <= end; next = this.#due[0]) {
      this.#due = this.#due.slice(1);
      this.#now = Math.max(this.#now, next.at);
      next.work();
      await settled();
    }
    this.#now = end;
  }
}

/** A clock that may show the time wrong; its timers run true all the same. */
export class SkewedClock implements Clock {
  #ahead = 0;
  readonly #timeline: Timeline;
  readonly #random: Random;

  constructor(timeline: Timeline, random: Random) {
    this.#timeline = timeline;
    this.#random = random;
  }

  /** Makes it show the time so many milliseconds too late, or too early when negative. */
  set(ahead: number): void {
    this.#ahead = ahead;
  }

  now(): Time {
    return Math.round(this.#timeline.now + this.#ahead);
  }

  after(milliseconds: number, work: () => void): () => void {
    return this.#timeline.after(milliseconds, work);
  }

  random(): number {
    return this.#random.next();
  }
}
