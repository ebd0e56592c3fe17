import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { DeskItem, DeskItemId } from '#lib/desk.ts';
import { ObservationId } from '#lib/dialogue/id.ts';
import { CaseId } from '#lib/observation.ts';
import { type AccountKeys, newAccountKeys, openAccountKeys } from '#lib/vault/account-keys.ts';
import {
  type DeskContent,
  longestNote,
  type Note,
  openDeskItem,
  sealDeskItem,
} from '#lib/vault/desk-item.ts';
import { DeskKey, deskKeyOf, keepDeskKey, keptDeskKey } from '#lib/vault/desk-key.ts';
import { memorySafe } from '#lib/vault/memory-safe.ts';
import { newUserKey } from '#lib/vault/user-key.ts';
import {
  countingFrom,
  derivedByHand,
  holderFrom,
  idLike,
  ownSecretByHand,
} from '#tests/support/by-hand.ts';

const caseId = v.parse(CaseId, idLike('case'));
const id = v.parse(DeskItemId, idLike('item'));
const note: Note = {
  kind: 'note',
  text: 'Hier werd het stil',
  caseId,
  observation: v.parse(ObservationId, idLike('observation')),
  seq: 7,
  phase: 'Spiegelen',
  at: 1_800_000_000_000,
};
const key = v.parse(DeskKey, countingFrom(100));

/** Account keys as each of two devices opens them. */
async function onTwoDevices(): Promise<readonly AccountKeys[]> {
  const userKey = newUserKey();
  const made = await newAccountKeys(userKey);
  const opened = await Promise.all([
    openAccountKeys(userKey, made),
    openAccountKeys(userKey, made),
  ]);
  return opened.map((keys) => {
    if (!keys.ok) throw new Error(keys.reason);
    return keys.value;
  });
}

async function sealed(content: DeskContent): Promise<string> {
  const result = await sealDeskItem(key, id, content);
  if (!result.ok) throw new Error(result.reason);
  return result.value;
}

describe('the key of a desk', () => {
  it('is the same on each device of one account, and another for each account', async () => {
    const [one, other] = await Promise.all((await onTwoDevices()).map(deskKeyOf));
    const [elsewhere] = await Promise.all((await onTwoDevices()).map(deskKeyOf));
    expect(one).toEqual(other);
    expect(one).not.toEqual(elsewhere);
  });

  it('is what another implementation makes of the same pair', async () => {
    const { publicKey, privateKey } = await holderFrom(countingFrom(1));
    const keys = v.parse(
      v.custom<AccountKeys>(() => true),
      { publicKey, privateKey },
    );
    const byHand = derivedByHand(ownSecretByHand(countingFrom(1)), 'weerklank desk', publicKey);
    expect(Buffer.from(await deskKeyOf(keys))).toEqual(byHand);
    expect(byHand.toString('base64url')).toBe('5aafM5auHWUOpAYJ9v5MltghmaEEhxNlK6aG-8WgFqo');
  });

  it('is kept on a device, sealed, and gone with whatever is kept there', async () => {
    const stored = new Map<string, string>();
    const safe = memorySafe(stored);
    expect(await keptDeskKey(safe)).toBeNull();
    await keepDeskKey(safe, key);
    expect(await keptDeskKey(safe)).toEqual(key);
    expect([...stored.values()].join()).not.toContain(Buffer.from(key).toString('base64url'));
    stored.clear();
    expect(await keptDeskKey(safe)).toBeNull();
  });
});

describe('what lies on a desk', () => {
  const others: DeskContent[] = [
    { kind: 'case', caseId, label: 'De maandagavond', caseKey: 'k'.repeat(43), epoch: 3 },
    { kind: 'case', caseId, label: '', caseKey: null, epoch: 1 },
    { kind: 'cues', cues: [{ kind: 'own', text: 'Rustig aan' }] },
    { ...note, observation: null, seq: null, phase: null },
  ];

  it('comes back as it was kept, and does not tell what kind it is', async () => {
    for (const content of [note, ...others]) {
      const text = await sealed(content);
      expect(await openDeskItem(key, id, text)).toEqual({ ok: true, value: content });
    }
    const lengths = await Promise.all(
      [note, ...others].map(async (content) => (await sealed(content)).length),
    );
    expect(new Set(lengths).size).toBe(1);
  });

  it('holds a note of 8,000 characters, and the wire takes it', async () => {
    for (const character of ['x', 'é', '\n', 'ж', '🌿']) {
      const text = character.repeat(longestNote / character.length);
      const kept = await sealed({ ...note, text });
      expect(v.is(DeskItem.entries.sealed, kept)).toBe(true);
      const opened = await openDeskItem(key, id, kept);
      expect(opened.ok && opened.value.kind === 'note' && opened.value.text).toBe(text);
    }
    const tooLong = { ...note, text: 'x'.repeat(longestNote + 1) };
    await expect(sealDeskItem(key, id, tooLong)).rejects.toThrow();
    // 8,000 characters of three bytes each are more than an item holds; that is said, and nothing cut off.
    const wide = { ...note, text: '漢'.repeat(longestNote) };
    expect(await sealDeskItem(key, id, wide)).toEqual({ ok: false, reason: 'too-long' });
  });

  it('tells no more of its length than one of three', async () => {
    const lengths = new Set<number>();
    for (const length of [1, 100, 500, 1_500, 3_000, 3_500, 5_000, 8_000]) {
      lengths.add((await sealed({ ...note, text: 'x'.repeat(length) })).length);
    }
    expect(lengths.size).toBe(3);
  });

  it('still opens as it was sealed when version wk1 was made', async () => {
    const then = v.parse(
      DeskKey,
      new Uint8Array(Buffer.from('5aafM5auHWUOpAYJ9v5MltghmaEEhxNlK6aG-8WgFqo', 'base64url')),
    );
    const kept =
      'wk1.PCvKdsOzx0i-8YVP.YsIsvizscOpyvFYShOYzpJG1ECk95q6Ak-mDoc91bQiWQw41CCoMnlANqbrw3sJEAkwqY_f_aD6Fz13Xhr9ms5vAdAZoTD3Kl_z9_4fzUou1TbiiXrM5yDNI97Ls46q_HjKMyEuP5TXFjOrel3o7_VrPwo68Ndts6Sax7TI7hbow07nh5WL6Z3mQA7K9BC41Ptn7BWQZxq7BBpmczq_wpgF98ouWoUd4b-MQ4EGWmR99J3sOKb54DaJJS8t3LTTi4KrqB2g6GXC6aPXVbC3Klyyox5e3Kn1hvEtpp0LkdNRlMjaXzhnKOYvcgtlOboynOzgwH_6o-5JxFC553qkriOHOefEaXzaPziCwl-MG5q-5XHa5ssIYymFml67N3lrb-8iuKoa8E4DhBI5JHPNYWDKhdppIsrYj0BA92UqKNfnMwTWRHW8WbJipO-iWOCzHEwn6LiFr0z3bnSxfBjUvQhvV0jKDMck1EQ6HQwyfEHUFILXIpqyasOX9770jjUFmSi9HFgHcZ859QwpIYeBwaI1qByRpA8JP4dYyD2pnpVUDBVSlJLiRB_McLjQXXXPWkzeoPDYZQjCfi53cX2COGpRSYRHVD8z_sE4OG2Dtoo3bbNKBl0klncbWNsiWtG0JnZT4ARwAIOOJ2WPuGk9a-JrUEY4dQ80vgFwVFKhf1_8AmzaZfYf_GxV1kUjLHUynDee6eVN_yjFa96Vf7sTx4vQtDDvz1wG7hv-AEHcYd_62bYd3lXZUM2D8aXJ3taL957jQDzwGxknBvmaoC-DSpf3N4TYSBzamFsf5LtPLtq6jZKOptBcCQImjy2Z8t9r5IQaz0Hv2t0VoikfVCdwK5vJCSsUubiOhTfO5pGDs-zJiHoMuIyE5MlABLyMycjzJJFHrgVkykwRYOd0JcfOy1XLHzkMx9Xy4J4Qmx17UAz5gU08MFWq5kBv5LD3gjfayujGdK33EyT90-e-Nap-LU5_7T1rIqzZRB9Hy6G7NJwkbv4sQc6W2ejP4oH9pC82pcc-VE7_xtjTwqX17q4jSn-mjh9BbtEFTnl6kbZioTAbPIcngltuGllgFKYe9pjb5zV_9COAngc4cES4nhtSns0G8-CiPUKZXNaZn9rWESgOgchGr1BUa82nfc24JOIe4muwW6_InER7epX7YM-aC-HF7pgSldNFBuru50Az63KBdlnuKurZGWXF17fHRaJygZVFGVAxt1iUwhmmshnqiwinBgCAeqXuJAPhA5ZNvWnyPYSugVLPJQCDpKT_4Uff41dxwbtpkH0nWvP_ipdtYLUQjTnX6SRnDQK6P7-lbw3GRF7GEuRSFdYmHb5XimOPtP95kdY0O3fXNe3xuzInVheWHsmQquOYnmht6zzpu51c';
    expect(await openDeskItem(then, id, kept)).toEqual({ ok: true, value: note });
  });
});
