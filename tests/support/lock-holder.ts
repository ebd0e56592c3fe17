// Another program that writes to the database: holds its lock, and lets go again.
import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import Sqlite from 'better-sqlite3';

const { values } = parseArgs({
  options: { file: { type: 'string', default: '' }, for: { type: 'string', default: '0' } },
});
const db = new Sqlite(values.file, { timeout: 5_000 });
db.exec('BEGIN IMMEDIATE');
process.stdout.write('held\n');
await pause(Number(values.for));
db.exec('COMMIT');
db.close();
