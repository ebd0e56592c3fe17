import type { DeviceSafe } from '#lib/vault/device-safe.ts';

/**
 * The words of one session that were not said yet, by the step they were begun at. While some are being
 * written down only the newest wait: sealing can be slower than typing, and a page that is closed takes
 * along whatever still waits.
 */
export class Drafts {
  readonly #safe: DeviceSafe;
  readonly #place: string;
  /** How often each step was answered: what is begun there the next time is another draft. */
  readonly #answered = new Map<string, number>();
  /** The newest words under each name that are not known to be on the device yet. */
  readonly #newest = new Map<string, string>();

  /** @param place what the names of these drafts begin with. */
  constructor(safe: DeviceSafe, place: string) {
    this.#safe = safe;
    this.#place = place;
  }

  /** The draft of a step; empty when there is none. */
  async read(step: string): Promise<string> {
    const name = this.#nameOf(step);
    const newest = this.#newest.get(name);
    if (newest !== undefined) return newest;
    return (await this.#safe.get(name).catch(() => null)) ?? '';
  }

  /** Keeps a draft in the place of what was there; an empty one is taken away. */
  save(step: string, text: string): void {
    this.#keep(this.#nameOf(step), text);
  }

  /** A step was answered: what was begun for it goes. To be told of every answer, oldest first. */
  answered(step: string): void {
    this.save(step, '');
    this.#answered.set(step, (this.#answered.get(step) ?? 0) + 1);
  }

  /** Takes all of them away: what was never said has no reason to outlive the session. */
  async forget(): Promise<void> {
    const kept = await this.#safe.names(this.#place).catch(() => []);
    for (const name of [...kept, ...this.#newest.keys()]) this.#keep(name, '');
  }

  #keep(name: string, text: string): void {
    const underWay = this.#newest.has(name);
    this.#newest.set(name, text);
    if (!underWay) void this.#writeDown(name, text);
  }

  async #writeDown(name: string, text: string): Promise<void> {
    const written = text === '' ? this.#safe.remove(name) : this.#safe.put(name, text);
    // A device that cannot write keeps the draft for as long as the page is open.
    await written.catch(() => undefined);
    const newest = this.#newest.get(name);
    if (newest !== undefined && newest !== text) return this.#writeDown(name, newest);
    this.#newest.delete(name);
  }

  #nameOf(step: string): string {
    return `${this.#place}${step}:${this.#answered.get(step) ?? 0}`;
  }
}
