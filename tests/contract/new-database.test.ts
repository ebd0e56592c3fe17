import { expect, it } from 'vitest';
import { connectionTo, databaseFile } from './database-file.ts';

it('A new database knows nobody, and no way in', async () => {
  const db = await connectionTo(await databaseFile());
  const counts = [
    db.user.count(),
    db.account.count(),
    db.authSession.count(),
    db.ticket.count(),
    db.invitation.count(),
  ];
  expect(await Promise.all(counts)).toEqual([0, 0, 0, 0, 0]);
});
