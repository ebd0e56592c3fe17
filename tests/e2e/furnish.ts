import { join } from 'node:path';
import * as v from 'valibot';
import { VaultMaterial } from '#lib/account/vault-material.ts';
import { newDeskItemId } from '#lib/client/desk.ts';
import { ObservationId, type RoomId } from '#lib/dialogue/id.ts';
import { CaseId } from '#lib/observation.ts';
import { accountVault } from '#lib/vault/account-vault.ts';
import { toBase64url } from '#lib/vault/base64url.ts';
import { CaseKey, sealLine } from '#lib/vault/case-key.ts';
import { type DeskContent, sealDeskItem } from '#lib/vault/desk-item.ts';
import { deskKeyOf } from '#lib/vault/desk-key.ts';
import { newId } from '#lib/vault/new-id.ts';
import { splitPassword } from '#lib/vault/password.ts';
import { createDatabase, type Database } from '#prisma/client.ts';
import { createRoom } from '#prisma/rooms.ts';
import { createUser } from '#prisma/users.ts';
import { fresh } from '#tests/contract/database-file.ts';
import type { Owner } from './account.ts';

const day = 86_400_000;

/** A couple on a desk, as the tour and the tests put it there. */
export interface Couple {
  label: string;
  /** How many days ago each session was that she watched, the newest first. */
  watched: readonly number[];
  /** By how many days from now. */
  appointments?: readonly number[];
  notes?: readonly { session: number; phase: string | null; text: string }[];
  homework?: readonly {
    exercise: string;
    line: string | null;
    stands: 'waiting' | 'declined' | 'done';
  }[];
  /** Whether she has the key of the case. */
  key?: boolean;
}

/** Puts couples on the desk of a therapist, as if they had let her in before, with what she wrote. */
export async function furnish(
  dataDir: string,
  { email, password }: Pick<Owner, 'email' | 'password'>,
  couples: readonly Couple[],
): Promise<void> {
  const db = await createDatabase({ file: join(dataDir, 'weerklank.db') });
  const account = await db.account.findUniqueOrThrow({ where: { email } });
  const { passwordWrap, recoveryWrap, publicKey, sealedPrivateKey, userId } = account;
  const material = v.parse(VaultMaterial, {
    passwordWrap,
    recoveryWrap,
    publicKey,
    sealedPrivateKey,
  });
  const keys = await accountVault(splitPassword).open({ password }, material);
  if (!keys.ok) throw new Error(keys.reason);
  const key = await deskKeyOf(keys.value);
  const keep = async (content: DeskContent) => {
    const id = newDeskItemId();
    const sealed = await sealDeskItem(key, id, content);
    if (!sealed.ok) throw new Error(sealed.reason);
    const at = BigInt(Date.now());
    await db.deskItem.create({
      data: { id, userId, sealed: sealed.value, createdAt: at, changedAt: at },
    });
  };
  for (const couple of couples) await furnishOne(db, userId, couple, keep);
  await db.$disconnect();
}

async function furnishOne(
  db: Database,
  userId: string,
  { label, watched, appointments = [], notes = [], homework = [], key = true }: Couple,
  keep: (content: DeskContent) => Promise<void>,
): Promise<void> {
  const roomId = await roomOfTwo(db);
  const now = Date.now();
  const since = BigInt(now - Math.max(...watched, 0) * day);
  const caseId = v.parse(CaseId, newId());
  await db.case.create({
    data: { id: caseId, roomId, userId, createdAt: since, admittedAt: since },
  });
  const sessions: { id: ObservationId; at: number }[] = [];
  for (const ago of watched) {
    const at = now - ago * day;
    const id = v.parse(ObservationId, newId());
    sessions.push({ id, at });
    await observed(db, { id, caseId, roomId, userId, at: BigInt(at) });
  }
  for (const ahead of appointments) {
    const at = new Date(now + ahead * day).setHours(14, 30, 0, 0);
    const data = { id: newId(), caseId, roomId, at: BigInt(at), minutes: 60, createdAt: since };
    await db.appointment.create({ data });
  }
  const caseKey = v.parse(CaseKey, crypto.getRandomValues(new Uint8Array(32)));
  for (const { exercise, line, stands } of homework) {
    const id = newId();
    const place = { caseId, id, exercise: { id: exercise, version: 1 }, epoch: 1 };
    const sealed = line === null ? null : await sealLine(caseKey, place, line);
    await db.homework.create({
      data: {
        id,
        caseId,
        roomId,
        exerciseId: exercise,
        exerciseVersion: 1,
        epoch: 1,
        sealedLine: sealed?.ok ? sealed.value : null,
        givenAt: BigInt(now - 3 * day),
        declinedAt: stands === 'declined' ? BigInt(now - day) : null,
        sharedA: stands === 'done',
        sharedB: stands === 'done',
      },
    });
  }
  const kept = key ? toBase64url(caseKey) : null;
  await keep({ kind: 'case', caseId, label, caseKey: kept, epoch: 1 });
  for (const [index, { session, phase, text }] of notes.entries()) {
    const about = sessions[session];
    const at = (about?.at ?? now) + (index + 1) * 240_000;
    const observation = about?.id ?? null;
    await keep({ kind: 'note', text, caseId, observation, seq: index + 1, phase, at });
  }
}

async function roomOfTwo(db: Database): Promise<RoomId> {
  const [roomId, a, b] = [fresh.room(), fresh.user(), fresh.user()];
  await createUser(db, a);
  await createUser(db, b);
  const now = Date.now();
  await createRoom(db, { roomId, userId: a, sealedName: 'sealed', now });
  const takenAt = BigInt(now);
  await db.seat.create({ data: { roomId, seat: 'b', userId: b, sealedName: 'sealed', takenAt } });
  return roomId;
}

/** A session that she watched, to its end. */
async function observed(
  db: Database,
  of: { id: ObservationId; caseId: CaseId; roomId: string; userId: string; at: bigint },
): Promise<void> {
  const { at, ...ids } = of;
  const { id } = of;
  const said = { name: 'Lena Smets', role: 'relatietherapeut', verified: false, purpose: 'x' };
  const asked = { knockedAt: at, publicKey: 'key', commitment: fresh.digest() };
  await db.observation.create({ data: { ...ids, ...said, ...asked } });
  const turned = { lensA: 'words', lensB: 'words', nonce: newId(), helperKey: 'key' };
  await db.observation.update({ where: { id }, data: turned });
  await db.observation.update({ where: { id }, data: { admittedAt: at } });
  const endedAt = at + 3_000_000n;
  await db.observation.update({ where: { id }, data: { endedAt, endedBy: 'session' } });
}

/** A room whose link she opened, and that has not let her in. */
export async function knockingAt(dataDir: string, email: string): Promise<void> {
  const db = await createDatabase({ file: join(dataDir, 'weerklank.db') });
  const { userId } = await db.account.findUniqueOrThrow({ where: { email } });
  const roomId = await roomOfTwo(db);
  const createdAt = BigInt(Date.now() - day);
  await db.case.create({ data: { id: newId(), roomId, userId, createdAt, admittedAt: null } });
  await db.$disconnect();
}
