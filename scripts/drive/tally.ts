import type { TranscriptLine } from '#lib/dialogue/transcript.ts';

/** What a drive prints: one JSON object. `deliveryMs` counts from the move to the partner's screen. */
export interface Report {
  sessions: number;
  events: number;
  /** Sentences the exercises put before the partners. */
  sentences: number;
  rejections: Record<string, number>;
  deliveryMs: { p50: number; p95: number; p99: number };
  /** Sessions in which two partners and a late joiner did not see the same. */
  diverged: number;
  /** Sentences that were said and are not in the transcript. */
  lost: number;
  /** Sentences that stand there more than once. */
  doubled: number;
}

/** Counts what happens in a drive. */
export class Tally {
  readonly #deliveries: number[] = [];
  readonly #rejections: Record<string, number> = {};
  #sessions = 0;
  #sentences = 0;
  #events = 0;
  #diverged = 0;
  #lost = 0;
  #doubled = 0;

  /** A move reached the partner after so many milliseconds. */
  delivered(milliseconds: number): void {
    this.#deliveries.push(milliseconds);
  }

  /** So many sentences were read on the screens. */
  read(sentences: number): void {
    this.#sentences += sentences;
  }

  rejected(reason: string): void {
    this.#rejections[reason] = (this.#rejections[reason] ?? 0) + 1;
  }

  /** A session came to its end: what each viewer reads, what was said, and how many events it took. */
  ended(
    views: readonly (readonly TranscriptLine[])[],
    said: readonly string[],
    events: number,
  ): void {
    this.#sessions += 1;
    this.#events += events;
    if (new Set(views.map((lines) => JSON.stringify(lines))).size !== 1) this.#diverged += 1;
    const read = (views[0] ?? []).flatMap(({ content }) =>
      content.kind === 'text' ? [content.text] : [],
    );
    for (const sentence of said) {
      const times = read.filter((text) => text === sentence).length;
      if (times === 0) this.#lost += 1;
      if (times > 1) this.#doubled += 1;
    }
  }

  get report(): Report {
    const at = percentile(this.#deliveries);
    return {
      sessions: this.#sessions,
      events: this.#events,
      sentences: this.#sentences,
      rejections: this.#rejections,
      deliveryMs: { p50: at(0.5), p95: at(0.95), p99: at(0.99) },
      diverged: this.#diverged,
      lost: this.#lost,
      doubled: this.#doubled,
    };
  }
}

/** The value that a share of these values lies below, in hundredths; 0 of none. */
export function percentile(values: readonly number[]): (share: number) => number {
  const sorted = values.toSorted((one, other) => one - other);
  return (share) => {
    const value = sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
    return Math.round(value * 100) / 100;
  };
}
