import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { exerciseOf } from '#tests/support/exercises.ts';
import { pathThrough } from '#tests/support/path.ts';
import { begin } from './begin.ts';
import { expect, test } from './test.ts';
import { walk } from './walk.ts';

// The same for whoever reads this file, because each process of the runner does.
const folder = join(tmpdir(), 'weerklank-exercises-of-a-host');
mkdirSync(folder, { recursive: true });
copyFileSync('docs/examples/evening-ritual.yaml', join(folder, 'evening-ritual.yaml'));
writeFileSync(join(folder, 'broken.yaml'), 'id: broken\nversion: 1\nminutes: soon\n');

test.use({ exercisesDir: folder });

test('an exercise of the host is played beside ours, and a broken one is told of and left out', async ({
  coupleIn,
  weerklank,
}) => {
  const couple = await coupleIn('nl');
  const { an, bo } = couple;
  const { definition } = exerciseOf('evening-ritual');
  await begin(an, bo, 'written', definition.id);
  await walk(couple, pathThrough(definition));
  for (const device of [an, bo]) {
    const { ending } = device.messages;
    await expect(device.page.getByRole('heading', { name: ending.completed })).toBeVisible();
  }
  const told = weerklank.output();
  expect(told).toContain('"file":"broken.yaml","line":3');
  expect(told).not.toContain('"file":"evening-ritual.yaml"');
});
