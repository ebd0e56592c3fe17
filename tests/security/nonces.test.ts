import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { readBox, seal, sealText } from '#lib/vault/box.ts';
import { type Bytes, randomBytes } from '#lib/vault/bytes.ts';
import { newDeviceKey } from '#lib/vault/device-safe.ts';
import { lp } from '#lib/vault/lp.ts';
import { tally } from '#tests/support/tally.ts';

const ivLength = 12;
/** How many are really sealed; the others come straight from where `seal` takes them. */
const reallySealed = 20_000;
const all = 1_000_000;

describe('(attack 13) The ivs under one key', () => {
  it('are never the same: none twice in a million', async () => {
    const key = await newDeviceKey();
    const aad = lp('here');
    const seen = new Set<string>();
    const note = (iv: Bytes) => seen.add(Buffer.from(iv).toString('latin1'));
    for (let batch = 0; batch < reallySealed; batch += 1_000) {
      const boxes = Array.from({ length: 1_000 }, () => seal(key, aad, Uint8Array.of(1)));
      for (const { iv } of await Promise.all(boxes)) {
        expect(iv.length).toBe(ivLength);
        note(iv);
      }
    }
    for (let count = reallySealed; count < all; count += 1) note(randomBytes(ivLength));
    tally('attack-13-nonces', { tried: all, letThrough: all - seen.size });
    expect(seen.size).toBe(all);
  });

  it('come from the generator of the platform, afresh for each box', async () => {
    const key = await newDeviceKey();
    const drawn = new Set<string>();
    const { subtle } = crypto;
    const source = crypto.getRandomValues.bind(crypto);
    vi.stubGlobal('crypto', {
      subtle,
      getRandomValues: (bytes: Bytes) => {
        source(bytes);
        drawn.add(Buffer.from(bytes).toString('hex'));
        return bytes;
      },
    });
    onTestFinished(() => void vi.unstubAllGlobals());
    const sealing = Array.from({ length: 100 }, () => sealText(key, lp('here'), Uint8Array.of(1)));
    const ivs = (await Promise.all(sealing)).map((text) => readBox(text)?.iv ?? []);
    const written = ivs.map((iv) => Buffer.from(iv).toString('hex'));
    expect(new Set(written).size).toBe(100);
    expect(written.filter((iv) => !drawn.has(iv))).toEqual([]);
  });
});
