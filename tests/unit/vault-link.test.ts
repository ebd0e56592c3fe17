import { createHash, hkdfSync } from 'node:crypto';
import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { InviteRequest } from '#lib/protocol.ts';
import { sealText } from '#lib/vault/box.ts';
import { deriveKey } from '#lib/vault/derive.ts';
import {
  invitationLink,
  newLinkSecret,
  parseInvitationFragment,
  tokenHashOf,
  tokenOf,
} from '#lib/vault/link.ts';
import { lp } from '#lib/vault/lp.ts';
import { newInvitationId, newRoomId } from '#lib/vault/new-id.ts';
import { newRoomKey } from '#lib/vault/room-key.ts';
import { unwrapRoomKey, type WrapContext, wrapRoomKey } from '#lib/vault/wrap.ts';

const invitationId = newInvitationId();
const secret = newLinkSecret();
const fragment = new URL(invitationLink('https://weerklank.example', invitationId, secret)).hash;
const malformed = { ok: false, reason: 'malformed' };
const unreadable = { ok: false, reason: 'unreadable' };

describe('an invitation link', () => {
  it('keeps everything secret behind the #, where no server sees it', () => {
    const link = invitationLink('https://weerklank.example', invitationId, secret);
    expect(link.split('#')[0]).toBe('https://weerklank.example/join');
    expect(link).toMatch(/#v1\.[\w-]{22}\.[\w-]{43}$/);
  });

  it('gives back its invitation and its secret', () => {
    expect(parseInvitationFragment(fragment)).toEqual({
      ok: true,
      value: { invitationId, secret },
    });
    const { hash } = new URL(invitationLink('http://localhost:3000', invitationId, secret));
    expect(parseInvitationFragment(hash).ok).toBe(true);
  });

  const bare = fragment.slice(1);
  const taken: Record<string, string> = {
    'without its #': bare,
    'with spaces around it': `  ${fragment} `,
    'with a line end': `${fragment}\r\n`,
    'with a no-break space': `${fragment}\u00a0`,
    'at the end of a sentence': `${fragment}.`,
    'between brackets': `${fragment}).`,
    'before a comma': `${bare}, `,
  };
  for (const [how, text] of Object.entries(taken)) {
    it(`is read ${how}`, () => {
      expect(parseInvitationFragment(text)).toEqual({ ok: true, value: { invitationId, secret } });
    });
  }

  const last = bare.at(-1) ?? '';
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
  const twin = alphabet[alphabet.indexOf(last) ^ 1] ?? '';
  const refusedTexts: Record<string, string> = {
    empty: '',
    'a lone #': '#',
    'of another version': fragment.replace('v1', 'v2'),
    'with two #': `#${fragment}`,
    'with a capital V': fragment.replace('v1', 'V1'),
    'one character short': fragment.slice(0, -1),
    'one character long': `${fragment}A`,
    'a character that is not base64url': `${fragment.slice(0, -1)}+`,
    'padded with =': `${fragment}=`,
    'with a space inside': fragment.replace('.', '. '),
    'with one more part': `${fragment}.abc`,
    'without a secret': fragment.slice(0, 26),
    'with punctuation before it': `.${fragment}`,
    'percent-encoded': encodeURIComponent(fragment),
    'the whole link': `https://weerklank.example/join${fragment}`,
    'a second writing of the same secret': bare.slice(0, -1) + twin,
    'twice in a row': `${fragment} ${fragment}`,
  };
  for (const [how, text] of Object.entries(refusedTexts)) {
    it(`is refused when it is ${how}`, () => {
      expect(parseInvitationFragment(text)).toEqual(malformed);
    });
  }

  it('never makes the reader throw', () => {
    const anyText = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.string().map((junk) => `#v1.${junk}`),
      fc.string().map((junk) => `${fragment}${junk}`),
      fc.tuple(fc.nat({ max: bare.length }), fc.string()).map(([at, junk]) => {
        return bare.slice(0, at) + junk + bare.slice(at + 1);
      }),
    );
    fc.assert(
      fc.property(anyText, (text) => {
        const result = parseInvitationFragment(text);
        expect(typeof result.ok).toBe('boolean');
        if (result.ok) expect(text).toContain(result.value.invitationId);
      }),
      { numRuns: 2_000 },
    );
  });
});

describe('a token', () => {
  it('is derived from the secret as documented, and tells nothing else derived from it', async () => {
    const field = Buffer.concat([Buffer.from([0, 0, 0, 5]), Buffer.from('token')]);
    const expected = Buffer.from(hkdfSync('sha256', secret, new Uint8Array(0), field, 32));
    expect(await tokenOf(secret)).toBe(expected.toString('base64url'));
    expect(await tokenOf(newLinkSecret())).not.toBe(await tokenOf(secret));
    expect(await tokenOf(secret)).not.toBe(Buffer.from(secret).toString('base64url'));
  });

  it('has the digest the server finds over its characters', async () => {
    const token = await tokenOf(secret);
    const expected = createHash('sha256').update(token, 'ascii').digest('base64url');
    expect(await tokenHashOf(token)).toBe(expected);
  });
});

describe('a wrapped room key', () => {
  const context: WrapContext = { roomId: newRoomId(), invitationId, seat: 'b' };
  const roomKey = { epoch: 3, key: newRoomKey() };

  it('comes out whole, and fits the request that carries it', async () => {
    const wrappedKey = await wrapRoomKey(secret, context, roomKey);
    expect(await unwrapRoomKey(secret, context, wrappedKey)).toEqual({ ok: true, value: roomKey });
    expect(wrappedKey).toHaveLength(91);
    const tokenHash = await tokenHashOf(await tokenOf(secret));
    const making = { tokenHash, wrappedKey, epoch: roomKey.epoch, rotation: null };
    const request = { invitationId, seat: context.seat, ...making };
    expect(v.safeParse(InviteRequest, request).success).toBe(true);
  });

  it('of a link that was made before there were epochs is the first one', async () => {
    const { key } = roomKey;
    const aad = lp('wk1', 'invitation', context.roomId, invitationId, context.seat);
    const former = await sealText(await deriveKey(secret, 'wrap'), aad, key);
    const value = { epoch: 1, key };
    expect(await unwrapRoomKey(secret, context, former)).toEqual({ ok: true, value });
    for (const length of [0, 3, 4, 31, 33, 35, 37]) {
      const short = await sealText(await deriveKey(secret, 'wrap'), aad, new Uint8Array(length));
      expect(await unwrapRoomKey(secret, context, short)).toEqual(unreadable);
    }
    const none = await wrapRoomKey(secret, context, { epoch: 0, key });
    expect(await unwrapRoomKey(secret, context, none)).toEqual(unreadable);
  });

  it('opens with no other secret, and not with the token', async () => {
    const wrapped = await wrapRoomKey(secret, context, roomKey);
    expect(await unwrapRoomKey(newLinkSecret(), context, wrapped)).toEqual(unreadable);
    for (let bit = 0; bit < 256; bit += 1) {
      const near = newLinkSecret();
      near.set(secret);
      near[bit >> 3] = (near[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      expect(await unwrapRoomKey(near, context, wrapped)).toEqual(unreadable);
    }
    const token = newLinkSecret();
    token.set(Buffer.from(await tokenOf(secret), 'base64url'));
    expect(await unwrapRoomKey(token, context, wrapped)).toEqual(unreadable);
  });

  it('opens for no other room, invitation or seat', async () => {
    const wrapped = await wrapRoomKey(secret, context, roomKey);
    const others: Partial<WrapContext>[] = [
      { roomId: newRoomId() },
      { invitationId: newInvitationId() },
      { seat: 'a' },
    ];
    for (const other of others) {
      expect(await unwrapRoomKey(secret, { ...context, ...other }, wrapped)).toEqual(unreadable);
    }
  });

  it('never throws for anything in its place', async () => {
    const wrapped = await wrapRoomKey(secret, context, roomKey);
    for (let at = 0; at < wrapped.length; at += 1) {
      const other = wrapped[at] === 'A' ? 'B' : 'A';
      const changed = wrapped.slice(0, at) + other + wrapped.slice(at + 1);
      expect(await unwrapRoomKey(secret, context, changed)).toEqual(unreadable);
    }
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary' }), async (junk) => {
        expect(await unwrapRoomKey(secret, context, junk)).toEqual(unreadable);
      }),
    );
  });
});
