import { describe, expect, it } from 'vitest';
import { ActQueue, type QueuedAct } from '#lib/client/observation/act-queue.ts';
import type { ObserverRequest } from '#lib/observer-protocol.ts';
import type { MoveReply } from '#lib/protocol.ts';
import { newMoveId, newSessionId } from '#lib/vault/new-id.ts';
import { Random } from '#tests/support/random.ts';
import { settled } from '#tests/support/stepped-crypto.ts';
import { SkewedClock, Timeline } from '#tests/support/virtual-clock.ts';

const sessionId = newSessionId();
const asked = (): QueuedAct => ({
  request: { sessionId, moveId: newMoveId(), act: { type: 'ask-pause' }, cue: null },
  cue: null,
});
const cued = (epoch: number): QueuedAct => ({
  request: {
    ...{ sessionId, moveId: newMoveId(), act: { type: 'cue', to: 'both' } },
    cue: { sealed: `sealed in ${epoch}`, epoch },
  },
  cue: { kind: 'ready', id: 'breathe' },
});
const done: MoveReply = { ok: true, seq: 3, again: false };

/** A queue on a server that answers as it is told, in order; null for an answer that is lost. */
function queueOn(...answers: readonly (MoveReply | null)[]) {
  const timeline = new Timeline(0);
  const sent: ObserverRequest[] = [];
  const newer: { act: QueuedAct | null } = { act: null };
  const left = [...answers];
  const queue = new ActQueue({
    clock: new SkewedClock(timeline, new Random(1)),
    send: async (request) => {
      sent.push(request);
      return left.shift() ?? null;
    },
    sealAgain: async () => newer.act,
    changed: () => undefined,
  });
  return { queue, sent, timeline, newer };
}

describe('acts of an observer on their way', () => {
  it('are sent one after another, and gone once they are answered', async () => {
    const { queue, sent } = queueOn(done, done);
    const [first, second] = [asked(), asked()];
    queue.add(first);
    queue.add(second);
    expect(queue.pending).toHaveLength(2);
    await settled();
    expect(sent).toEqual([first.request, second.request]);
    expect(queue.pending).toEqual([]);
  });

  it('are sent again byte for byte until they are answered, and each but once after that', async () => {
    const { queue, sent, timeline } = queueOn(null, { ok: false, reason: 'storage' }, done);
    const act = asked();
    queue.add(act);
    await settled();
    expect(queue.pending).toEqual([{ act: act.request.act, trouble: 'no-answer' }]);
    await timeline.pass(1_000);
    expect(queue.pending[0]?.trouble).toBe('storage');
    await timeline.pass(60_000);
    expect(sent).toEqual([act.request, act.request, act.request]);
    expect(queue.pending).toEqual([]);
  });

  it('are not sent any more once the log has them, whatever became of the answer', async () => {
    const { queue, sent, timeline } = queueOn(null);
    const act = asked();
    queue.add(act);
    await settled();
    queue.settle(act.request.moveId);
    await timeline.pass(60_000);
    expect(sent).toHaveLength(1);
    expect(queue.pending).toEqual([]);
  });

  it('are told of when they are refused for good, until the next', async () => {
    const { queue, timeline } = queueOn({ ok: false, reason: 'on-hold' }, done);
    const act = asked();
    queue.add(act);
    await timeline.pass(0);
    expect(queue.refused).toEqual({ act: act.request.act, reason: 'on-hold' });
    queue.add(asked());
    expect(queue.refused).toBeNull();
  });

  it('go on under the key in use when the room went over to another, once she was given it', async () => {
    const stale = { ok: false, reason: 'stale-epoch' } as const;
    const { queue, sent, timeline, newer } = queueOn(stale, stale, done);
    const [former, later] = [cued(1), cued(2)];
    queue.add(former);
    await settled();
    expect(queue.pending[0]?.trouble).toBe('stale-epoch');
    newer.act = later;
    await timeline.pass(5_000);
    expect(sent).toEqual([former.request, former.request, later.request]);
    expect(queue.pending).toEqual([]);
  });

  it('are let go when it is over', async () => {
    const { queue, sent, timeline } = queueOn(null);
    queue.add(asked());
    await settled();
    queue.close();
    queue.pump();
    await timeline.pass(60_000);
    expect(sent).toHaveLength(1);
    expect(queue.pending).toEqual([]);
  });
});
