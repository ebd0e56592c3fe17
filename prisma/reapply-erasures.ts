import type { Time } from '#lib/dialogue/id.ts';
import type { Database } from './client.ts';
import { carryOutErasure } from './erase.ts';
import { journalEntries, replaceJournal } from './erasure-journal.ts';
import { patiently } from './patiently.ts';
import { emptyWriteAheadLog } from './write-ahead-log.ts';

/** No backup may be kept for longer than this: then a line of the journal has no more use. */
const oldestBackup = 24 * 31 * 24 * 60 * 60_000;

/**
 * Erases once more whatever was ever erased, so that a backup that was put back loses it too. For the
 * start of a process, before anyone can come in. Lines older than the oldest backup are dropped.
 * @returns how many lines there were.
 */
export async function reapplyErasures(db: Database, now: Time): Promise<number> {
  const entries = await journalEntries(db);
  for (const { erasure, at } of entries) {
    await carryOutErasure(db, erasure, at);
    // The log of a restored session does not say that its words went; beside it that must stand.
    if (erasure.kind !== 'all-words') continue;
    await patiently(
      () => db.$executeRaw`
        UPDATE "Session" SET "words" = 'gone', "endedAt" = coalesce("endedAt", ${at})
        WHERE "id" = ${erasure.sessionId} AND "words" <> 'gone'`,
    );
  }
  const recent = entries.filter(({ at }) => at > now - oldestBackup);
  if (recent.length < entries.length) await replaceJournal(db, recent);
  if (entries.length > 0) await emptyWriteAheadLog(db);
  return entries.length;
}
