/** Work that has been begun, so that nothing is cut off half-way when the process ends in peace. */
export class UnderWay {
  readonly #tasks = new Set<Promise<unknown>>();

  /** Remembers this task for as long as it lasts. */
  add<Value>(task: Promise<Value>): Promise<Value> {
    this.#tasks.add(task);
    const forget = () => this.#tasks.delete(task);
    task.then(forget, forget);
    return task;
  }

  /** Resolves when all that is under way at this moment has come to an end, good or bad. */
  async finished(): Promise<void> {
    await Promise.allSettled(this.#tasks);
  }
}
