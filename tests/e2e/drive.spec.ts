import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { library } from '#tests/support/exercises.ts';
import { expect, test } from './test.ts';

const run = promisify(execFile);

test('partners without a screen play every exercise to its end, in both modes and both languages', async ({
  weerklank,
}) => {
  test.setTimeout(300_000);
  const drive = ['--import', 'tsx', 'scripts/drive/index.ts', '--url', weerklank.url];
  const { stdout } = await run(process.execPath, [...drive, '--exercise', 'all']);
  expect(JSON.parse(stdout)).toMatchObject({
    sessions: library.offered.length * 4,
    diverged: 0,
    lost: 0,
    doubled: 0,
  });
});
