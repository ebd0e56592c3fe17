import type { RoomId } from '#lib/dialogue/id.ts';
import type { Database } from '#prisma/client.ts';
import { fresh } from '#tests/contract/database-file.ts';

/** What somebody says who asks to watch, and the first half of the digits. */
const knocked = {
  name: 'Lena Smets',
  role: 'relatietherapeut',
  verified: false,
  purpose: 'Meekijken met het gesprek van vandaag',
  publicKey: Buffer.alloc(65, 4).toString('base64url'),
};

/** Whom both partners of a room let in, with both keys and the digits. @returns the observation. */
export async function letIn(
  db: Database,
  { roomId, userId }: { roomId: RoomId; userId: string },
): Promise<string> {
  const now = BigInt(Date.now());
  const [caseId, id] = [fresh.move(), fresh.move()];
  await db.case.create({ data: { id: caseId, roomId, userId, createdAt: now, admittedAt: now } });
  const commitment = fresh.digest();
  await db.observation.create({
    data: { id, caseId, roomId, userId, knockedAt: now, commitment, ...knocked },
  });
  const nonces = { nonce: fresh.move(), helperNonce: fresh.move() };
  const answered = { ...nonces, helper: 'a', helperKey: knocked.publicKey };
  await db.observation.update({
    where: { id },
    data: { lensA: 'words', lensB: 'words', ...answered },
  });
  await db.observation.update({ where: { id }, data: { admittedAt: now } });
  return id;
}

/** The end of an observation, by the partner in seat a. */
export async function letGo(db: Database, id: string): Promise<void> {
  await db.observation.update({
    where: { id },
    data: { endedAt: BigInt(Date.now()), endedBy: 'a' },
  });
}
