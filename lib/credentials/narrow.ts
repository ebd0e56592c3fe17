/** Lets so many pieces of work go on at once; the others wait their turn. */
export class Narrow {
  readonly #atOnce: number;
  readonly #waiting: (() => void)[] = [];
  #going = 0;

  constructor(atOnce: number) {
    this.#atOnce = atOnce;
  }

  /** How much is going on, and how much waits. */
  get load(): { going: number; waiting: number } {
    return { going: this.#going, waiting: this.#waiting.length };
  }

  /** Does a piece of work when it is its turn; throws what the work throws. */
  async through<Value>(work: () => Promise<Value>): Promise<Value> {
    if (this.#going < this.#atOnce) this.#going += 1;
    // Whoever is done hands its place over, so that nobody who comes later slips in.
    else await new Promise<void>((resolve) => this.#waiting.push(resolve));
    try {
      return await work();
    } finally {
      const next = this.#waiting.shift();
      if (next) next();
      else this.#going -= 1;
    }
  }
}
