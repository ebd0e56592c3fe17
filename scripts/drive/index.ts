import { parseArgs } from 'node:util';
import { exercises } from '#lib/exercises/library.ts';
import { playSession } from './couple.ts';
import { Tally } from './tally.ts';

const { values } = parseArgs({
  options: {
    url: { type: 'string', default: 'http://localhost:3000' },
    rooms: { type: 'string', default: '10' },
    mode: { type: 'string', default: 'written' },
  },
});
const rooms = Number(values.rooms);
const mode = values.mode === 'spoken' ? 'spoken' : 'written';
const exercise = exercises[0];
if (!exercise || !Number.isInteger(rooms) || rooms < 1) {
  process.stderr.write('Usage: npm run drive -- --url <address> --rooms <whole number>\n');
  process.exit(2);
}

const { id, version } = exercise;
const tally = new Tally();
const played = await Promise.allSettled(
  Array.from({ length: rooms }, () =>
    playSession(new URL(values.url).origin, { id, version }, mode, tally),
  ),
);
const failures = played.filter((outcome) => outcome.status === 'rejected');
for (const { reason } of failures) process.stderr.write(`${reason}\n`);

const { report } = tally;
process.stdout.write(`${JSON.stringify(report)}\n`);
const sound = report.diverged + report.lost + report.doubled === 0;
process.exit(sound && failures.length === 0 && report.sessions === rooms ? 0 : 1);
