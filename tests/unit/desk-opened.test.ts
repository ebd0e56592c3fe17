import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { newDeskItemId, openDesk, ownLine } from '#lib/client/desk.ts';
import { openHomework } from '#lib/client/homework.ts';
import type { Desk, DeskItem } from '#lib/desk.ts';
import { CaseId, type Homework } from '#lib/observation.ts';
import { toBase64url } from '#lib/vault/base64url.ts';
import { caseKeyOf, sealLine } from '#lib/vault/case-key.ts';
import { type DeskContent, type Note, sealDeskItem } from '#lib/vault/desk-item.ts';
import { DeskKey } from '#lib/vault/desk-key.ts';
import { newId, newRoomId } from '#lib/vault/new-id.ts';
import { newRoomKey } from '#lib/vault/room-key.ts';
import { firstKeys } from '#lib/vault/room-keys.ts';
import { newSecret } from '#lib/vault/secret.ts';

const key = v.parse(DeskKey, newSecret());
const caseId = v.parse(CaseId, newId());
const caseKey = 'k'.repeat(43);

async function itemOf(content: DeskContent, changedAt: number, by = key): Promise<DeskItem> {
  const id = newDeskItemId();
  const sealed = await sealDeskItem(by, id, content);
  if (!sealed.ok) throw new Error(sealed.reason);
  return { id, sealed: sealed.value, changedAt };
}

const deskWith = (...items: readonly DeskItem[]): Desk => ({
  ...{ profile: null, verified: false, cases: [], waiting: [] },
  items: [...items],
});
const noteAt = (at: number): Note => ({
  ...{ kind: 'note', text: `Om ${at}`, caseId, observation: null, seq: null, phase: null, at },
});

describe('a desk, opened', () => {
  it('shows notes with the newest first, her list of cues, and what she calls a room', async () => {
    const cues = [{ kind: 'own', text: 'Rustig aan' } as const];
    const desk = deskWith(
      await itemOf(noteAt(1), 10),
      await itemOf(noteAt(2), 5),
      await itemOf({ kind: 'cues', cues }, 1),
      await itemOf({ kind: 'case', caseId, label: 'Maandag', caseKey: null, epoch: 1 }, 1),
    );
    const opened = await openDesk(key, desk);
    expect(opened.notes.map(({ text }) => text)).toEqual(['Om 2', 'Om 1']);
    expect(opened.cues?.cues).toEqual(cues);
    expect(opened.cases.get(caseId)?.label).toBe('Maandag');
    expect(opened.unreadable).toBe(0);
  });

  it('counts what another account sealed, or a server put elsewhere, and shows the rest', async () => {
    const stranger = v.parse(DeskKey, newSecret());
    const [one, other] = [await itemOf(noteAt(1), 1), await itemOf(noteAt(2), 2)];
    const desk = deskWith(one, await itemOf(noteAt(3), 3, stranger), {
      ...other,
      id: newDeskItemId(),
    });
    const opened = await openDesk(key, desk);
    expect(opened.notes).toHaveLength(1);
    expect(opened.unreadable).toBe(2);
  });

  it('keeps the newest key and the last name of a case that two devices wrote down', async () => {
    const named = { kind: 'case', caseId, label: 'Maandag', caseKey: null, epoch: 1 } as const;
    const withKey = { kind: 'case', caseId, label: '', caseKey, epoch: 3 } as const;
    for (const [first, second] of [
      [named, withKey],
      [withKey, named],
    ] as const) {
      const desk = deskWith(await itemOf(first, 1), await itemOf(second, 2));
      const known = (await openDesk(key, desk)).cases.get(caseId);
      expect(known).toMatchObject({ label: 'Maandag', caseKey, epoch: 3 });
    }
  });
});

describe('a line beside homework', () => {
  it('is read by the couple with the room key, and by her with the key on her desk', async () => {
    const roomId = newRoomId();
    const roomKey = newRoomKey();
    const exercise = { id: 'mirror-dialogue', version: 2 };
    const at = { caseId, id: newId(), exercise, epoch: 1 };
    const given = await caseKeyOf(roomKey, { roomId, caseId, epoch: 1 });
    const sealed = await sealLine(given, at, 'Twintig minuten');
    if (!sealed.ok) throw new Error(sealed.reason);
    const shared = { a: false, b: false };
    const piece: Homework = {
      ...at,
      sealedLine: sealed.value,
      givenAt: 1,
      declinedAt: null,
      shared,
    };
    const [opened, without, later] = await openHomework(roomId, firstKeys(roomKey), [
      piece,
      { ...piece, sealedLine: null },
      { ...piece, epoch: 2 },
    ]);
    expect([opened?.line, without?.line, later?.line]).toEqual(['Twintig minuten', null, null]);
    const known = { caseKey: toBase64url(given), epoch: 1 };
    expect(await ownLine(known, piece)).toBe('Twintig minuten');
    expect(await ownLine({ ...known, epoch: 2 }, piece)).toBeNull();
    expect(await ownLine(undefined, piece)).toBeNull();
  });
});
