import { createHash } from 'node:crypto';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import type { Cue } from '#lib/dialogue/cue.ts';
import { MoveId, ObservationId, RoomId, SessionId } from '#lib/dialogue/id.ts';
import { Lens } from '#lib/dialogue/observer.ts';
import { Bundle, CaseId, Homework } from '#lib/observation.ts';
import { ObserverRequest } from '#lib/observer-protocol.ts';
import { openBundle, sealBundle } from '#lib/vault/bundle.ts';
import { CaseKey, caseKeyOf, openLine, sealLine } from '#lib/vault/case-key.ts';
import { commitmentTo, digitsOf } from '#lib/vault/comparison.ts';
import { CueKey, cueKeyOf, openCue, sealCue } from '#lib/vault/cue.ts';
import { newHolder } from '#lib/vault/holder-keys.ts';
import { RoomKey, sessionKeyOf } from '#lib/vault/room-key.ts';
import { openWords, sealWords } from '#lib/vault/words.ts';
import {
  countingFrom,
  derivedByHand,
  holderFrom,
  idLike,
  lpByHand,
} from '#tests/support/by-hand.ts';

const roomId = v.parse(RoomId, idLike('room'));
const sessionId = v.parse(SessionId, idLike('session'));
const observation = v.parse(ObservationId, idLike('observation'));
const moveId = v.parse(MoveId, idLike('move'));
const caseId = v.parse(CaseId, idLike('case'));
const roomKey = v.parse(RoomKey, countingFrom(64));
const observer = await holderFrom(countingFrom(1));
const helper = await holderFrom(countingFrom(33));
const place = {
  roomId,
  observation,
  sessionId,
  epoch: 2,
  observerKey: observer.publicKey,
  helperKey: helper.publicKey,
};
const names = { a: 'Noor', b: null };
const session = [roomId, sessionId, '2'] as const;

describe('what two devices compare', () => {
  const shown = {
    askerKey: 'asker key',
    askerNonce: 'asker nonce',
    helperKey: 'helper key',
    helperNonce: 'helper nonce',
  };
  const byHand = (...fields: readonly string[]) =>
    createHash('sha256')
      .update(lpByHand(...fields))
      .digest();
  const { askerKey, askerNonce, helperKey, helperNonce } = shown;

  it('is for the keys of a room what it always was', async () => {
    const commitment = await commitmentTo({ roomId }, askerKey, askerNonce);
    const bytes = byHand('weerklank commitment', roomId, askerKey, askerNonce);
    expect(commitment).toBe(bytes.toString('base64url'));
    expect(commitment).toBe('ylSFV_q5C70cPblhsq6BvqaC6xQygSdpQ3dfpwF3a2Q');
    expect(await digitsOf({ roomId, ...shown })).toBe('795 502');
  });

  it('is for an observation bound to it and to nothing else', async () => {
    const meeting = { roomId, observation };
    const commitment = await commitmentTo(meeting, askerKey, askerNonce);
    const head = [roomId, observation, askerKey, askerNonce];
    const bytes = byHand('weerklank observer commitment', ...head);
    expect(commitment).toBe(bytes.toString('base64url'));
    expect(commitment).toBe('6pBQAx57fJZWhlI4Xs5hVdDfcXhHJAY6ZHi6gxdq8Y4');
    const digits = byHand('weerklank observer digits', ...head, helperKey, helperNonce);
    const number = (digits.readBigUInt64BE() % 1_000_000n).toString().padStart(6, '0');
    expect(await digitsOf({ ...meeting, ...shown })).toBe(
      `${number.slice(0, 3)} ${number.slice(3)}`,
    );
    expect(await digitsOf({ ...meeting, ...shown })).toBe('361 889');
  });
});

describe('a bundle for an observer', () => {
  const source = { roomKey, caseId, names };
  const bundleFor = async (lens: Lens) =>
    (await sealBundle(helper, place, { ...source, lens })) ?? '';

  it('brings the names, and the keys that another implementation derives as well', async () => {
    const opened = await openBundle(observer, place, await bundleFor('words'));
    if (!opened.ok) throw new Error(opened.reason);
    expect(opened.value).toMatchObject({ names, lens: 'words' });
    expect(Buffer.from(opened.value.cueKey)).toEqual(
      derivedByHand(roomKey, 'weerklank cue', ...session),
    );
    expect(Buffer.from(opened.value.caseKey)).toEqual(
      derivedByHand(roomKey, 'weerklank case', roomId, caseId, '2'),
    );
  });

  it('brings the very key of the words, which does not leave again', async () => {
    const opened = await openBundle(observer, place, await bundleFor('ratings'));
    const key = opened.ok ? opened.value.sessionKey : null;
    if (!key) throw new Error('No key of the words');
    const context = {
      ...{ roomId, sessionId, epoch: 2, moveId, prev: null },
      ...({ seat: 'a', act: 'send' } as const),
      exercise: { id: 'mirror-dialogue', version: 2 },
    };
    const said = { kind: 'text', text: 'Ik wil je iets vertellen' } as const;
    const sealed = await sealWords(await sessionKeyOf(roomKey, place), context, said);
    if (!sealed.ok) throw new Error(sealed.reason);
    expect(await openWords(key, context, sealed.value)).toEqual({ ok: true, value: said });
    await expect(crypto.subtle.exportKey('raw', key)).rejects.toThrow();
  });

  it('holds no key of words for the course alone, and nobody sees that by its length', async () => {
    const opened = await openBundle(observer, place, await bundleFor('phases'));
    expect(opened.ok && opened.value.sessionKey).toBeNull();
    const lengths = await Promise.all(
      Lens.options.map(async (lens) => (await bundleFor(lens)).length),
    );
    expect(new Set(lengths).size).toBe(1);
  });

  it('holds the longest names there are, and fits the wire', async () => {
    const longest = { a: '\u0001'.repeat(40), b: '🌿'.repeat(40) };
    const sealed = await sealBundle(helper, place, { ...source, lens: 'words', names: longest });
    expect(v.is(Bundle, { sessionId, epoch: 2, sealed })).toBe(true);
    const opened = await openBundle(observer, place, sealed ?? '');
    expect(opened.ok && opened.value.names).toEqual(longest);
  });

  it('is not made for a public key that is none', async () => {
    const { publicKey } = await newHolder();
    const none = v.parse(
      v.custom<typeof publicKey>(() => true),
      `B${'A'.repeat(86)}`,
    );
    const sealed = await sealBundle(
      helper,
      { ...place, observerKey: none },
      { ...source, lens: 'words' },
    );
    expect(sealed).toBeNull();
  });

  it('still opens as it was sealed when version wk1 was made', async () => {
    const kept =
      'wk1.K7-afi5GoW2nuLQX.kFX6Egfqwm8mKpcfp-s7kP9yb2PaJVRZSROP4Si_wQlGrRav4EijG9IyiDKgJuRKp7bSD_ENMSZyxKu3yDDN44rDgLMnmFxtVTOKLTRJr6rv1KHd-0c-JJ_DPW-sYMjIKWzrinB1jZJRqtxIFaP6fYM9a4TR7jmZTgVjZiwY_QCLND34kWUqlGw18Uu2iW9E2p8H-oZke-QtV3sE4onM5L0UebN7KyPruQhIUVPvzLh2f3Nx3wLOKWkipGygFtVeD-En1V8XeC_sTzNDi6WdKnjUjyEwYiU-jKoXmLRrmUNPb1k6uSx7XaVLKTLkbRteqjjvscHDQ2_JpPTKulrQZ4AHvNjFjM2S75oG_xW4sAk-MbObvI9oRRSXuUHTCtLaMLNmzVqkvSn9xB171aqRwW5Fi6fDrtj9pniBKdqeQMmfZR3dHuvkdxSI8zstVW9rUu1e4c3_xolJH0hv3dXLkhO9O228mg-WrCZus4gcqcaRgfNyOTYnR4UxQ9bdjqDgpGgmhRr4xoX57Fq3V5-TTVaTi04jJWK8QIvI7AelaeoCBNxwUj_SKN_yb4j6PJBS_QRaHdbesLIkSMnMo3r9bj_NTEEpW7KGpcFS4ANEETFw9of9ugdcqf06veuwUPSf--rRG9bGyguyp6gi9xSL4P2OVweuwUG7CAke4ThGLgJTUHJnKq7I8tOpVs8C5bIddmxgwQyYSZamiIZSHqlT1WufwjxbSeVBQTgU4tSOkpPdM14pg2GMXDZs-Kdu0nDCG-yawldOLm3je_far_nsixKN5ZQXlYN92VfNSDNuN3ocZ2u3OTXxujlOvcc1eBJ2VhbE6IrDvTWWJxGzkJzcWmKt9g809Qz8O3TIvAcYpzaTD7tpnGJZ2Y5B0MgBXWeumclntQ_t_LlORP0pnmsmPo6zDq3ND5zjkfXIe8FAL5mpiYGdT6htRf_7zuO8k0qrwkMlhXqGRN06IcREZuA-Pe_zkZBB8PCniyn8BwFs5IhM-J56WG7f1YxbJSCwU1fgW5Gx1_3Nu-rT4uTrQMwEGyRYJOXqDjzueyCiXarK3oyGj8e9RwOl_vs7SLv9Ii_2-IxPPbmWaHIVz8ciBCB55dd_gHUqUKtUjjkFwnFuX8hZ-ASzhovYLsU9I34OF_OQYEnMNWFDC2lwMMc7wnbK1wC6MMaSapWZtVgeVwjxAoF0rGSY4vdPHfo2YBnXC1BWAgK2lVU6zN2Nl0f7_fHujyn4QTCK_Kv-1-ThXMmOLmaSm6HicKNMqm9_q86eifVxKBtj7z5EA-C3LZ-Rqe-6v5kR21Km2ew4FVBJsanw0itaIqpflLOynruFqFbW-tb2guTtdtPBnPZtHGGdigSYusknI_V1KRELuMun0SMZlQ4';
    const opened = await openBundle(observer, place, kept);
    expect(opened).toMatchObject({ ok: true, value: { names, lens: 'words' } });
    expect(opened.ok && opened.value.sessionKey).not.toBeNull();
  });
});

describe('a cue', () => {
  const own: Cue = { kind: 'own', text: 'Even ademen' };
  const at = { ...place, moveId, to: 'a' } as const;

  it('opens for whoever has the key of the cues, which opens no words', async () => {
    const key = await cueKeyOf(roomKey, place);
    expect(Buffer.from(key)).toEqual(derivedByHand(roomKey, 'weerklank cue', ...session));
    expect(Buffer.from(key)).not.toEqual(derivedByHand(roomKey, 'weerklank session', ...session));
    for (const cue of [own, { kind: 'ready', id: 'breathe' }] satisfies Cue[]) {
      expect(await openCue(key, at, await sealCue(key, at, cue))).toEqual({ ok: true, value: cue });
    }
  });

  it('has one length, whatever it says, and fits the wire', async () => {
    const key = await cueKeyOf(roomKey, place);
    const longest = { kind: 'own', text: '\u0001'.repeat(79).concat('x') } as const;
    const sealed = await Promise.all(
      [own, longest, { kind: 'ready', id: 'slow-down' } as const].map((cue) =>
        sealCue(key, at, cue),
      ),
    );
    expect(new Set(sealed.map(({ length }) => length)).size).toBe(1);
    const cue = { sealed: sealed[1], epoch: 2 };
    const request = { sessionId, moveId, act: { type: 'cue', to: 'both' }, cue };
    expect(v.is(ObserverRequest, request)).toBe(true);
  });

  it('of more than 80 characters is not sealed, nor one of none', async () => {
    const key = await cueKeyOf(roomKey, place);
    for (const text of ['x'.repeat(81), '   ', '']) {
      await expect(sealCue(key, at, { kind: 'own', text })).rejects.toThrow();
    }
  });

  it('still opens as it was sealed when version wk1 was made', async () => {
    const key = v.parse(
      CueKey,
      new Uint8Array(Buffer.from('sdJUoXl39fC6D9Yiwn1vpo3fLsPrAHA03jfCX7moOn8', 'base64url')),
    );
    const kept =
      'wk1.-Zk_X6cyx_J52wl0.dZsfdK7wqtnLjv-mpdW1lf-7CC34yVed2Y456iMY6qLrUWZbpYpOGb7zgWq2WeYuDPPhebwRFaBqatT80bbM2QqBx-DG_nY0_naXvIlB33-O98QWMsTPeJ4kKZg9vz--XiH1QnoluZfpN2SVhptlvhO0F4QrVgiExBnglTkb48wB_YQizid0HXHUEijSrOYb8bK5eu9m1NEgX5hJ0hcAt-MvkUSRaNZFNSJvrBWLT-wNkCQRvmsWDLa0JZNKa5YRiLmCHZrrYeDm8IWICqgjNl0ZEpWquVbbjXj8Lv9HNn4EdmtK9hoxZEZac6-rfDQ7ii1YzcVIQ_I6JgQBHRG2nGxJrSQljnliyeLr-CBtvPysgftBI79Y6Bc60f5Fv-UoF6LqMAul32bkMwS_IqMVkpn85_JbJEeW0Z4gYR4keMTA2NU4a4lbDrVxjhNqdAzQxlQveLDe0wTRyGY8wwuZB5rkLNsMEGNYTRegU1kycMDuCElAMevA4WWwwhD98zF_OzXnHpsNHajPDMnmmcYY-U_Plf1KcZJsXUi3QCO272mTMTBKepvlSv1ezH2ZDBTGoeCK2_HmE-alg8RBlWtmIlIul5l1NTBOLFPfcQd7_mrwzCeKC4wAuky2EI6neKVD9T6SGh6zsv5LMOw4A7pubo32mJCVJEK-Ee-FHULQ2nlDNdhmg6FK9S1d6VkSWTOV';
    expect(await openCue(key, at, kept)).toEqual({ ok: true, value: own });
  });
});

describe('a line of homework', () => {
  const exercise = { id: 'mirror-dialogue', version: 2 };
  const at = { caseId, id: idLike('homework'), exercise, epoch: 2 };

  it('opens with the key that the couple derives and she was given', async () => {
    const key = await caseKeyOf(roomKey, { roomId, caseId, epoch: 2 });
    expect(Buffer.from(key)).toEqual(derivedByHand(roomKey, 'weerklank case', roomId, caseId, '2'));
    const sealed = await sealLine(key, at, '  Twintig minuten, op zondag ');
    if (!sealed.ok) throw new Error(sealed.reason);
    expect(v.is(Homework.entries.sealedLine, sealed.value)).toBe(true);
    expect(await openLine(key, at, sealed.value)).toEqual({
      ok: true,
      value: 'Twintig minuten, op zondag',
    });
  });

  it('is one to 300 characters, of whatever script', async () => {
    const key = await caseKeyOf(roomKey, { roomId, caseId, epoch: 2 });
    expect(await sealLine(key, at, ' \n ')).toEqual({ ok: false, reason: 'empty' });
    for (const character of ['x', 'é', '漢']) {
      const sealed = await sealLine(key, at, character.repeat(300));
      expect(sealed.ok && v.is(Homework.entries.sealedLine, sealed.value)).toBe(true);
      expect(await sealLine(key, at, character.repeat(301))).toEqual({
        ok: false,
        reason: 'too-long',
      });
    }
  });

  it('still opens as it was sealed when version wk1 was made', async () => {
    const key = v.parse(
      CaseKey,
      new Uint8Array(Buffer.from('kl7qNlYCzn4_LcD6awy2Rl_ALteU-LkyXvnBMy2ILZU', 'base64url')),
    );
    const kept =
      'wk1.l4YVSlh9MZ7quVcf.9dXT93FI7tyc-2R_F0kHaAZnQxLVQ57fy_SY3mHZ5MuaGZwRI6wgsCYyO24zxzZ-CaRaQe2-K1D8mTlvLo3iT6Q8NIF0YVFLMV1aDFvCPA_p18J6bqY25nIzkPyMkNJjbP1nQTrIjTmQ6Mwji1QJlCTROnbCd6o1QVB-br3ifSYe-0usKb03Z4dOUOn3tmj6UMj3peYJW_UufizuwWE249COyKTQkQJVIST14CxcYP_b6B6QFRfdxLMRDZauxJqd5pbzeGP4kxZlaoEQ8g77sDKNeXGU5FZYKDhP73UAU92DsLm0tnIC7vps4lOx6MUSM-hwsQxBzvaWreISkzoAgqYxHWS3u7cTfRvQ_HH6Rmg';
    const line = { ok: true, value: 'Twintig minuten, op zondag' };
    expect(await openLine(key, at, kept)).toEqual(line);
  });
});
