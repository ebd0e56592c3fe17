import { describe, expect, it } from 'vitest';
import { createEventStore } from '#prisma/event-store.ts';
import { proposalIn, propose, retractProposal } from '#prisma/proposals.ts';
import { openSession } from '#prisma/sessions.ts';
import { connectionTo, databaseFile, exercise, fresh, ownedRoom } from './database-file.ts';
import { wordsAt } from './event-arbitrary.ts';

async function roomOfOne() {
  const db = await connectionTo(await databaseFile());
  const { roomId } = await ownedRoom(db);
  return { db, roomId };
}

const mode = 'written';

describe('A proposal', () => {
  it('stands until it is taken back, and leaves no trace then', async () => {
    const { db, roomId } = await roomOfOne();
    expect(await proposalIn(db, roomId)).toBeNull();
    await propose(db, { roomId, by: 'a', exercise, mode, now: 5 });
    expect(await proposalIn(db, roomId)).toEqual({ by: 'a', exercise, mode });
    await retractProposal(db, { roomId, by: 'a', exercise, mode: 'spoken' });
    expect(await proposalIn(db, roomId)).not.toBeNull();
    for (let time = 0; time < 2; time += 1) {
      await retractProposal(db, { roomId, by: 'a', exercise, mode });
    }
    expect(await proposalIn(db, roomId)).toBeNull();
    expect(await db.proposal.count()).toBe(0);
  });

  it('takes the place of the one before it', async () => {
    const { db, roomId } = await roomOfOne();
    await propose(db, { roomId, by: 'a', exercise, mode, now: 5 });
    const other = { id: 'another', version: 2 };
    await propose(db, { roomId, by: 'b', exercise: other, mode: 'spoken', now: 6 });
    expect(await proposalIn(db, roomId)).toEqual({ by: 'b', exercise: other, mode: 'spoken' });
  });

  it('is over once a session began after it, also when it was not taken away in time', async () => {
    const { db, roomId } = await roomOfOne();
    await propose(db, { roomId, by: 'a', exercise, mode, now: 5 });
    const sessionId = fresh.session();
    await openSession(db, { sessionId, roomId, exercise, now: 6 });
    expect(await proposalIn(db, roomId)).not.toBeNull();
    await createEventStore(db).append(sessionId, wordsAt(1));
    expect(await proposalIn(db, roomId)).toBeNull();
    // Also by a clock that was set back since.
    for (const now of [7, 2]) {
      await propose(db, { roomId, by: 'b', exercise, mode, now });
      expect(await proposalIn(db, roomId)).toMatchObject({ by: 'b' });
    }
  });
});
