import { join } from 'node:path';
import { createDatabase } from '#prisma/client.ts';
import { begin } from './begin.ts';
import { play, talks } from './talk.ts';
import { expect, test } from './test.ts';

test('a hidden answer does not reach the other before both have answered', async ({
  coupleIn,
  weerklank,
}) => {
  const couple = await coupleIn('nl');
  const { an, bo } = couple;
  const { rating } = an.messages.session;
  await begin(an, bo, 'written');
  await play(couple, talks.nl.slice(0, 2));
  await an.rate(7);
  await expect(an.prompt('arrive', 'waiting')).toBeVisible();
  const db = await createDatabase({ file: join(weerklank.dataDir, 'weerklank.db') });
  const { sealed } = await db.event.findFirstOrThrow({
    where: { sealed: { not: null } },
    orderBy: { at: 'desc' },
  });
  await db.$disconnect();
  const hidden = sealed ?? '';
  expect(hidden).not.toBe('');
  await expect(bo.prompt('arrive')).toBeVisible();
  // What the room says next comes behind all that was said before it.
  await an.choose(an.messages.hold.menu.pause);
  await expect(bo.page.getByText(bo.named(bo.messages.hold.pause.they))).toBeVisible();
  expect(bo.cable.carriedTo('device').includes(hidden)).toBe(false);
  await bo.page.reload();
  await expect(bo.page.getByText(bo.named(bo.messages.hold.pause.they))).toBeVisible();
  expect(bo.cable.carriedTo('device').includes(hidden)).toBe(false);

  await Promise.all([an.resume(), bo.resume()]);
  await bo.rate(4);
  for (const device of [an, bo]) {
    await expect(device.page.getByRole('heading', { name: rating.revealed })).toBeVisible();
    await expect(device.page.getByRole('definition')).toHaveText(['7', '4']);
  }
  expect(bo.cable.carriedTo('device').includes(hidden)).toBe(true);
});
