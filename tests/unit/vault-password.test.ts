import { hashRaw } from '@node-rs/argon2';
import { argon2id } from 'hash-wasm';
import * as v from 'valibot';
import { describe, expect, it, vi } from 'vitest';
import { Salt, type Stretch, usualCost } from '#lib/account/stretch.ts';
import { newStretch, splitPassword } from '#lib/vault/password.ts';
import { argon2idByHand } from '#tests/support/argon2-by-hand.ts';

const salt = v.parse(Salt, 'AAECAwQFBgcICQoLDA0ODw');
const stretch: Stretch = { salt, ...usualCost };
const saltBytes = Uint8Array.from({ length: 16 }, (_, index) => index);

async function split(password: string, by: Stretch = stretch) {
  const halves = await splitPassword(password, by);
  if (!halves.ok) throw new Error(halves.reason);
  return halves.value;
}

describe('Argon2id', () => {
  const vector = {
    password: Buffer.alloc(32, 1),
    salt: Buffer.alloc(16, 2),
    secret: Buffer.alloc(8, 3),
    data: Buffer.alloc(12, 4),
    memory: 32,
    passes: 3,
    lanes: 4,
    length: 32,
  };

  it('written by hand gives the tag of RFC 9106, section 5.3', async () => {
    expect((await argon2idByHand(vector)).toString('hex')).toBe(
      '0d640df58d78766c08c037a34a8b53c9d01ef0452d75b65eb52520e96b01e659',
    );
  });

  it.each([
    { ...vector, data: Buffer.alloc(0) },
    { ...vector, data: Buffer.alloc(0), secret: Buffer.alloc(0), length: 64 },
    { ...vector, data: Buffer.alloc(0), memory: 101, passes: 1, lanes: 1, length: 64 },
    { ...vector, data: Buffer.alloc(0), memory: 300, passes: 4, lanes: 3, length: 33 },
  ])(
    'of the library is the one by hand (%#), which knows associated data as well',
    async (given) => {
      const made = await argon2id({
        password: given.password,
        salt: given.salt,
        secret: given.secret,
        memorySize: given.memory,
        iterations: given.passes,
        parallelism: given.lanes,
        hashLength: given.length,
        outputType: 'binary',
      });
      expect(Buffer.from(made)).toEqual(await argon2idByHand(given));
    },
  );
});

describe('a split password', () => {
  it('is Argon2id of its NFKC form, halved, as another implementation has it', async () => {
    const { authKey, kek } = await split('ﬁets en ① maan, café');
    const whole = await hashRaw('fiets en 1 maan, caf\u00e9', {
      salt: saltBytes,
      memoryCost: 65_536,
      timeCost: 3,
      parallelism: 1,
      outputLen: 64,
    });
    expect(authKey).toBe(whole.subarray(0, 32).toString('base64url'));
    expect(Buffer.from(kek)).toEqual(whole.subarray(32));
  });

  it('is the same each time, and another for another password, salt or cost', async () => {
    const first = await split('a rather long sentence');
    const started = vi.spyOn(WebAssembly, 'instantiate');
    expect(await split('a rather long sentence')).toEqual(first);
    // So that the refusals below, which start nothing, say something.
    expect(started).toHaveBeenCalled();
    started.mockRestore();
    const others = [
      await split('a rather long sentencf'),
      await split('a rather long sentence', { ...newStretch() }),
      await split('a rather long sentence', { ...stretch, passes: 4 }),
      await split('a rather long sentence', { ...stretch, memory: 65_537 }),
      await split('a rather long sentence', { ...stretch, lanes: 2 }),
    ];
    const keys = [first, ...others].flatMap((halves) => [
      halves.authKey,
      Buffer.from(halves.kek).toString('base64url'),
    ]);
    expect(new Set(keys).size).toBe(12);
  });

  it('is refused when there is nothing to split', async () => {
    expect(await splitPassword('', stretch)).toEqual({ ok: false, reason: 'empty' });
  });

  it('has a fresh salt at every new password', () => {
    expect(new Set(Array.from({ length: 1_000 }, () => newStretch().salt)).size).toBe(1_000);
    expect(newStretch()).toMatchObject(usualCost);
  });
});
