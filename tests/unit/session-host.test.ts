import { describe, expect, it } from 'vitest';
import type { ExerciseDefinition } from '#lib/dialogue/exercise.ts';
import { keepTerm } from '#lib/dialogue/lapse.ts';
import type { Move, Submission } from '#lib/dialogue/move.ts';
import type { Seat } from '#lib/dialogue/seat.ts';
import { createMemoryEventStore, type EventStore } from '#lib/event-store.ts';
import { newSessionId } from '#lib/vault/new-id.ts';
import type { Commit } from '#server/commit.ts';
import { SessionHost } from '#server/session-host.ts';
import { moveIdOf, sealedWords } from '#tests/support/fabricate.ts';
import { start } from '#tests/support/scenario.ts';
import { phaseOf } from '#tests/support/short-talk.ts';

/** An exercise of one hidden answer of each. */
const exercise: ExerciseDefinition = {
  id: 'hidden-rating',
  version: 1,
  parts: [
    {
      play: 'once',
      phases: [
        phaseOf('rating', {
          id: 'rate',
          actor: 'both',
          hidden: true,
          ways: [{ act: 'rate', to: 'next' }],
        }),
        phaseOf('thanks', { id: 'thank', actor: 'speaker', ways: [{ act: 'thank', to: 'next' }] }),
      ],
    },
  ],
};
const { id, version } = exercise;
const open: Move = { type: 'open', exercise: { id, version }, mode: 'written' };

/** A host over a store that, when told to, commits the next event and loses the answer. */
async function hostWith() {
  const disk = createMemoryEventStore();
  const commits: Commit[] = [];
  const table = { loses: false, now: start, moves: 0, epoch: 1 };
  const store: EventStore = {
    ...disk,
    append: async (sessionId, event) => {
      const outcome = await disk.append(sessionId, event);
      const { loses } = table;
      table.loses = false;
      return loses ? { kind: 'failed', reason: 'storage' } : outcome;
    },
  };
  const host = await SessionHost.load(newSessionId(), exercise, {
    store,
    now: () => table.now,
    epoch: async () => table.epoch,
    committed: async (commit) => void commits.push(commit),
  });
  const made = (move: Move): Submission => {
    table.moves += 1;
    const { state } = host;
    const head = state.status === 'new' ? null : state.head;
    const carries = move.type === 'rate';
    const words = carries ? sealedWords(table.moves, head) : null;
    return { moveId: moveIdOf(table.moves), move, words };
  };
  const play = (seat: Seat, move: Move) => host.submit(made(move), seat);
  await play('a', open);
  return { host, table, commits, made, play };
}

const told = (commits: readonly Commit[]) => commits.map(({ event }) => event.seq);

describe('a session host whose commit went well and whose answer was lost', () => {
  it('tells both seats of the event when the move is sent again', async () => {
    const { host, table, commits, made } = await hostWith();
    const pause = made({ type: 'pause' });
    table.loses = true;
    expect(await host.submit(pause, 'a')).toEqual({ ok: false, reason: 'storage' });
    expect(told(commits)).toEqual([1]);
    expect(await host.submit(pause, 'a')).toEqual({ ok: true, seq: 2, again: true });
    expect(told(commits)).toEqual([1, 2]);
  });

  it('tells of it, and stands at it, when a page is read beyond it', async () => {
    const { host, table, commits, play } = await hostWith();
    await play('a', { type: 'rate' });
    table.loses = true;
    await play('b', { type: 'rate' });
    const page = await host.page(0, 'a');
    expect(page.head).toBe(3);
    expect(page.events.map(({ sealed }) => sealed !== null)).toEqual([false, true, true]);
    expect(told(commits)).toEqual([1, 2, 3]);
  });

  it('knows that the words have lapsed when it looks again', async () => {
    const { host, table, commits, play } = await hostWith();
    await play('a', { type: 'stop' });
    table.now = start + keepTerm + 1_000;
    table.loses = true;
    await host.lapse();
    expect(host.state).toMatchObject({ words: 'asked' });
    await host.lapse();
    expect(host.state).toMatchObject({ words: 'gone' });
    expect(told(commits)).toEqual([1, 2, 3]);
  });
});

describe('a session host asked for a page', () => {
  it('puts before it the hidden answers that were laid open after the asker was last here', async () => {
    const { host, play } = await hostWith();
    await play('a', { type: 'rate' });
    const hidden = await host.page(0, 'b');
    expect(hidden.events.map(({ sealed }) => sealed !== null)).toEqual([false, false]);
    await play('b', { type: 'rate' });
    await play('a', { type: 'pause' });
    const seqs = async (after: number, seat: Seat) =>
      (await host.page(after, seat)).events.map(({ seq, sealed }) => [seq, sealed !== null]);
    expect(await seqs(2, 'b')).toEqual([
      [2, true],
      [3, true],
      [4, false],
    ]);
    expect(await seqs(3, 'b')).toEqual([[4, false]]);
    expect(await seqs(2, 'a')).toEqual([
      [3, true],
      [4, false],
    ]);
  });

  it('never shows an answer that was taken back before it was laid open', async () => {
    const { host, play } = await hostWith();
    await play('a', { type: 'rate' });
    await play('a', { type: 'erase', seqs: [2] });
    await play('b', { type: 'rate' });
    await play('a', { type: 'rate' });
    const { events } = await host.page(2, 'b');
    expect(events.map(({ seq }) => seq)).toEqual([3, 4, 5]);
  });
});

describe('a session host whose room has another key', () => {
  it('takes no words that are sealed with the former one', async () => {
    const { host, table, made, play } = await hostWith();
    table.epoch = 2;
    const rate = made({ type: 'rate' });
    expect(await host.submit(rate, 'a')).toEqual({ ok: false, reason: 'stale-epoch' });
    expect(host.state.seq).toBe(1);
    const words = rate.words && { ...rate.words, epoch: 2 };
    expect(await host.submit({ ...rate, words }, 'a')).toMatchObject({ ok: true, seq: 2 });
    expect(await play('b', { type: 'pause' })).toMatchObject({ ok: true, seq: 3 });
  });

  it('acknowledges what landed before, and says what else is wrong before it says that', async () => {
    const { host, table, made } = await hostWith();
    const rate = made({ type: 'rate' });
    table.loses = true;
    expect(await host.submit(rate, 'a')).toEqual({ ok: false, reason: 'storage' });
    await host.page(0, 'a');
    table.epoch = 2;
    expect(await host.submit(rate, 'a')).toEqual({ ok: true, seq: 2, again: true });
    const again = { ...made({ type: 'rate' }), words: rate.words };
    expect(await host.submit(again, 'a')).toEqual({ ok: false, reason: 'already-answered' });
  });

  it('acknowledges it also when it did not know yet that it had landed', async () => {
    const { host, table, made } = await hostWith();
    const rate = made({ type: 'rate' });
    table.loses = true;
    await host.submit(rate, 'a');
    table.epoch = 2;
    expect(await host.submit(rate, 'a')).toEqual({ ok: true, seq: 2, again: true });
  });
});
