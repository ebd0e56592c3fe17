import { begin } from './begin.ts';
import type { Device } from './device.ts';
import { hourIn } from './message.ts';
import { play, talks } from './talk.ts';
import { expect, test } from './test.ts';

const offline = (device: Device) =>
  device.page.getByText(device.messages.room.offline, { exact: true });
const partnerHere = (device: Device) =>
  device.page.getByRole('banner').getByText(device.named(device.messages.room.presence.here));

test('a time-out and its return time outlive a crash of the server', async ({
  coupleIn,
  weerklank,
}) => {
  const { an, bo } = await coupleIn('nl');
  const { timedOut, menu, moment } = an.messages.hold;
  await begin(an, bo, 'written');
  await an.choose(menu.timeOut);
  await an.page.getByRole('button', { name: moment.twenty.split('{')[0] ?? '' }).click();
  const until = await hourIn(an, timedOut.until);
  expect(await hourIn(bo, timedOut.until)).toBe(until);

  await weerklank.kill();
  for (const device of [an, bo]) {
    await expect(offline(device)).toBeVisible();
    expect(await hourIn(device, timedOut.until)).toBe(until);
  }
  await weerklank.restart();
  for (const device of [an, bo]) {
    await expect(offline(device)).toBeHidden();
    await expect(partnerHere(device)).toBeVisible();
    expect(await hourIn(device, timedOut.until)).toBe(until);
    await device.page.reload();
    await expect(device.page.getByRole('heading', { name: timedOut.heading })).toBeVisible();
    expect(await hourIn(device, timedOut.until)).toBe(until);
  }
});

test('a turn in progress goes on after a crash of the server', async ({ coupleIn, weerklank }) => {
  const couple = await coupleIn('nl');
  const { an, bo } = couple;
  const lines = talks.nl;
  const [topic, , , , hope = ''] = lines.map(({ text }) => text);
  await begin(an, bo, 'written');
  await play(couple, lines.slice(0, 4));
  await an.composer.fill(hope);

  await weerklank.kill();
  for (const device of [an, bo]) await expect(offline(device)).toBeVisible();
  await an.button(an.way('speaker-intends', 'appreciate')).click();
  await expect(an.page.getByText(an.messages.session.trouble.unsent)).toBeVisible();
  await weerklank.restart();
  await expect(bo.page.getByText(hope, { exact: true })).toBeVisible();
  await expect(an.prompt('listener-intends', 'waiting')).toBeVisible();
  for (const device of [an, bo]) expect(await device.saidSoFar()).toEqual([topic, hope]);
  await play(couple, lines.slice(5, 6));
  await expect(an.prompt('tell')).toBeVisible();
});
