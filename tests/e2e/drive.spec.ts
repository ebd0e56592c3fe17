import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import * as v from 'valibot';
import { library } from '#tests/support/exercises.ts';
import { expect, test } from './test.ts';

const run = promisify(execFile);
const Told = v.object({ stdout: v.string() });

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

test('a therapist without a screen sees in every lens what the partners see, and nothing once she is let go', async ({
  weerklank: { url, dataDir },
}) => {
  test.setTimeout(300_000);
  const drive = ['--import', 'tsx', 'scripts/drive/index.ts', '--url', url];
  const rooms = ['--rooms', '12', '--observers', '12'];
  const env = { ...process.env, DATA_DIR: dataDir };
  const { stdout } = await run(process.execPath, [...drive, ...rooms], { env }).catch(
    // A drive that found something ends badly, and tells what.
    (failed: unknown) => v.parse(Told, failed),
  );
  process.stdout.write(stdout);
  expect(JSON.parse(stdout)).toMatchObject({
    sessions: 12,
    diverged: 0,
    lost: 0,
    doubled: 0,
    watched: 12,
    seen: { differences: 0 },
    leaks: 0,
    revokedMs: { times: 6 },
  });
});

test('a drive with observers says what it needs', async ({ weerklank: { url } }, info) => {
  const drive = ['--import', 'tsx', 'scripts/drive/index.ts', '--url', url, '--observers', '1'];
  const env = { ...process.env, DATA_DIR: info.outputPath('elsewhere') };
  const failed = run(process.execPath, drive, { env });
  await expect(failed).rejects.toThrow('There is no database in DATA_DIR');
});
