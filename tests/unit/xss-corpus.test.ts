import { describe, expect, it } from 'vitest';
import { firstEpoch } from '#lib/dialogue/epoch.ts';
import { openName, sealName } from '#lib/vault/name.ts';
import { newMoveId, newRoomId, newSessionId } from '#lib/vault/new-id.ts';
import { newRoomKey, sessionKeyOf } from '#lib/vault/room-key.ts';
import { firstKeys } from '#lib/vault/room-keys.ts';
import { openWords, sealWords, type WordsContext } from '#lib/vault/words.ts';
import { xssCorpus } from '#tests/support/xss-corpus.ts';

const roomId = newRoomId();
const roomKey = newRoomKey();
const context: WordsContext = {
  roomId,
  sessionId: newSessionId(),
  epoch: firstEpoch,
  moveId: newMoveId(),
  seat: 'a',
  act: 'send',
  exercise: { id: 'mirror-dialogue', version: 1 },
  prev: null,
};

describe('What somebody writes to make a browser run it', () => {
  it('is at least two hundred different things', () => {
    expect(new Set(xssCorpus).size).toBe(xssCorpus.length);
    expect(xssCorpus.length).toBeGreaterThanOrEqual(200);
  });

  it('comes out of the vault as it went in: nothing is taken away, nothing is decoded', async () => {
    const key = await sessionKeyOf(roomKey, context);
    for (const text of xssCorpus) {
      const sealed = await sealWords(key, context, { kind: 'text', text });
      if (!sealed.ok) throw new Error(sealed.reason);
      const opened = await openWords(key, context, sealed.value);
      expect(opened).toEqual({ ok: true, value: { kind: 'text', text: text.normalize() } });
    }
  });

  it('is a name like any other, when it is short enough', async () => {
    for (const text of xssCorpus) {
      const name = [...text.normalize().trim()].slice(0, 40).join('').trim();
      const sealed = await sealName(roomKey, roomId, 'b', name);
      if (!sealed.ok) throw new Error(sealed.reason);
      expect(await openName(firstKeys(roomKey), roomId, 'b', sealed.value)).toEqual({
        ok: true,
        value: name,
      });
    }
  });
});
