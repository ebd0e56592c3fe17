import fc from 'fast-check';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { browserSafe } from '#lib/vault/browser-safe.ts';
import { type DeviceSafe, newDeviceKey } from '#lib/vault/device-safe.ts';
import { deviceKeyring } from '#lib/vault/keyring.ts';
import { memorySafe } from '#lib/vault/memory-safe.ts';
import { newRoomId } from '#lib/vault/new-id.ts';
import { newRoomKey } from '#lib/vault/room-key.ts';
import { firstKeys } from '#lib/vault/room-keys.ts';

/** What lies in the browser: one map for all tabs; every call takes a moment, `update` is one step. */
const shared = vi.hoisted(() => new Map<string, unknown>());
/** Holds back the next `update` of any tab. */
const gate = vi.hoisted((): { next: Promise<void> | null } => ({ next: null }));
vi.mock('idb-keyval', () => {
  const later = <Value>(step: () => Value) =>
    new Promise<Value>((resolve) => setTimeout(() => resolve(step()), Math.random() * 2));
  return {
    createStore: () => null,
    get: (key: string) => later(() => shared.get(key)),
    set: (key: string, value: unknown) => later(() => void shared.set(key, value)),
    del: (key: string) => later(() => void shared.delete(key)),
    keys: () => later(() => [...shared.keys()]),
    update: async (key: string, change: (found: unknown) => unknown) => {
      const held = gate.next;
      gate.next = null;
      await held;
      return later(() => void shared.set(key, change(shared.get(key))));
    },
  };
});

beforeEach(() => shared.clear());

const places: [string, () => { safe: DeviceSafe; stored: Map<string, unknown>; at: string }][] = [
  [
    'a safe in memory',
    () => {
      const stored = new Map<string, string>();
      return { safe: memorySafe(stored), stored, at: '' };
    },
  ],
  ['a safe in the browser', () => ({ safe: browserSafe(), stored: shared, at: 'value:' })],
];

describe.each(places)('%s', (_, make) => {
  it('gives back what was put in, whatever text it is', async () => {
    const { safe } = make();
    const unit = fc.constantFrom('grapheme' as const, 'binary' as const);
    const anyText = fc.oneof(
      unit.chain((of) => fc.string({ unit: of })),
      fc.array(fc.nat({ max: 0xffff })).map((units) => String.fromCharCode(...units)),
      fc.constantFrom('', '\ufeffwith a mark', 'null', '"quoted"'),
    );
    await fc.assert(
      fc.asyncProperty(anyText, async (value) => {
        await safe.put('draft', value);
        expect(await safe.get('draft')).toBe(value);
      }),
      { numRuns: 50 },
    );
  });

  it('holds 30 kB of JSON', async () => {
    const { safe } = make();
    const value = JSON.stringify({ text: 'é"\\'.repeat(5_000) });
    expect(value.length).toBeGreaterThan(24_000);
    await safe.put('outbox', value);
    expect(await safe.get('outbox')).toBe(value);
  });

  it('leaves nothing readable behind', async () => {
    const { safe, stored } = make();
    const value = 'You never listen to me when I talk about my mother';
    await safe.put('draft:1', value);
    await deviceKeyring(safe).put(newRoomId(), firstKeys(newRoomKey()));
    const lying = JSON.stringify([...stored.values()]);
    for (const word of value.split(' ').filter((part) => part.length > 4)) {
      expect(lying).not.toContain(word);
    }
    expect(lying).not.toContain(Buffer.from(value).toString('base64url').slice(0, 8));
    for (const entry of stored.values()) {
      if (entry instanceof CryptoKey) expect(entry.extractable).toBe(false);
      else expect(entry).toMatch(/^wk1\.[\w-]{16}\.[\w-]+$/);
    }
  });

  it('answers null for what is not there, was removed, or cannot be opened', async () => {
    const { safe, stored, at } = make();
    expect(await safe.get('nothing')).toBeNull();
    await safe.put('draft', 'hello');
    const sealed = String(stored.get(`${at}draft`));
    const last = sealed.at(-9) === 'A' ? 'B' : 'A';
    for (const junk of ['', 'hello', 'wk1..', sealed.replace('wk1', 'wk2'), sealed.slice(0, -1)]) {
      stored.set(`${at}draft`, junk);
      expect(await safe.get('draft')).toBeNull();
    }
    stored.set(`${at}draft`, sealed.slice(0, -9) + last + sealed.slice(-8));
    expect(await safe.get('draft')).toBeNull();
    stored.set(`${at}other`, sealed);
    expect(await safe.get('other')).toBeNull();
    stored.set(`${at}draft`, sealed);
    expect(await safe.get('draft')).toBe('hello');
    await safe.remove('draft');
    expect(await safe.get('draft')).toBeNull();
    expect(stored.has(`${at}draft`)).toBe(false);
  });

  it('lists the names under a prefix in order, and never its own key', async () => {
    const { safe } = make();
    for (const name of ['outbox:2', 'draft:1', 'outbox:10', 'outbox:1', 'device-key']) {
      await safe.put(name, name);
    }
    expect(await safe.names('outbox:')).toEqual(['outbox:1', 'outbox:10', 'outbox:2']);
    expect(await safe.names('')).toHaveLength(5);
    expect(await safe.get('device-key')).toBe('device-key');
    expect(await safe.get('draft:1')).toBe('draft:1');
  });

  it('does what it is told in the order it is told, without being waited for', async () => {
    const { safe } = make();
    for (let round = 0; round < 20; round += 1) {
      const long = safe.put('draft', 'x'.repeat(30_000));
      const short = safe.put('draft', `last ${round}`);
      expect(await safe.get('draft')).toBe(`last ${round}`);
      void safe.put('draft', 'x'.repeat(30_000));
      await safe.remove('draft');
      await Promise.all([long, short]);
      expect(await safe.get('draft')).toBeNull();
    }
  });

  it('keeps the keys of rooms, each under its own room', async () => {
    const { safe, stored, at } = make();
    const keyring = deviceKeyring(safe);
    const [one, two] = [newRoomId(), newRoomId()];
    const key = newRoomKey();
    const keys = firstKeys(key).with({ epoch: 3, key: newRoomKey() });
    await keyring.put(one, keys);
    expect((await keyring.get(one))?.newestFirst).toEqual(keys.newestFirst);
    await safe.put(`room-key:${one}`, Buffer.from(key).toString('base64url'));
    expect((await keyring.get(one))?.newestFirst).toEqual([{ epoch: 1, key }]);
    expect(await keyring.get(two)).toBeNull();
    stored.set(`${at}room-key:${two}`, stored.get(`${at}room-key:${one}`));
    expect(await keyring.get(two)).toBeNull();
    await safe.put(`room-key:${two}`, 'too short');
    expect(await keyring.get(two)).toBeNull();
    await keyring.forget(one);
    expect(await keyring.get(one)).toBeNull();
  });
});

describe('a safe whose storage fails once', () => {
  it('says so, and goes on with the next call', async () => {
    const stored = new Map<string, string>();
    const safe = memorySafe(stored);
    vi.spyOn(stored, 'set').mockImplementationOnce(() => {
      throw new Error('No room left');
    });
    await expect(safe.put('draft', 'one')).rejects.toThrow('No room left');
    await safe.put('draft', 'two');
    expect(await safe.get('draft')).toBe('two');
  });
});

describe('the key of a device', () => {
  it('is made once, also when several tabs begin at the same moment', async () => {
    for (let round = 0; round < 10; round += 1) {
      shared.clear();
      const tabs = Array.from({ length: 4 }, browserSafe);
      await Promise.all(tabs.map((tab, index) => tab.put(`from:${index}`, `tab ${index}`)));
      for (const tab of tabs) {
        for (let index = 0; index < tabs.length; index += 1) {
          expect(await tab.get(`from:${index}`)).toBe(`tab ${index}`);
        }
      }
    }
  });

  it('stays the one of the first tab, however late the second comes with its own', async () => {
    const [slow, fast] = [browserSafe(), browserSafe()];
    let release = () => {};
    gate.next = new Promise((resolve) => {
      release = resolve;
    });
    const slowPut = slow.put('from:slow', 'slow');
    await vi.waitFor(() => expect(gate.next).toBeNull());
    await fast.put('from:fast', 'fast');
    release();
    await slowPut;
    expect(await slow.get('from:fast')).toBe('fast');
    expect(await fast.get('from:slow')).toBe('slow');
  });

  it('is still there on the next visit', async () => {
    await browserSafe().put('draft', 'kept');
    expect(await browserSafe().get('draft')).toBe('kept');
  });

  it('is replaced when it is gone: old values are lost, new ones last', async () => {
    const safe = browserSafe();
    await safe.put('draft', 'old');
    shared.delete('device-key');
    expect(await safe.get('draft')).toBeNull();
    await safe.put('draft', 'new');
    expect(await browserSafe().get('draft')).toBe('new');
  });

  it('is not one that can be carried away', async () => {
    const key = await newDeviceKey();
    expect(key.extractable).toBe(false);
    await expect(crypto.subtle.exportKey('raw', key)).rejects.toThrow();
  });
});
