import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it, onTestFinished } from 'vitest';
import { Refusal } from '#lib/protocol.ts';
import { databaseFile, fresh } from '#tests/contract/database-file.ts';
import { badFrame, badRequest, goodRequests } from '#tests/support/bad-input.ts';
import { databaseDigest } from '#tests/support/database-digest.ts';
import { RawClient } from '#tests/support/raw-client.ts';
import { introductionOf } from '#tests/support/raw-joining.ts';
import { realtimeNode } from '#tests/support/realtime-node.ts';
import { coupleIn } from '#tests/support/seats.ts';
import { arriveBoth, isAt, level, make, open, playUntil } from '#tests/support/talking.ts';
import { Tries, tally } from '#tests/support/tally.ts';

const Refused = v.strictObject({ ok: v.literal(false), reason: Refusal });
const badlyAsked = { ok: false, reason: 'bad-request' };

/** A couple in the middle of a talk, and a third socket that writes what it likes. */
async function underAttack() {
  const file = await databaseFile();
  const node = await realtimeNode(file);
  const guests = await coupleIn(node.db, node.url);
  const partners = await arriveBoth(guests);
  await open(partners);
  await playUntil(partners, (one) => isAt(one, 'give-back'));
  const [a, b] = partners;
  const sessionId = await a.until(({ session }) => session?.sessionId);
  const attacker = async () => {
    const raw = await RawClient.enter(node.url, introductionOf(guests.a, node.url));
    if (typeof raw === 'string') throw new Error(raw);
    onTestFinished(() => raw.socket.terminate());
    return raw;
  };
  /** Both are still connected, and the talk goes on. */
  const unharmed = async () => {
    await playUntil(partners, (one) => isAt(one, 'landed'));
    expect([a, b].map(({ session }) => session?.intact)).toEqual([true, true]);
  };
  /** Everything that is stored. */
  const stored = () => databaseDigest(file);
  return { node, guests, a, b, sessionId, attacker, unharmed, stored };
}

describe('Frames that make no sense', () => {
  it('harm nobody but who writes them (1,000 and more)', async () => {
    const { node, guests, attacker, unharmed, stored } = await underAttack();
    const before = stored();
    const ending = { frames: 0, closed: 0 };
    await fc.assert(
      fc.asyncProperty(
        fc.array(badFrame, { minLength: 4, maxLength: 9 }),
        fc.boolean(),
        async (frames, letIn) => {
          const raw = letIn
            ? await attacker()
            : new RawClient(node.url, introductionOf(guests.a, node.url));
          if (!letIn) await raw.frame((text) => text.startsWith('0'));
          for (const frame of frames) if (raw.open) raw.socket.send(frame);
          ending.frames += frames.length;
          if (!raw.open) ending.closed += 1;
          // Everything before it has been read when the server agrees to close.
          raw.socket.close();
          await raw.closed;
        },
      ),
      { numRuns: 220 },
    );
    const after = stored();
    const letThrough = isDeepStrictEqual(after, before) ? 0 : 1;
    tally('hostile-bodies', { tried: ending.frames, letThrough });
    expect(ending.frames).toBeGreaterThan(1_000);
    expect(after).toEqual(before);
    await unharmed();
  });

  it('of more than 64 KiB close the socket they come by and no other', async () => {
    const { attacker, unharmed } = await underAttack();
    const [one, other] = [await attacker(), await attacker()];
    const prefix = '420["session:join","';
    const frameOf = (size: number) => `${prefix}${'x'.repeat(size - prefix.length - 2)}"]`;
    other.socket.send(frameOf(65_536));
    expect(await other.frame((text) => text.startsWith('430'))).toContain('bad-request');
    one.socket.send(frameOf(65_537));
    await one.closed;
    expect(await other.ask('session:join', {})).toEqual(badlyAsked);
    await unharmed();
  });
});

describe('Requests that are not as they should be', () => {
  it('are refused as such, and change nothing (2,000)', async () => {
    const { sessionId, attacker, unharmed, stored } = await underAttack();
    const before = stored();
    const raw = await attacker();
    const tries = new Tries();
    await fc.assert(
      fc.asyncProperty(badRequest(sessionId), async ({ name, request }) => {
        raw.frames.length = 0;
        const reply = await raw.ask(name, request);
        tries.note(JSON.stringify([name, request]), !isDeepStrictEqual(reply, badlyAsked));
      }),
      { numRuns: 2_000 },
    );
    tries.note('all together', !isDeepStrictEqual(stored(), before));
    expect(tries.told('hostile-bodies')).toEqual([]);
    expect(stored()).toEqual(before);
    await unharmed();
  });

  it('are refused for a single unknown key, at any depth', async () => {
    const { sessionId, attacker, stored } = await underAttack();
    const raw = await attacker();
    const before = stored();
    const { submission, ...rest } = goodRequests(sessionId)['move:submit'];
    const move = { type: 'pause' };
    const plain = { moveId: fresh.move(), move, words: null };
    expect(submission).toBeDefined();
    const requests = [
      ...Object.entries(goodRequests(sessionId)).map(
        ([name, request]) => [name, { ...request, extra: 1 }] as const,
      ),
      ['move:submit', { ...rest, submission: { ...plain, seat: 'b' } }] as const,
      ['move:submit', { ...rest, submission: { ...plain, move: { ...move, until: 1 } } }] as const,
    ];
    for (const [name, request] of requests)
      expect(await raw.ask(name, request)).toEqual(badlyAsked);
    expect(stored()).toEqual(before);
    expect(await raw.ask('move:submit', { ...rest, submission: plain })).toMatchObject({
      ok: true,
    });
  });

  it('in shape but senseless are refused for a reason on the list', async () => {
    const { sessionId, attacker, stored } = await underAttack();
    const raw = await attacker();
    const before = stored();
    const far = Number.MAX_SAFE_INTEGER;
    const moves = [
      { type: 'erase', seqs: [far, 1] },
      { type: 'erase', seqs: Array.from({ length: 500 }, (_, at) => at + 1) },
      { type: 'time-out', until: far },
      { type: 'counter', until: far },
      { type: 'postpone', until: far },
      { type: 'keep', keep: false },
      { type: 'destroy' },
      { type: 'resume' },
      { type: 'mirror' },
      { type: 'open', exercise: { id: 'mirror-dialogue', version: 1 }, mode: 'written' },
      { type: 'open', exercise: { id: 'no-such-exercise', version: far }, mode: 'spoken' },
    ];
    for (const move of moves) {
      for (const words of [null, { sealed: 'x', prev: null, hash: fresh.digest() }]) {
        const submission = { moveId: fresh.move(), move, words };
        const reply = await raw.ask('move:submit', { sessionId, submission });
        expect([move, v.is(Refused, reply)]).toEqual([move, true]);
        expect(reply).not.toMatchObject({ reason: 'retry' });
      }
    }
    const { exercise: _, ...opening } = goodRequests(fresh.session())['session:open'];
    const unknown = { id: 'mirror-dialogue', version: far };
    expect(await raw.ask('session:open', { ...opening, exercise: unknown })).toEqual({
      ok: false,
      reason: 'unknown-exercise',
    });
    expect(await raw.ask('session:join', { sessionId, after: far })).toMatchObject({ events: [] });
    expect(stored()).toEqual(before);
  });
});

describe('A move id', () => {
  it('that stands for one move is taken for no other, whoever sends it', async () => {
    const { node, guests, a, b, sessionId, attacker } = await underAttack();
    await make(a, { type: 'pause' });
    await level(a, b);
    const { moveId } = await node.db.event.findFirstOrThrow({
      where: { sessionId, seq: a.session?.seq ?? 0 },
    });
    const raw = await attacker();
    const other = await RawClient.enter(node.url, introductionOf(guests.b, node.url));
    if (typeof other === 'string') throw new Error(other);
    onTestFinished(() => other.socket.terminate());
    const asking = (type: string, words: unknown = null) => ({
      sessionId,
      submission: { moveId, move: { type }, words },
    });
    const reused = { ok: false, reason: 'move-id-reused' };
    const sealed = { sealed: 'x', prev: null, hash: fresh.digest() };
    expect(await raw.ask('move:submit', asking('pause'))).toMatchObject({ ok: true, again: true });
    expect(await raw.ask('move:submit', asking('pause', sealed))).toEqual(reused);
    expect(await other.ask('move:submit', asking('pause'))).toEqual(reused);
    expect(a.session?.state.status).toBe('held');
  });
});
