import { join } from 'node:path';
import { createDatabase } from '#prisma/client.ts';
import { begin } from './begin.ts';
import type { Device } from './device.ts';
import { expect } from './expect.ts';
import { play, talks } from './talk.ts';
import type { Couple } from './test.ts';
import { Therapist } from './therapist.ts';
import { coupleOn, type Tour } from './tour.ts';

const called = 'Lena';

/** A message with the name of the therapist in it, and that of the partner. */
function said(device: Device, message: string): string {
  return message.replaceAll('{name}', called).replaceAll('{partner}', device.partner);
}

/** What the two of a couple see of a therapist, from making a link to looking back. */
export async function tourObserver(tour: Tour): Promise<void> {
  const { visit, language, dataDir } = tour;
  const couple = await coupleOn(tour);
  const device = await tour.deviceFor({ name: called, partner: '', language });
  const lena = new Therapist(device, dataDir);
  await lena.makeAccount(language === 'nl' ? 'relatietherapeut' : 'couples therapist');
  await tourKnock(tour, couple, lena);
  await tourDoor(couple, lena, visit);
  await tourSuggested(couple, lena, visit);
  await tourWatched(tour, couple, lena);
  await tourBetween(tour, couple);
}

/** The address of the door of the room that this device is in. */
async function openDoor(device: Device): Promise<void> {
  const { observing } = device.messages;
  await device.page.getByRole('link', { name: observing.open }).click();
  await device.page.waitForURL('**/observer');
}

async function tourKnock({ visit, language }: Tour, { an, bo }: Couple, lena: Therapist) {
  const { observing } = an.messages;
  await openDoor(an);
  await expect(an.page.getByRole('heading', { name: observing.heading })).toBeVisible();
  await visit('observer-door', an);
  await an.button(observing.link.make).click();
  const link = await an.page.getByRole('textbox', { name: observing.link.label }).inputValue();
  await visit('observer-link', an);
  await lena.knock(
    link,
    language === 'nl'
      ? 'Zien hoe jullie het spiegelen thuis oppakken, zoals we vorige week afspraken.'
      : 'Seeing how you take up the mirroring at home, as we agreed last week.',
  );
  await expect(bo.page.getByText(said(bo, observing.knock.wants)).last()).toBeVisible();
  await visit('observer-waits', bo);
  await expect(
    an.page.getByRole('heading', { name: said(an, observing.knock.heading) }),
  ).toBeVisible();
  await visit('observer-knock', an);
}

async function tourDoor({ an, bo }: Couple, lena: Therapist, visit: Tour['visit']) {
  const { observing } = an.messages;
  await an.page.getByRole('radio', { name: observing.lens.words.label }).check();
  await an.page.getByRole('radio', { name: observing.choice.alone }).check();
  await an.button(said(an, observing.turn.yes)).click();
  await expect(an.page.getByText(observing.turn.done)).toBeVisible();
  await visit('observer-key-turned', an);
  await bo.page.getByRole('link', { name: observing.knock.look }).click();
  await bo.page.getByRole('radio', { name: observing.lens.ratings.label }).check();
  await bo.page.getByRole('radio', { name: observing.choice.alone }).check();
  await bo.button(said(bo, observing.turn.yes)).click();
  await expect(bo.button(observing.digits.start)).toBeVisible();
  await visit('observer-both-keys', bo);
  await bo.button(observing.digits.start).click();
  await expect(bo.button(said(bo, observing.digits.same))).toBeVisible();
  await visit('observer-digits', bo);
  await expect(an.page.getByText(said(an, observing.digits.elsewhere))).toBeVisible();
  await visit('observer-digits-elsewhere', an);
  await lena.device.button(lena.device.messages.observe.digits.same).click();
  await bo.button(said(bo, observing.digits.same)).click();
  await expect(
    bo.page.getByRole('heading', { name: said(bo, observing.admitted.heading) }),
  ).toBeVisible();
  await visit('observer-admitted', bo);
  for (const device of [an, bo]) {
    await device.page.getByRole('link', { name: observing.back }).first().click();
    await expect(device.page.getByText(said(device, observing.bar.inside)).last()).toBeVisible();
  }
  await visit('observer-in-lobby', bo);
}

async function tourSuggested({ an }: Couple, lena: Therapist, visit: Tour['visit']) {
  const { observe } = lena.device.messages;
  await lena.device.page.getByRole('combobox').selectOption({ index: 1 });
  await lena.device.button(observe.suggest.submit).click();
  await expect(an.button(said(an, an.messages.observing.suggestion.propose))).toBeVisible();
  await visit('observer-suggestion', an);
  await lena.device.button(observe.suggest.take).click();
}

async function tourWatched({ visit, language }: Tour, couple: Couple, lena: Therapist) {
  const { an, bo } = couple;
  const { observing, hold, cues } = an.messages;
  const lines = talks[language];
  const { observe } = lena.device.messages;
  await begin(an, bo, 'written');
  await expect(an.page.getByText(said(an, observing.bar.watches)).last()).toBeVisible();
  await visit('observer-watches', an);
  await play(couple, lines.slice(0, 6));
  await an.composer.fill(lines[6]?.text ?? '');
  await lena.device.button(cues['slow-down']).click();
  await expect(an.page.getByText(cues['slow-down']).last()).toBeVisible();
  await visit('observer-cue', an);
  await visit('observer-cue-waiting', bo);
  await lena.device.page.getByRole('radio', { name: 'Bo', exact: true }).check();
  await lena.device.button(cues['mirror-first']).click();
  await expect(bo.page.getByText(cues['mirror-first']).last()).toBeVisible();
  await visit('observer-cue-for-you', bo);
  await visit('observer-cue-for-the-other', an);
  await lena.device.button(observe.asks.pause).click();
  await expect(an.button(observing.request.agree)).toBeVisible();
  await visit('observer-asks-pause', an);
  await an.button(observing.request.decline).click();
  await expect(an.button(observing.request.agree)).toBeHidden();
  await play(couple, lines.slice(6, 12));
  await lena.device.page
    .getByRole('region', { name: observe.asks.heading })
    .getByRole('button')
    .nth(1)
    .click();
  await expect(an.button(observing.request.decline)).toBeVisible();
  await visit('observer-proposes-phase', an);
  await visit('observer-proposes-phase-waiting', bo);
  await bo.choose(hold.menu.pause);
  await expect(an.button(hold.resume)).toBeVisible();
  await visit('observer-hold', an);
  await Promise.all([an.resume(), bo.resume()]);
  await tourLetGo(couple, visit);
}

async function tourLetGo({ an, bo }: Couple, visit: Tour['visit']) {
  const { observing, room, hold, ending } = an.messages;
  an.cable.cut();
  await expect(an.page.getByText(room.offline)).toBeVisible();
  await an.page.getByRole('button', { name: observing.bar.letGo }).click();
  await visit('observer-going-offline', an);
  an.cable.mend();
  await expect(an.page.getByText(said(an, observing.bar.gone)).last()).toBeVisible();
  await visit('observer-gone', an);
  await visit('observer-gone-waiting', bo);
  await an.choose(hold.menu.stop);
  await an.button(hold.stop.sure).click();
  await Promise.all([an.keep('yes'), bo.keep('yes')]);
  await an.page.getByRole('link', { name: ending.kept.replay }).click();
  await expect(
    an.page.getByRole('heading', { name: an.messages.replay.transcript.heading }),
  ).toBeVisible();
  await visit('observer-replay', an);
}

async function tourBetween({ visit, dataDir }: Tour, { an }: Couple) {
  const { observing } = an.messages;
  const roomId = /room\/([^/]+)/.exec(an.page.url())?.[1] ?? '';
  const db = await createDatabase({ file: join(dataDir, 'weerklank.db') });
  const { id: caseId } = await db.case.findFirstOrThrow({ where: { roomId } });
  const now = Date.now();
  await db.homework.create({
    data: {
      id: 'h'.repeat(22),
      caseId,
      roomId,
      exerciseId: 'mirror-dialogue',
      exerciseVersion: 1,
      epoch: 1,
      givenAt: BigInt(now),
    },
  });
  await db.appointment.create({
    data: {
      id: 'p'.repeat(22),
      caseId,
      roomId,
      at: BigInt(now + 6 * 24 * 60 * 60_000),
      minutes: 50,
      createdAt: BigInt(now),
    },
  });
  await db.$disconnect();
  await an.page.goto(`${an.cable.url}/room/${roomId}`);
  await expect(an.page.getByRole('heading', { name: observing.between.heading })).toBeVisible();
  await visit('observer-between', an);
  await openDoor(an);
  await expect(an.page.getByRole('heading', { name: observing.cases.heading })).toBeVisible();
  await visit('observer-may-knock-again', an);
}
