import { describe, expect, it } from 'vitest';
import { type HeldKeys, wordKeys } from '#lib/client/held-keys.ts';
import { SessionLog } from '#lib/client/session-log.ts';
import { firstEpoch } from '#lib/dialogue/epoch.ts';
import type { DialogueEvent, Fact } from '#lib/dialogue/event.ts';
import type { Words } from '#lib/dialogue/words.ts';
import { newObservationId, newRoomId, newSessionId } from '#lib/vault/new-id.ts';
import { newRoomKey, sessionKeyOf } from '#lib/vault/room-key.ts';
import { firstKeys } from '#lib/vault/room-keys.ts';
import { sealWords } from '#lib/vault/words.ts';
import { untold } from '#tests/support/exercises.ts';
import { moveIdOf } from '#tests/support/fabricate.ts';
import { start } from '#tests/support/scenario.ts';
import { shortTalk } from '#tests/support/short-talk.ts';

const said: Words = { kind: 'text', text: 'I wanted to tell you something' };

/** A log in which seat a opened a short talk, and what comes next: words of a, and their erasure. */
async function begun(keysLater = false) {
  const [roomId, sessionId, roomKey] = [newRoomId(), newSessionId(), newRoomKey()];
  const asked = { times: 0, answers: !keysLater };
  let held = firstKeys(keysLater ? newRoomKey() : roomKey);
  const keys: HeldKeys = {
    get held() {
      return held;
    },
    lost: false,
    renew: async () => {
      asked.times += 1;
      if (asked.answers) held = held.with({ epoch: 2, key: roomKey });
      return asked.answers;
    },
  };
  const epoch = keysLater ? 2 : firstEpoch;
  const log = new SessionLog({
    roomId,
    sessionId,
    keys: wordKeys(keys, { roomId, sessionId }),
    fetchExercise: async () => untold(shortTalk),
  });
  const { id, version } = shortTalk;
  const exercise = { id, version };
  const eventOf = (seq: number, fact: Fact): DialogueEvent => ({
    seq,
    moveId: moveIdOf(seq),
    author: 'a',
    at: start + seq,
    v: 1,
    fact,
    sealed: null,
    epoch: firstEpoch,
    prev: null,
    hash: null,
  });
  const key = await sessionKeyOf(roomKey, { roomId, sessionId, epoch });
  const place = { roomId, sessionId, epoch, moveId: moveIdOf(2), exercise };
  const sealed = await sealWords(key, { ...place, seat: 'a', act: 'send', prev: null }, said);
  if (!sealed.ok) throw new Error(sealed.reason);
  await log.take(eventOf(1, { type: 'opened', exercise, mode: 'written' }));
  const sent: DialogueEvent = { ...eventOf(2, { type: 'sent' }), ...sealed.value };
  return { log, asked, sent, eventOf, erased: eventOf(3, { type: 'erased', seqs: [2] }) };
}

describe('the log on a device', () => {
  it('opens words that come later than their event', async () => {
    const { log, sent } = await begun();
    expect(await log.take({ ...sent, sealed: null })).toBe('taken');
    expect(log.words.get(2)).toBeUndefined();
    expect(await log.take(sent)).toBe('revealed');
    expect(log.words.get(2)).toEqual(said);
    expect(log.intact).toBe(true);
  });

  it('lets erased words go, and does not take them again from a message that was overtaken', async () => {
    const { log, sent, erased } = await begun();
    await log.take(sent);
    await log.take(erased);
    expect(await log.take(sent)).toBe('known');
    expect(log.words.get(2)).toBeUndefined();
    expect(log.events[1]?.sealed).toBeNull();
    expect(log.intact).toBe(true);
  });

  it('waits for the key of words that are sealed with a newer one, and opens them when it is there', async () => {
    const { log, asked, sent } = await begun(true);
    expect(sent.epoch).toBe(2);
    expect(await log.take(sent)).toBe('unready');
    expect(log.state.seq).toBe(1);
    asked.answers = true;
    expect(await log.take(sent)).toBe('taken');
    expect(asked.times).toBe(2);
    expect(log.words.get(2)).toEqual(said);
    expect(log.intact).toBe(true);
    const place = { moveId: moveIdOf(3), seat: 'b', act: 'mirror' } as const;
    expect(await log.seal(place, said)).toMatchObject({ ok: true, value: { epoch: 2 } });
  });

  it('waits in the same way for words that come into the open later', async () => {
    const { log, asked, sent } = await begun(true);
    expect(await log.take({ ...sent, sealed: null })).toBe('taken');
    expect(await log.take(sent)).toBe('unready');
    asked.answers = true;
    expect(await log.take(sent)).toBe('revealed');
    expect(log.words.get(2)).toEqual(said);
  });

  it('waits for the key of no cue, and lets cues go with all the words and not before', async () => {
    const { log, sent, eventOf } = await begun();
    const observation = newObservationId();
    const who = { name: 'Lena', lens: 'words', privateCues: false } as const;
    const hers = { author: 'observer' } as const;
    const cue = { sealed: 'of a key that nobody has', epoch: 9, ...hers };
    await log.take(sent);
    await log.take({ ...eventOf(3, { type: 'observer-entered', observation, ...who }), ...hers });
    expect(await log.take({ ...eventOf(4, { type: 'cued', to: 'both' }), ...cue })).toBe('taken');
    await log.take(eventOf(5, { type: 'erased', seqs: [2] }));
    expect(log.events.map(({ sealed }) => sealed !== null)).toEqual(
      [1, 2, 3, 4, 5].map((seq) => seq === 4),
    );
    await log.take(eventOf(6, { type: 'stopped' }));
    await log.take(eventOf(7, { type: 'keep-answered', keep: false }));
    expect(log.events.every(({ sealed }) => sealed === null)).toBe(true);
    expect(log.intact).toBe(true);
  });

  it('takes nothing across a gap', async () => {
    const { log, sent, erased } = await begun();
    expect(await log.take(erased)).toBe('gap');
    expect(log.state.seq).toBe(1);
    expect(await log.take(sent)).toBe('taken');
  });

  it('knows that it is not whole when an event comes back with other words', async () => {
    const { log, sent } = await begun();
    await log.take({ ...sent, sealed: null });
    await log.take({ ...sent, moveId: moveIdOf(9) });
    expect(log.words.get(2)).toBeUndefined();
    expect(log.intact).toBe(false);
  });
});
