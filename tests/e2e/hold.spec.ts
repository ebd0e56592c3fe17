import { begin } from './begin.ts';
import type { Device } from './device.ts';
import { filled, hourIn, withHour } from './message.ts';
import { play, talks } from './talk.ts';
import { expect, test } from './test.ts';

const lines = talks.nl;

const heading = (device: Device, name: string) => device.page.getByRole('heading', { name });

/** How many minutes from now a clock next shows this hour. */
function minutesUntil(hour: string): number {
  const [hours = 0, minutes = 0] = hour.split(':').map(Number);
  const now = new Date();
  const span = hours * 60 + minutes - now.getHours() * 60 - now.getMinutes();
  return (span + 24 * 60) % (24 * 60);
}

test('either of the two takes a breather, and it takes both to go on', async ({ coupleIn }) => {
  const { an, bo } = await coupleIn('nl');
  const { hold } = an.messages;
  await begin(an, bo, 'written');
  for (const [asking, other] of [
    [an, bo],
    [bo, an],
  ] as const) {
    await expect(bo.prompt('topic', 'waiting')).toBeVisible();
    await asking.choose(hold.menu.pause);
    await expect(asking.page.getByText(hold.pause.you)).toBeVisible();
    await expect(other.page.getByText(other.named(hold.pause.they))).toBeVisible();
    await asking.resume();
    await expect(asking.page.getByText(asking.named(hold.readyYou))).toBeVisible();
    await expect(other.page.getByText(other.named(hold.readyThey))).toBeVisible();
    await expect(an.prompt('topic')).toBeHidden();
    await other.resume();
    await expect(an.prompt('topic')).toBeVisible();
  }
});

test('a time-out holds both at once, and the other has a say in when it ends', async ({
  coupleIn,
}) => {
  const { an, bo } = await coupleIn('nl');
  const { timedOut, menu, moment, left, resume } = an.messages.hold;
  await begin(an, bo, 'written');
  await expect(bo.prompt('topic', 'waiting')).toBeVisible();
  await bo.choose(menu.timeOut);
  await bo.page.getByRole('button', { name: withHour(bo, moment.twenty) }).click();
  for (const device of [an, bo]) {
    await expect(heading(device, timedOut.heading)).toBeVisible();
    await expect(device.composer).toBeHidden();
    await expect(device.button(resume)).toBeHidden();
    await expect(device.page.getByText(withHour(device, timedOut.from))).toBeVisible();
    const counts = [20, 21, 22].map((minutes) => filled(device, left.minutes, { minutes }));
    await expect(device.page.getByText(new RegExp(`^(${counts.join('|')})$`))).toBeVisible();
  }
  await expect(an.page.getByText(an.named(timedOut.they))).toBeVisible();
  await expect(bo.page.getByText(timedOut.you)).toBeVisible();
  const until = await hourIn(bo, timedOut.until);
  expect(await hourIn(an, timedOut.until)).toBe(until);
  expect(minutesUntil(until)).toBeGreaterThanOrEqual(20);
  expect(minutesUntil(until)).toBeLessThanOrEqual(22);

  await expect(bo.button(timedOut.counter)).toBeHidden();
  await an.button(timedOut.counter).click();
  await an.page.getByRole('button', { name: withHour(an, moment.hour) }).click();
  const proposed = await hourIn(bo, timedOut.countered);
  expect(await hourIn(an, timedOut.counteredYou)).toBe(proposed);
  expect(await hourIn(an, timedOut.until)).toBe(until);
  await bo.button(timedOut.accept).click();
  for (const device of [an, bo]) {
    await expect(device.page.getByText(withHour(device, timedOut.until))).toContainText(proposed);
    await expect(device.button(resume)).toBeHidden();
  }
});

test('who goes away for a bit finds everything as it stood', async ({ coupleIn }) => {
  const couple = await coupleIn('nl');
  const { an, bo } = couple;
  const { hold, home } = an.messages;
  await begin(an, bo, 'written');
  await play(couple, lines.slice(0, 1));
  await expect(bo.prompt('answer')).toBeVisible();
  await bo.choose(hold.menu.leave);
  await expect(heading(bo, home.title.replace('\u00a0', ' '))).toBeVisible();
  await expect(an.page.getByText(an.named(hold.leave.they))).toBeVisible();
  await expect(
    an.page.getByRole('banner').getByText(an.named(an.messages.room.presence.away)),
  ).toBeVisible();

  await bo.page.getByRole('link', { name: home.back }).click();
  await expect(bo.page.getByText(hold.leave.you)).toBeVisible();
  await Promise.all([an.resume(), bo.resume()]);
  await expect(bo.prompt('answer')).toBeVisible();
  expect(await bo.saidSoFar()).toEqual([lines[0]?.text]);
});
