import { begin } from './begin.ts';
import type { Device } from './device.ts';
import { expect } from './expect.ts';
import { play, talks } from './talk.ts';
import type { Couple } from './test.ts';
import { coupleOn, type Tour } from './tour.ts';

const hours = 60 * 60_000;

/** Every way to stand still: the menu, a breather, somebody away, a time-out, no connection. */
export async function tourHold(tour: Tour): Promise<void> {
  const { visit, language } = tour;
  const couple = await coupleOn(tour);
  const { an, bo } = couple;
  const { hold, home } = an.messages;
  await begin(an, bo, 'written');
  await tourPostponed(couple, visit);
  await bo.button(bo.way('answer', 'accept')).click();
  await play(couple, talks[language].slice(2, 6));
  await expect(an.composer).toBeVisible();
  await an.button(hold.menu.open).click();
  await visit('menu', an);
  await an.button(hold.menu.stop).click();
  await visit('stop-question', an);
  await an.page.keyboard.press('Escape');

  await bo.choose(hold.menu.pause);
  await expect(an.button(hold.resume)).toBeVisible();
  await visit('pause-asked', an);
  await bo.resume();
  await expect(an.page.getByText(an.named(hold.readyThey))).toBeVisible();
  await visit('pause-partner-ready', an);
  await visit('pause-ready', bo);
  await an.resume();

  await bo.choose(hold.menu.leave);
  await expect(an.page.getByRole('heading', { name: hold.leave.heading })).toBeVisible();
  await visit('partner-left', an);
  await bo.page.getByRole('link', { name: home.back }).click();
  await expect(bo.page.getByRole('heading', { name: hold.leave.heading })).toBeVisible();
  await visit('back-after-leaving', bo);
  await Promise.all([an.resume(), bo.resume()]);
  await tourOffline(an, visit);
  await tourTimeOut(couple, visit);
}

async function tourPostponed({ an, bo }: Couple, visit: Tour['visit']): Promise<void> {
  const { appointment } = an.messages.session;
  await an.write('topic', 'propose', talks[an.language][0]?.text);
  await bo.button(bo.way('answer', 'postpone')).click();
  await expect(bo.page.getByRole('heading', { name: appointment.another })).toBeVisible();
  await visit('postpone', bo);
  await bo.main.getByRole('button').first().click();
  await expect(bo.page.getByText(appointment.sooner)).toBeVisible();
  await expect(an.page.getByText(an.named(appointment.soonerOther))).toBeVisible();
  await visit('postponed', bo);
  await visit('postponed-waiting', an);
  for (const device of [an, bo]) await later(device, 23 * hours);
  await expect(bo.page.getByText(appointment.nowAbout)).toBeVisible();
  await visit('appointment-now', bo);
  await expect(an.page.getByText(an.named(appointment.nowOther))).toBeVisible();
  await visit('appointment-now-waiting', an);
  for (const device of [an, bo]) await later(device, 0);
}

async function tourOffline(an: Device, visit: Tour['visit']): Promise<void> {
  const { room, session } = an.messages;
  await expect(an.prompt('tell')).toBeVisible();
  an.cable.cut();
  await expect(an.page.getByText(room.offline)).toBeVisible();
  await visit('offline', an);
  await an.write('tell', 'send', talks[an.language][6]?.text);
  await expect(an.page.getByText(session.trouble.unsent)).toBeVisible();
  await visit('not-sent-yet', an);
  an.cable.mend();
  await expect(an.prompt('give-back', 'waiting')).toBeVisible();
}

async function tourTimeOut({ an, bo }: Couple, visit: Tour['visit']): Promise<void> {
  const { hold } = an.messages;
  for (const device of [an, bo]) await later(device, 0);
  await an.choose(hold.menu.timeOut);
  await expect(an.page.getByRole('heading', { name: hold.timeOut.heading })).toBeVisible();
  await visit('time-out-choice', an);
  await an.page.getByRole('dialog').getByRole('button').nth(1).click();
  for (const device of [an, bo]) {
    await expect(device.page.getByRole('heading', { name: hold.timedOut.heading })).toBeVisible();
  }
  await visit('time-out', an);
  await visit('time-out-asked', bo);
  await bo.button(hold.timedOut.counter).click();
  await expect(bo.page.getByRole('heading', { name: hold.timedOut.counterHeading })).toBeVisible();
  await visit('time-out-other-moment', bo);
  await bo.main.getByRole('button').filter({ hasText: /\d/ }).last().click();
  await expect(an.button(hold.timedOut.accept)).toBeVisible();
  await visit('time-out-countered', an);
  await an.button(hold.timedOut.accept).click();
  await expect(an.button(hold.timedOut.accept)).toBeHidden();
  await later(an, 25 * hours);
  await expect(an.page.getByRole('heading', { name: hold.timedOut.now })).toBeVisible();
  await visit('time-out-over', an);
}

/** Puts the clock of a device so much ahead, where it stands still. */
async function later(device: Device, by: number): Promise<void> {
  await device.page.clock.setFixedTime(Date.now() + by);
}
