interface Waiting<Item, Outcome> {
  item: Item;
  resolve: (outcome: Outcome) => void;
  reject: (error: unknown) => void;
}

/**
 * Lets items that arrive while a commit is under way share the next one.
 * @param commit stores items together and gives one outcome for each, in the same order.
 * @param most items in one commit.
 * @returns hands in one item. When a commit throws, its items are tried again one by one, so that
 * only the one at fault throws; committing an item twice must therefore be harmless.
 */
export function groupCommit<Item, Outcome extends object>(
  commit: (items: readonly Item[]) => Promise<readonly Outcome[]>,
  most: number,
): (item: Item) => Promise<Outcome> {
  const queue: Waiting<Item, Outcome>[] = [];
  let committing = false;

  async function settle(batch: readonly Waiting<Item, Outcome>[]): Promise<void> {
    try {
      const outcomes = await commit(batch.map(({ item }) => item));
      for (const [index, { resolve, reject }] of batch.entries()) {
        const outcome = outcomes[index];
        if (outcome) resolve(outcome);
        else reject(new Error('A commit without an outcome'));
      }
    } catch (error) {
      if (batch.length > 1) for (const single of batch) await settle([single]);
      else for (const { reject } of batch) reject(error);
    }
  }

  async function drain(): Promise<void> {
    while (queue.length > 0) await settle(queue.splice(0, most));
    committing = false;
  }

  return (item) =>
    new Promise((resolve, reject) => {
      queue.push({ item, resolve, reject });
      if (committing) return;
      committing = true;
      // Whatever else arrives in this turn of the event loop joins the first commit.
      queueMicrotask(drain);
    });
}
