import { appendFileSync } from 'node:fs';

/** How often something was tried that must not succeed, and how often it did. */
export interface Tally {
  tried: number;
  letThrough: number;
}

/**
 * Writes down what came of one kind of attack, in the file that SECURITY_TALLY names; nothing without
 * it. Call it before the expectation, so that what was let through stands in the counts as well.
 */
export function tally(name: string, { tried, letThrough }: Tally): void {
  const file = process.env['SECURITY_TALLY'];
  if (file) appendFileSync(file, `${JSON.stringify({ name, tried, letThrough })}\n`);
}

/** Counts the tries of one kind of attack. */
export class Tries {
  readonly #through: string[] = [];
  #tried = 0;

  get tried(): number {
    return this.#tried;
  }

  /** One more. @param what for whoever has to find out why it was let through. */
  note(what: string, letThrough: boolean): void {
    this.#tried += 1;
    if (letThrough) this.#through.push(what);
  }

  /** Writes it all down under these names. The answer is what was let through: none, it must be. */
  told(...names: readonly string[]): readonly string[] {
    const counts = { tried: this.#tried, letThrough: this.#through.length };
    for (const name of names) tally(name, counts);
    return this.#through;
  }
}
