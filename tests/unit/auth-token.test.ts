import { createCipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';
import { decode, encode } from 'next-auth/jwt';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { AuthSessionId, authCookieName, readClaim } from '#lib/auth.ts';
import { openAuthToken } from '#lib/auth-token.ts';
import { cookieNames } from '#lib/rights/cookies.ts';

const secret = 'a secret of the tests that nobody else uses';
const userId = 'AAAAAAAAAAAAAAAAAAAAAA';
const claim = { sub: userId, sid: v.parse(AuthSessionId, 'BBBBBBBBBBBBBBBBBBBBBB') };
const keys = { secret, secure: false };

/** The key of the auth cookie, as next-auth makes it. */
const key = Buffer.from(hkdfSync('sha256', secret, '', 'NextAuth.js Generated Encryption Key', 32));
const text = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');

/** A token by the same key, of which AES-CBC and HMAC keep the content (RFC 7518, 5.2). */
function byCbc(header: object, contentKey: Buffer, sealedKey: string): string {
  const aad = text(header);
  const iv = randomBytes(16);
  const cipher = createCipheriv('aes-128-cbc', contentKey.subarray(16), iv);
  const now = Math.floor(Date.now() / 1_000);
  const words = JSON.stringify({ ...claim, iat: now, exp: now + 60 });
  const sealed = Buffer.concat([cipher.update(words), cipher.final()]);
  const length = Buffer.alloc(8);
  length.writeUInt32BE(aad.length * 8, 4);
  const mac = createHmac('sha256', contentKey.subarray(0, 16));
  const tag = mac.update(aad).update(iv).update(sealed).update(length).digest().subarray(0, 16);
  return [aad, sealedKey, ...[iv, sealed, tag].map((part) => part.toString('base64url'))].join('.');
}

function byWrappedKey(): string {
  const contentKey = randomBytes(32);
  const wrap = createCipheriv('id-aes256-wrap', key, Buffer.alloc(8, 0xa6));
  const sealedKey = Buffer.concat([wrap.update(contentKey), wrap.final()]).toString('base64url');
  return byCbc({ alg: 'A256KW', enc: 'A128CBC-HS256' }, contentKey, sealedKey);
}

const claimIn = (token: string) => readClaim(`${authCookieName(false)}=${token}`, keys);

describe('The token in an auth cookie', () => {
  it('that we made says who comes', async () => {
    const token = await encode({ token: claim, secret });
    expect(await claimIn(token)).toEqual({ userId, authSessionId: claim.sid });
  });

  it.each([
    ['content', byCbc({ alg: 'dir', enc: 'A128CBC-HS256' }, key, '')],
    ['key', byWrappedKey()],
  ])('is opened by one algorithm, whatever it says itself of its %s', async (_, token) => {
    // Everything else about it is right.
    expect(await decode({ token, secret })).toMatchObject(claim);
    expect(await openAuthToken({ token, secret })).toBeNull();
    expect(await claimIn(token)).toBeNull();
  });

  it('is not one that was made for another cookie', async () => {
    const { state, nonce, pkce } = cookieNames(false);
    for (const salt of [state, nonce, pkce]) {
      const token = await encode({ token: claim, secret, salt });
      expect(await decode({ token, secret, salt })).toMatchObject(claim);
      await expect(openAuthToken({ token, secret })).rejects.toThrow();
      expect(await claimIn(token)).toBeNull();
    }
  });

  it('is nothing but such a token', async () => {
    for (const token of ['', 'a', 'a.b.c.d.e', `${text({ alg: 'none' })}..`]) {
      expect(await claimIn(token)).toBeNull();
    }
    const ranOut = await encode({ token: claim, secret, maxAge: -60 });
    expect(await claimIn(ranOut)).toBeNull();
  });
});
