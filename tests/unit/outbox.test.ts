import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Clock } from '#lib/client/clock.ts';
import { Outbox, type OutboxDeps } from '#lib/client/outbox.ts';
import type { Submission } from '#lib/dialogue/move.ts';
import type { MoveReply } from '#lib/protocol.ts';
import { memorySafe } from '#lib/vault/memory-safe.ts';
import { newSessionId } from '#lib/vault/new-id.ts';
import { moveIdOf, sealedWords } from '#tests/support/fabricate.ts';
import { Random } from '#tests/support/random.ts';
import { hours, start } from '#tests/support/scenario.ts';
import { settled, stepCrypto } from '#tests/support/stepped-crypto.ts';
import { SkewedClock, Timeline } from '#tests/support/virtual-clock.ts';

const random = new Random(1);
beforeEach(() => stepCrypto(random));
afterEach(() => {
  vi.unstubAllGlobals();
});

const moveOf = (number: number): Submission => ({
  moveId: moveIdOf(number),
  move: { type: 'send' },
  words: sealedWords(number, null),
});

const taken = (seq: number): MoveReply => ({ ok: true, seq, again: false });
const chainMoved: MoveReply = { ok: false, reason: 'chain-moved' };
const staleEpoch: MoveReply = { ok: false, reason: 'stale-epoch' };
const storage: MoveReply = { ok: false, reason: 'storage' };
const notNow: MoveReply = { ok: false, reason: 'not-now' };

/** A device with an outbox on it, and a server that answers in turn; `never` when nothing is left. */
function deviceWith(...answers: readonly (MoveReply | null)[]) {
  const timeline = new Timeline(start);
  const clock = new SkewedClock(timeline, random);
  const stored = new Map<string, string>();
  const safe = memorySafe(stored);
  const sessionId = newSessionId();
  const left = [...answers];
  const sent: string[] = [];
  const answered: MoveReply[] = [];
  const open = (deps: Partial<OutboxDeps> = {}) =>
    new Outbox(`outbox:${sessionId}:`, {
      safe,
      clock,
      send: (submission) => {
        sent.push(JSON.stringify(submission));
        const answer = left.shift();
        return answer === undefined ? new Promise(() => undefined) : Promise.resolve(answer);
      },
      sealAgain: () => Promise.resolve(null),
      answered: (_, reply) => answered.push(reply),
      changed: () => undefined,
      ...deps,
    });
  /** Opens the outbox and takes up what is there. */
  const visit = async (deps: Partial<OutboxDeps> = {}) => {
    const outbox = open(deps);
    void outbox.restore();
    await settled();
    return outbox;
  };
  /** The moves that were sent, by number. */
  const order = () => sent.map((text) => Number(/"move(\d+)/.exec(text)?.[1]));
  return { timeline, clock, stored, safe, sent, answered, open, visit, order };
}

describe('an outbox', () => {
  it('sends a move again, byte for byte, until it is answered for good', async () => {
    const { visit, timeline, sent, answered, stored } = deviceWith(null, storage, null, taken(7));
    const outbox = await visit();
    await Promise.all([outbox.add(moveOf(1)), timeline.pass(60_000)]);
    expect(sent).toEqual(Array.from({ length: 4 }, () => JSON.stringify(moveOf(1))));
    expect(answered).toEqual([taken(7)]);
    expect(outbox.first).toBeNull();
    expect(stored.size).toBe(0);
  });

  it('keeps a move that came too soon after others, and sends it again later and later', async () => {
    const slowDown: MoveReply = { ok: false, reason: 'slow-down' };
    const often = Array.from({ length: 9 }, () => slowDown);
    const { visit, timeline, sent, answered } = deviceWith(...often, taken(7));
    const outbox = await visit();
    await Promise.all([outbox.add(moveOf(1)), timeline.pass(2_000)]);
    expect(outbox.trouble).toBe('slow-down');
    expect(outbox.first).not.toBeNull();
    expect(sent.length).toBeLessThan(9);
    await timeline.pass(180_000);
    expect(new Set(sent)).toEqual(new Set([JSON.stringify(moveOf(1))]));
    expect(answered).toEqual([taken(7)]);
  });

  it('says why a move still waits', async () => {
    const { visit } = deviceWith(storage);
    const outbox = await visit();
    void outbox.add(moveOf(1));
    await settled();
    expect([outbox.first, outbox.trouble]).toEqual([moveOf(1), 'storage']);
  });

  it('hands back what is refused for good, once, and goes on with the next', async () => {
    const { visit, timeline, order, answered } = deviceWith(notNow, taken(2));
    const outbox = await visit();
    void outbox.add(moveOf(1));
    void outbox.add(moveOf(2));
    await timeline.pass(60_000);
    expect(order()).toEqual([1, 2]);
    expect(answered).toEqual([notNow, taken(2)]);
  });

  it('has one move under way at a time, the oldest', async () => {
    const { visit, timeline, order } = deviceWith();
    const outbox = await visit();
    void outbox.add(moveOf(1));
    void outbox.add(moveOf(2));
    outbox.pump();
    await timeline.pass(60_000);
    expect(order()).toEqual([1]);
  });

  // Found by the network fuzz, seed 54.
  it('lets an observer go before anything that cannot be sent yet', async () => {
    const { visit, order, answered } = deviceWith(staleEpoch, taken(7), taken(8));
    const outbox = await visit({ sealAgain: () => Promise.resolve('later') });
    void outbox.add(moveOf(1));
    await settled();
    void outbox.add(moveOf(2));
    void outbox.add({ ...moveOf(3), move: { type: 'revoke' }, words: null });
    await settled();
    expect(order().slice(0, 2)).toEqual([1, 3]);
    expect(answered[0]).toEqual(taken(7));
    expect(outbox.first?.moveId).not.toBe(moveIdOf(3));
  });

  it('keeps the order of a move made before what was left was taken up, with the clock set back', async () => {
    const { visit, open, clock } = deviceWith();
    const first = await visit();
    void first.add(moveOf(1));
    await settled();
    first.close();
    clock.set(-hours(24));
    const second = open();
    void second.add(moveOf(2));
    await settled();
    second.close();
    const third = await visit();
    expect(third.entries).toEqual([1, 2].map(moveOf));
  });

  it('keeps the order on the next visit, also of one moment and when the clock is set back', async () => {
    const { visit, timeline, clock } = deviceWith(null);
    const before = await visit();
    for (const [number, ahead] of [0, 0, hours(24), -hours(24), 0].entries()) {
      clock.set(ahead);
      void before.add(moveOf(9 - number));
      await settled();
    }
    before.close();
    const after = await visit({ send: () => new Promise(() => undefined) });
    expect(after.entries).toEqual([9, 8, 7, 6, 5].map(moveOf));
    clock.set(-hours(24));
    void after.add(moveOf(4));
    await settled();
    after.close();
    const last = await visit();
    await timeline.pass(1_000);
    expect(last.entries).toEqual([9, 8, 7, 6, 5, 4].map(moveOf));
  });

  it('sends what an earlier visit left before what is new', async () => {
    const { visit, timeline, order } = deviceWith(null, taken(1), taken(2));
    const before = await visit();
    await Promise.all([before.add(moveOf(1)), settled()]);
    before.close();
    const after = await visit();
    void after.add(moveOf(2));
    await timeline.pass(60_000);
    expect(order()).toEqual([1, 1, 2]);
  });

  it('sends nothing before it has taken up what an earlier visit left', async () => {
    const { open, visit, timeline, order } = deviceWith(null, taken(1), taken(2));
    const before = await visit();
    await Promise.all([before.add(moveOf(1)), settled()]);
    before.close();
    const after = open();
    void after.add(moveOf(2));
    await timeline.pass(60_000);
    expect(order()).toEqual([1]);
    void after.restore();
    await timeline.pass(60_000);
    expect(order()).toEqual([1, 1, 2]);
  });

  it('but lets an observer go also before that', async () => {
    const { open, order } = deviceWith(taken(7));
    const outbox = open();
    void outbox.add(moveOf(1));
    void outbox.add({ ...moveOf(2), move: { type: 'revoke' }, words: null });
    await settled();
    expect(order()).toEqual([2]);
    void outbox.restore();
    await settled();
    expect(order()).toEqual([2, 1]);
  });

  it('leaves only ciphertext on the device', async () => {
    const { visit, stored } = deviceWith();
    const outbox = await visit();
    await Promise.all([outbox.add(moveOf(1)), settled()]);
    expect(stored.size).toBe(1);
    for (const [name, value] of stored) {
      expect(name).toMatch(/^outbox:[\w-]{22}:\d{15}:[\w-]{22}$/);
      expect(value).toMatch(/^wk1\.[\w-]{16}\.[\w-]+$/);
    }
  });

  it('waits at most 0.5 s, then twice as long each time, up to 15 s', async () => {
    const { visit, timeline } = deviceWith(...Array.from({ length: 8 }, () => null));
    const waits: number[] = [];
    const clock: Clock = {
      now: () => timeline.now,
      after: (milliseconds, work) => {
        waits.push(Math.round(milliseconds));
        return timeline.after(milliseconds, work);
      },
      random: () => 0.999_999,
    };
    const outbox = await visit({ clock });
    await Promise.all([outbox.add(moveOf(1)), timeline.pass(90_000)]);
    expect(waits).toEqual([500, 1_000, 2_000, 4_000, 8_000, 15_000, 15_000, 15_000]);
  });

  it('begins with short waits again after an answer', async () => {
    const { visit, timeline } = deviceWith(null, null, null, taken(1), null);
    const waits: number[] = [];
    const clock: Clock = {
      now: () => timeline.now,
      after: (milliseconds, work) => {
        waits.push(milliseconds);
        return timeline.after(milliseconds, work);
      },
      random: () => 0.5,
    };
    const outbox = await visit({ clock });
    void outbox.add(moveOf(1));
    await settled();
    void timeline.after(10_000, () => void outbox.add(moveOf(2)));
    await timeline.pass(20_000);
    // A new move does not wait for the wait of the one before it.
    expect(waits).toEqual([250, 500, 1_000, 250]);
  });

  it('sends at once when the connection comes back', async () => {
    const { visit, timeline, sent } = deviceWith(null, taken(1));
    const clock: Clock = {
      now: () => timeline.now,
      after: () => () => undefined,
      random: () => 0.5,
    };
    const outbox = await visit({ clock });
    await Promise.all([outbox.add(moveOf(1)), timeline.pass(60_000)]);
    expect(sent).toHaveLength(1);
    outbox.pump();
    await settled();
    expect(sent).toHaveLength(2);
  });

  it('is done with a move that turns up in the log, without a wait for the next', async () => {
    const { visit, stored, order, sent } = deviceWith();
    const replies: ((reply: MoveReply | null) => void)[] = [];
    const outbox = await visit({
      send: (submission) => {
        sent.push(JSON.stringify(submission));
        return new Promise((resolve) => replies.push(resolve));
      },
    });
    void outbox.add(moveOf(1));
    void outbox.add(moveOf(2));
    await settled();
    outbox.settle(moveIdOf(1));
    await settled();
    expect([outbox.entries, stored.size]).toEqual([[moveOf(2)], 1]);
    replies[0]?.(null);
    await settled();
    expect(order()).toEqual([1, 2]);
    expect(outbox.trouble).toBeNull();
  });

  it('leaves what is not answered when it is closed to the next visit', async () => {
    const { visit, timeline, order, answered } = deviceWith(null, taken(1));
    const before = await visit();
    await Promise.all([before.add(moveOf(1)), settled()]);
    before.close();
    await timeline.pass(60_000);
    expect(order()).toEqual([1]);
    await visit();
    expect(answered).toEqual([taken(1)]);
  });

  it('sends from a device that cannot write or read', async () => {
    const { visit, safe, answered } = deviceWith(taken(1));
    const fail = () => Promise.reject(new Error('No room left'));
    const outbox = await visit({
      safe: { ...safe, put: fail, get: fail, names: fail, remove: fail },
    });
    await Promise.all([outbox.add(moveOf(1)), settled()]);
    expect(answered).toEqual([taken(1)]);
  });
});

describe('an outbox whose words must be sealed again', () => {
  it('sends the new bytes in the place of the old, before what waits behind', async () => {
    const { visit, stored, order, timeline } = deviceWith(chainMoved, null);
    const outbox = await visit({ sealAgain: () => Promise.resolve(moveOf(9)) });
    void outbox.add(moveOf(1));
    void outbox.add(moveOf(2));
    const names = () => [...stored.keys()];
    await settled();
    const before = names();
    expect(order()).toEqual([1, 9]);
    expect(outbox.entries).toEqual([moveOf(9), moveOf(2)]);
    outbox.close();
    expect(names()).toEqual(before);
    const after = await visit();
    await timeline.pass(1_000);
    expect(after.entries).toEqual([moveOf(9), moveOf(2)]);
  });

  it('does so for another key as well, and says which of the two it is for', async () => {
    const { visit, order } = deviceWith(staleEpoch, chainMoved);
    const reasons: string[] = [];
    const outbox = await visit({
      sealAgain: async (_, reason) => {
        reasons.push(reason);
        return moveOf(8 + reasons.length);
      },
    });
    void outbox.add(moveOf(1));
    await settled();
    expect(order()).toEqual([1, 9, 10]);
    expect(reasons).toEqual(['stale-epoch', 'chain-moved']);
  });

  it('keeps the old bytes until the new ones are there', async () => {
    const { visit } = deviceWith(chainMoved);
    const outbox = await visit({ sealAgain: () => new Promise(() => undefined) });
    await Promise.all([outbox.add(moveOf(1)), settled()]);
    outbox.close();
    const after = await visit();
    expect(after.entries).toEqual([moveOf(1)]);
  });

  it('waits when it cannot be done yet, and hands the refusal back when it never can', async () => {
    const { visit, timeline, order, answered } = deviceWith(chainMoved, chainMoved);
    const outcomes = ['later', null] as const;
    const outbox = await visit({
      sealAgain: () => Promise.resolve(outcomes[order().length - 1] ?? null),
    });
    void outbox.add(moveOf(1));
    await settled();
    expect([outbox.first, outbox.trouble]).toEqual([moveOf(1), 'chain-moved']);
    await timeline.pass(1_000);
    expect(order()).toEqual([1, 1]);
    expect(answered).toEqual([chainMoved]);
  });

  it('sends the bytes another tab has written in the meantime', async () => {
    const { visit, order, safe, stored } = deviceWith(chainMoved);
    const outbox = await visit({
      sealAgain: async () => {
        await safe.put([...stored.keys()][0] ?? '', JSON.stringify(moveOf(8)));
        return moveOf(9);
      },
    });
    await Promise.all([outbox.add(moveOf(1)), settled()]);
    expect(order()).toEqual([1, 8]);
  });

  it('does not say again what another tab has been done with in the meantime', async () => {
    const { visit, order, safe, stored, answered } = deviceWith(chainMoved);
    const outbox = await visit({
      sealAgain: async () => {
        await safe.remove([...stored.keys()][0] ?? '');
        return moveOf(9);
      },
    });
    await Promise.all([outbox.add(moveOf(1)), settled()]);
    expect(order()).toEqual([1]);
    expect([outbox.first, answered]).toEqual([null, [chainMoved]]);
  });
});
