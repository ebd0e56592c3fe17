/** A seeded source of chance: the same seed throws the same dice. */
export class Random {
  #state: number;

  constructor(seed: number) {
    this.#state = seed >>> 0;
    // Neighbouring seeds begin alike; a few throws set them apart.
    for (let thrown = 0; thrown < 8; thrown += 1) this.next();
  }

  /** A number from 0 up to, not including, 1 (mulberry32). */
  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let mixed = this.#state;
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }

  /** A whole number from `low` to `high`, both possible. */
  whole(low: number, high: number): number {
    return low + Math.floor(this.next() * (high - low + 1));
  }

  chance(probability: number): boolean {
    return this.next() < probability;
  }

  /** One of these, each as likely as its weight says; undefined when there are none. */
  weighted<Value>(
    choices: readonly (readonly [weight: number, value: Value])[],
  ): Value | undefined {
    const total = choices.reduce((sum, [weight]) => sum + weight, 0);
    let left = this.next() * total;
    for (const [weight, value] of choices) {
      left -= weight;
      if (left < 0) return value;
    }
    return choices.at(-1)?.[1];
  }

  pick<Value>(values: readonly Value[]): Value | undefined {
    return values[this.whole(0, values.length - 1)];
  }

  /** Fills bytes, as `crypto.getRandomValues` does. */
  fill<Bytes extends Uint8Array>(bytes: Bytes): Bytes {
    for (let at = 0; at < bytes.length; at += 1) bytes[at] = this.whole(0, 255);
    return bytes;
  }
}
