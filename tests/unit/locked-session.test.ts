import { expect, it } from 'vitest';
import type { HeldKeys } from '#lib/client/held-keys.ts';
import type { Asked, Link, RequestOf } from '#lib/client/link.ts';
import { SessionClient } from '#lib/client/session-client.ts';
import { firstEpoch } from '#lib/dialogue/epoch.ts';
import type { DialogueEvent, Fact } from '#lib/dialogue/event.ts';
import type { Replies } from '#lib/protocol.ts';
import { memorySafe } from '#lib/vault/memory-safe.ts';
import { newRoomId, newSessionId } from '#lib/vault/new-id.ts';
import { newRoomKey, sessionKeyOf } from '#lib/vault/room-key.ts';
import { firstKeys } from '#lib/vault/room-keys.ts';
import { sealWords } from '#lib/vault/words.ts';
import { untold } from '#tests/support/exercises.ts';
import { moveIdOf } from '#tests/support/fabricate.ts';
import { Random } from '#tests/support/random.ts';
import { start } from '#tests/support/scenario.ts';
import { shortTalk } from '#tests/support/short-talk.ts';
import { SkewedClock, Timeline } from '#tests/support/virtual-clock.ts';

it('asks for a talk once while the keys of its words are lost, and again when they come', async () => {
  const [roomId, sessionId, newKey] = [newRoomId(), newSessionId(), newRoomKey()];
  let held = firstKeys(newRoomKey());
  let lost = true;
  const keys: HeldKeys = {
    get held() {
      return held;
    },
    get lost() {
      return lost;
    },
    renew: async () => false,
  };
  const { id, version } = shortTalk;
  const exercise = { id, version };
  const bare = (seq: number, fact: Fact): DialogueEvent => ({
    ...{ seq, fact, moveId: moveIdOf(seq), author: 'a', at: start + seq, v: 1 },
    ...{ sealed: null, epoch: firstEpoch, prev: null, hash: null },
  });
  const place = { roomId, sessionId, epoch: 2, moveId: moveIdOf(2), exercise, prev: null };
  const key = await sessionKeyOf(newKey, place);
  const words = { kind: 'text', text: 'It was you' } as const;
  const sealed = await sealWords(key, { ...place, seat: 'a', act: 'send' }, words);
  if (!sealed.ok) throw new Error(sealed.reason);
  const log = [
    bare(1, { type: 'opened', exercise, mode: 'written' }),
    { ...bare(2, { type: 'sent' }), ...sealed.value },
  ];

  let joins = 0;
  const answers: { [Name in Asked]?: (request: RequestOf<Name>) => Replies[Name] } = {
    'session:join': ({ after }) => {
      joins += 1;
      return { ok: true, events: log.slice(after), head: 2, now: start };
    },
  };
  const request: Link['request'] = async (name, asked) => answers[name]?.(asked) ?? null;
  const link = { request, listen: () => undefined, tellWriting: () => undefined, close() {} };
  const timeline = new Timeline(start);
  const client = new SessionClient({
    ...{ roomId, sessionId, keys, link, seat: 'b', safe: memorySafe() },
    clock: new SkewedClock(timeline, new Random(1)),
    fetchExercise: async () => untold(shortTalk),
    changed: () => undefined,
    clockRead: () => undefined,
  });
  await client.level();
  await timeline.pass(60_000);
  expect(joins).toBe(1);
  held = held.with({ epoch: 2, key: newKey });
  lost = false;
  await client.level();
  expect(client.snapshot?.seq).toBe(2);
  expect(joins).toBe(2);
  client.close();
});
