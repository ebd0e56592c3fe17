import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { named, newDeskItemId, openDesk, ownLine } from '#lib/client/desk.ts';
import type { Desk } from '#lib/desk.ts';
import { CaseId, type Homework } from '#lib/observation.ts';
import { toBase64url } from '#lib/vault/base64url.ts';
import { randomBytes } from '#lib/vault/bytes.ts';
import { CaseKey, sealLine } from '#lib/vault/case-key.ts';
import { type CaseItem, sealDeskItem } from '#lib/vault/desk-item.ts';
import { DeskKey } from '#lib/vault/desk-key.ts';
import { newId } from '#lib/vault/new-id.ts';

const caseId = v.parse(CaseId, newId());
const deskKey = v.parse(DeskKey, randomBytes(32));
const keys = [1, 2, 3].map((epoch) => ({ epoch, key: v.parse(CaseKey, randomBytes(32)) }));

/** Homework whose line was sealed with this key. */
async function given({ epoch, key }: { epoch: number; key: CaseKey }): Promise<Homework> {
  const id = newId();
  const exercise = { id: 'mirror-dialogue', version: 1 };
  const sealed = await sealLine(key, { caseId, id, exercise, epoch }, `line ${epoch}`);
  if (!sealed.ok) throw new Error(sealed.reason);
  const shared = { a: false, b: false };
  const sealedLine = sealed.value;
  return { id, caseId, exercise, epoch, sealedLine, givenAt: 1, declinedAt: null, shared };
}

/** A desk with these items on it, kept one after another. */
async function deskWith(items: readonly CaseItem[]): Promise<Desk> {
  const kept = await Promise.all(
    items.map(async (item, index) => {
      const id = newDeskItemId();
      const sealed = await sealDeskItem(deskKey, id, item);
      if (!sealed.ok) throw new Error(sealed.reason);
      return { id, sealed: sealed.value, changedAt: index };
    }),
  );
  return { profile: null, verified: false, cases: [], waiting: [], items: kept };
}

const itemWith = ({ epoch, key }: { epoch: number; key: CaseKey }, label = ''): CaseItem => ({
  kind: 'case',
  caseId,
  label,
  caseKey: toBase64url(key),
  epoch,
});

describe('The keys of a case on the desk', () => {
  it('open what she wrote with any of them, whichever of her devices kept it', async () => {
    const [first, second, third] = keys;
    if (!first || !second || !third) throw new Error('Three keys are needed');
    const desk = await deskWith([itemWith(second, 'B & T'), itemWith(third), itemWith(first)]);
    const item = (await openDesk(deskKey, desk)).cases.get(caseId);
    expect(item).toMatchObject({ label: 'B & T', epoch: 3, caseKey: toBase64url(third.key) });
    for (const one of keys) expect(await ownLine(item, await given(one))).toBe(`line ${one.epoch}`);
  });

  it('stay when she gives the couple another name', async () => {
    const desk = await deskWith(keys.map((one) => itemWith(one)));
    const item = (await openDesk(deskKey, desk)).cases.get(caseId);
    const renamed = named(item ?? null, caseId, 'L & M');
    expect(renamed.label).toBe('L & M');
    for (const one of keys) {
      expect(await ownLine(renamed, await given(one))).toBe(`line ${one.epoch}`);
    }
  });

  it('open nothing that was written with another', async () => {
    const [first] = keys;
    if (!first) throw new Error('A key is needed');
    const piece = await given({ epoch: 1, key: v.parse(CaseKey, randomBytes(32)) });
    expect(await ownLine(itemWith(first), piece)).toBeNull();
    expect(await ownLine(itemWith(first), { ...(await given(first)), epoch: 2 })).toBeNull();
    expect(await ownLine(named(null, caseId, 'L & M'), piece)).toBeNull();
    expect(await ownLine(undefined, piece)).toBeNull();
  });
});
