import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seal, writeBox } from '#lib/vault/box.ts';
import { deriveKey } from '#lib/vault/derive.ts';
import { lp } from '#lib/vault/lp.ts';
import { openName, sealName } from '#lib/vault/name.ts';
import { newRoomId } from '#lib/vault/new-id.ts';
import { pad } from '#lib/vault/padding.ts';
import { newRoomKey } from '#lib/vault/room-key.ts';
import { firstKeys } from '#lib/vault/room-keys.ts';

const roomId = newRoomId();
const key = newRoomKey();
const keys = firstKeys(key);
const unreadable = { ok: false, reason: 'unreadable' };

async function sealed(name: string): Promise<string> {
  const result = await sealName(key, roomId, 'a', name);
  if (!result.ok) throw new Error(result.reason);
  return result.value;
}

describe('a name', () => {
  it('comes back trimmed and composed, whatever was typed', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 50 }), async (typed) => {
        const name = typed.normalize('NFC').trim();
        const result = await sealName(key, roomId, 'a', typed);
        if (name === '') expect(result).toEqual({ ok: false, reason: 'empty' });
        else if ([...name].length > 40) expect(result).toEqual({ ok: false, reason: 'too-long' });
        else if (!result.ok) throw new Error(result.reason);
        else {
          const opened = await openName(keys, roomId, 'a', result.value);
          expect(opened).toEqual({ ok: true, value: name });
        }
      }),
      { numRuns: 300 },
    );
  });

  it('of 40 characters fits, whichever characters, and one more does not', async () => {
    for (const character of ['x', 'é', '漢', '🌿', '\u0001', '"', '\ud800']) {
      const name = character.repeat(40);
      expect(await openName(keys, roomId, 'a', await sealed(name))).toEqual({
        ok: true,
        value: name,
      });
      expect(await sealName(key, roomId, 'a', `${name}${character}`)).toEqual({
        ok: false,
        reason: 'too-long',
      });
      expect((await sealed(name)).length).toBe(384);
    }
    expect((await sealName(key, roomId, 'a', ` ${'x'.repeat(40)} `)).ok).toBe(true);
  });

  it('opens with the key it was sealed with, also when there are newer ones', async () => {
    const later = keys.with({ epoch: 2, key: newRoomKey() }, { epoch: 3, key: newRoomKey() });
    const noor = { ok: true, value: 'Noor' };
    expect(await openName(later, roomId, 'a', await sealed('Noor'))).toEqual(noor);
    const anew = await sealName(later.current, roomId, 'a', 'Noor');
    if (!anew.ok) throw new Error(anew.reason);
    expect(await openName(later, roomId, 'a', anew.value)).toEqual(noor);
    expect(await openName(keys, roomId, 'a', anew.value)).toEqual(unreadable);
  });

  it('does not show its length', async () => {
    expect((await sealed('Jo')).length).toBe((await sealed('Maximiliaan van Hove')).length);
  });

  it('opens for no other seat, room or key, and not when changed', async () => {
    const text = await sealed('Noor');
    expect(await openName(keys, roomId, 'b', text)).toEqual(unreadable);
    expect(await openName(keys, newRoomId(), 'a', text)).toEqual(unreadable);
    expect(await openName(firstKeys(newRoomKey()), roomId, 'a', text)).toEqual(unreadable);
    for (let at = 0; at < text.length; at += 1) {
      const other = text[at] === 'A' ? 'B' : 'A';
      const changed = text.slice(0, at) + other + text.slice(at + 1);
      expect(await openName(keys, roomId, 'a', changed)).toEqual(unreadable);
    }
  });

  it('that this app would not have sealed does not open', async () => {
    const nameKey = await deriveKey(key, 'weerklank name', roomId);
    const open = async (inside: unknown, bucket = 256) => {
      const plaintext = pad(inside, [bucket]);
      if (!plaintext) throw new Error('Too long for the test');
      const box = await seal(nameKey, lp('wk1', 'name', roomId, 'a'), plaintext);
      return openName(keys, roomId, 'a', writeBox(box));
    };
    expect(await open('Noor')).toEqual({ ok: true, value: 'Noor' });
    for (const inside of ['', ' ', ' Noor', 'e\u0301', 'x'.repeat(41), 7, null, { name: 'Noor' }]) {
      expect(await open(inside)).toEqual(unreadable);
    }
    expect(await open('Noor', 1024)).toEqual(unreadable);
  });

  it('never throws for what a server may send instead', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary' }), async (junk) => {
        expect(await openName(keys, roomId, 'a', junk)).toEqual(unreadable);
        expect(await openName(keys, roomId, 'a', `wk1.${junk}`)).toEqual(unreadable);
      }),
    );
  });
});
