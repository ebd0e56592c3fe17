import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { Attended, type CaseId } from '#lib/observation.ts';
import { newCanaries, sightings } from '#tests/support/canaries.ts';
import { exerciseOf } from '#tests/support/exercises.ts';
import { begin } from './begin.ts';
import { traceIn } from './memory.ts';
import { play, talks } from './talk.ts';
import { expect } from './test.ts';
import type { Therapist } from './therapist.ts';
import { test } from './watched.ts';
import { readOff } from './wire.ts';

/** A message with the name of the therapist in it. */
const named = (message: string) => message.replaceAll('{name}', 'Lena');

/** Her case with the couple whose lobby or talk is on her screen. */
async function caseOf({ device: { page } }: Therapist): Promise<CaseId> {
  const answer = await page.evaluate(async () => {
    const roomId = location.pathname.split('/')[2];
    const headers = { 'content-type': 'application/json' };
    const body = JSON.stringify({ step: 'state' });
    return (await fetch(`/api/observe/${roomId}`, { method: 'POST', headers, body })).json();
  });
  return v.parse(Attended, answer).caseId;
}

for (const language of ['nl', 'en'] as const) {
  test(`a cue reaches both or one, and a pause is theirs to take, in ${language}`, async ({
    coupleIn,
    watched,
  }) => {
    const couple = await coupleIn(language);
    const { an, bo } = couple;
    const therapist = await watched(couple);
    const { device } = therapist;
    const { observe, observing } = device.messages;
    await begin(an, bo, 'written');
    await play(couple, talks[language].slice(0, 6));
    await expect(an.composer).toBeVisible();
    await therapist.cue('Voeten op de grond.');
    for (const one of [an, bo]) {
      await expect(one.page.getByText('Voeten op de grond.').last()).toBeVisible();
    }
    await therapist.cue('Kijk even op.', 'Bo');
    await expect(bo.page.getByText('Kijk even op.').last()).toBeVisible();
    await expect(bo.page.getByText(named(observing.cue.forYou)).last()).toBeVisible();
    const forOther = an.named(named(observing.cue.forOther).replace('{partner}', 'Bo'));
    await expect(an.page.getByText(forOther).last()).toBeVisible();
    expect(sightings(['Kijk even op.'], { an: await traceIn(an.page) })).toEqual([]);

    const pause = device.button(observe.asks.pause);
    await pause.click();
    for (const one of [an, bo]) await expect(one.button(observing.request.agree)).toBeVisible();
    await an.button(observing.request.decline).click();
    await expect(bo.button(observing.request.agree)).toBeHidden();
    await expect(therapist.talk.getByText(observe.talk.requestDeclined)).toBeVisible();
    await pause.click();
    await bo.button(observing.request.agree).click();
    const paused = { name: an.messages.hold.pause.heading };
    await expect(an.page.getByRole('heading', paused)).toBeVisible();
    await expect(device.page.getByText(observe.asks.held)).toBeVisible();
    await Promise.all([an.resume(), bo.resume()]);
    await expect(an.composer).toBeVisible();
  });
}

test('what she notes is nowhere but on her own desk', async ({ coupleIn, watched, weerklank }) => {
  const [note = ''] = newCanaries(1);
  const couple = await coupleIn('nl');
  const { an, bo } = couple;
  const therapist = await watched(couple);
  const { device, owner } = therapist;
  const { observe, desk } = device.messages;
  await begin(an, bo, 'written');
  await play(couple, talks.nl.slice(0, 1));
  await expect(therapist.talk.getByText(talks.nl[0]?.text ?? '')).toBeVisible();
  const field = device.page.getByRole('region', { name: observe.note.heading });
  await field.getByRole('textbox').fill(note);
  await field.getByRole('button', { name: observe.note.save }).click();
  await expect(field.getByText(observe.note.saved)).toBeVisible();
  const caseId = await caseOf(therapist);
  await bo.stop();
  await therapist.isOut('session');
  await owner.open(`/desk#case.${caseId}`);
  await expect(device.page.getByText(note, { exact: true })).toBeVisible();
  await expect(device.page.getByRole('heading', { name: desk.notes.heading })).toBeVisible();
  const files = readdirSync(weerklank.dataDir).map((name) => join(weerklank.dataDir, name));
  const searched = {
    output: Buffer.from(weerklank.output()),
    wire: readOff(device.cable),
    an: Buffer.concat([readOff(an.cable), await traceIn(an.page)]),
    bo: Buffer.concat([readOff(bo.cable), await traceIn(bo.page)]),
    ...Object.fromEntries(files.map((name) => [name, readFileSync(name)])),
  };
  expect(sightings([note], searched)).toEqual([]);
});

test('an exercise she suggests is put forward by one of them, and begins when the other says yes', async ({
  coupleIn,
  watched,
}) => {
  const couple = await coupleIn('en');
  const { an, bo } = couple;
  const therapist = await watched(couple);
  const { device, owner } = therapist;
  const { observe } = device.messages;
  const { name } = exerciseOf('appreciation').texts.en.about;
  await owner.field(observe.suggest.exercise).selectOption({ label: name });
  await device.button(observe.suggest.submit).click();
  const { suggestion } = bo.messages.observing;
  const heading = named(suggestion.heading).replace('{exercise}', name);
  for (const one of [an, bo]) {
    await expect(one.page.getByRole('heading', { name: heading })).toBeVisible();
  }
  await bo.button(suggestion.propose.replace('{partner}', 'An')).click();
  await expect(an.proposal).toBeVisible();
  await an.accept();
  for (const one of [an, bo]) await expect(one.proposal).toBeHidden();
  await expect(therapist.talk).toBeVisible();
  const watches = named(an.messages.observing.bar.watches);
  for (const one of [an, bo]) await expect(one.page.getByText(watches).last()).toBeVisible();
});

test('what she gives for between two talks reaches the couple, who may leave it', async ({
  coupleIn,
  watched,
}) => {
  const couple = await coupleIn('nl');
  const { an, bo } = couple;
  const therapist = await watched(couple);
  const { device, owner } = therapist;
  const { desk, observing } = device.messages;
  await begin(an, bo, 'written');
  await play(couple, talks.nl.slice(0, 1));
  await expect(therapist.talk.getByText(talks.nl[0]?.text ?? '')).toBeVisible();
  const caseId = await caseOf(therapist);
  await bo.stop();
  await therapist.isOut('session');
  await bo.keep('no');
  await expect(an.button(an.messages.ending.keep.no)).toBeHidden();

  await owner.open(`/desk#case.${caseId}`);
  await device.button(desk.homework.give).click();
  const dialog = device.page.getByRole('dialog');
  const { name } = exerciseOf('appreciation').texts.nl.about;
  await dialog.getByRole('button', { name }).click();
  await dialog.getByLabel(desk.homework.line).fill('Tien minuten is genoeg.');
  await dialog.getByRole('button', { name: desk.homework.submit }).click();
  await expect(device.page.getByText(desk.homework.given)).toBeVisible();
  await device.button(desk.appointments.make).click();
  const soon = new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10);
  await owner.field(desk.appointments.date).fill(soon);
  await owner.field(desk.appointments.time).fill('09:15');
  await device.button(desk.appointments.submit).click();
  await expect(device.page.getByText(desk.appointments.made)).toBeVisible();

  for (const one of [an, bo]) {
    const room = one.page.url();
    await one.page.goto('about:blank');
    await one.page.goto(room);
    await expect(one.page.getByRole('heading', { name: observing.between.heading })).toBeVisible();
    await expect(one.page.getByText('Tien minuten is genoeg.')).toBeVisible();
    const meeting = named(observing.between.appointment);
    await expect(one.page.getByRole('heading', { name: meeting })).toBeVisible();
  }
  await bo.button(observing.between.cancel).click();
  await bo.button(observing.between.cancelSure).click();
  await expect(bo.page.getByText(observing.between.cancelled)).toBeVisible();
  await bo.button(observing.between.decline).click();
  await expect(bo.page.getByText(named(observing.between.declined))).toBeVisible();
  await owner.open(`/desk#case.${caseId}`);
  await expect(device.page.getByText(desk.homework.declined)).toBeVisible();
  await expect(device.page.getByText(desk.appointments.cancelled, { exact: true })).toBeVisible();
});
