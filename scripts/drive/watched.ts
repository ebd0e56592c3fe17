import { percentile } from './tally.ts';

/** What a drive tells of the sessions that a therapist watched. */
export interface WatchedReport {
  /** Sessions in which she was. */
  watched: number;
  seen: {
    /** Events at which her screen was held against those of both partners. */
    moments: number;
    /** Lines that were another on her screen than what her lens lets through of theirs. */
    differences: number;
  };
  /** Events carried to her that held more than her lens, or came after she was let go. */
  leaks: number;
  /** From the move that lets her go to the end of her connection. */
  revokedMs: { times: number; p50: number; p95: number; max: number };
}

/** Counts what a therapist saw in a drive. */
export class Watched {
  readonly #revoked: number[] = [];
  #watched = 0;
  #moments = 0;
  #differences = 0;
  #leaks = 0;

  /** A visit is over. */
  visited(seen: { moments: number; differences: number; leaks: number }): void {
    this.#watched += 1;
    this.#moments += seen.moments;
    this.#differences += seen.differences;
    this.#leaks += seen.leaks;
  }

  /** She was put out after so many milliseconds. */
  revoked(milliseconds: number): void {
    this.#revoked.push(milliseconds);
  }

  get report(): WatchedReport {
    const at = percentile(this.#revoked);
    return {
      watched: this.#watched,
      seen: { moments: this.#moments, differences: this.#differences },
      leaks: this.#leaks,
      revokedMs: { times: this.#revoked.length, p50: at(0.5), p95: at(0.95), max: at(1) },
    };
  }
}
