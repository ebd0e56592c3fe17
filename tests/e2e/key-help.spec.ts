import { overflowOf, violationsOn } from './axe.ts';
import { begin } from './begin.ts';
import type { Device } from './device.ts';
import { losesItsKeys } from './safe.ts';
import { expect, test } from './test.ts';

const heading = (device: Device, name: string) => device.page.getByRole('heading', { name });

/** From the message in the room to the digits on both devices. */
async function compare(asker: Device, helper: Device): Promise<void> {
  const { keys, room } = asker.messages;
  await asker.page.getByRole('link', { name: room.key.ask }).click();
  await asker.button(keys.ask.start).click();
  await expect(heading(asker, keys.waiting.title)).toBeVisible();
  await helper.page.getByRole('link', { name: room.key.help }).click();
  await helper.button(keys.give.start).click();
  for (const device of [asker, helper]) {
    await expect(heading(device, keys.compare.title)).toBeVisible();
  }
}

const digitsOn = (device: Device) => device.page.getByText(/\d{3} \d{3}$/).innerText();

for (const language of ['nl', 'en'] as const) {
  test(`who lost the keys gets them from the other after six digits, in ${language}`, async ({
    coupleIn,
  }) => {
    const { an, bo } = await coupleIn(language);
    const { keys } = an.messages;
    const topic = language === 'nl' ? 'Onze avonden.' : 'Our evenings.';
    await begin(an, bo, 'written');
    await an.write('topic', 'propose', topic);
    await expect(bo.prompt('answer')).toBeVisible();
    await losesItsKeys(bo);
    await expect(heading(bo, bo.messages.room.key.missingTitle)).toBeVisible();
    await compare(bo, an);
    expect(await digitsOn(bo)).toBe(await digitsOn(an));
    for (const device of [an, bo]) {
      expect(await violationsOn(device.page)).toEqual([]);
      expect(await overflowOf(device.page)).toBe(0);
    }
    // The network goes in the middle, and what was reached is still there.
    bo.cable.cut();
    await bo.button(keys.compare.same).click();
    await an.button(keys.compare.same).click();
    await expect(heading(an, keys.give.done)).toBeVisible();
    bo.cable.mend();
    await expect(bo.prompt('answer')).toBeVisible();
    expect(await bo.saidSoFar()).toEqual([topic]);
    await an.page.getByRole('link', { name: keys.back }).click();
    await bo.write('answer', 'accept');
    await expect(an.prompt('arrive')).toBeVisible();
  });
}

test('other digits give nothing, and it can begin again', async ({ coupleIn }) => {
  const { an, bo } = await coupleIn('nl');
  const { keys } = an.messages;
  await losesItsKeys(bo);
  await compare(bo, an);
  const before = await digitsOn(an);
  await an.button(keys.compare.other).click();
  await expect(heading(an, keys.wrong.title)).toBeVisible();
  // Nothing is asked anew until whoever lost the keys says so.
  await expect(heading(bo, keys.gone.title)).toBeVisible();
  await an.button(keys.wrong.again).click();
  await expect(heading(an, keys.give.nobody)).toBeVisible();
  await bo.button(keys.wrong.again).click();
  await bo.button(keys.ask.start).click();
  await an.button(keys.give.start).click();
  await expect(heading(an, keys.compare.title)).toBeVisible();
  expect(await digitsOn(an)).not.toBe(before);
});

test('a new link brings the keys to who kept the seat', async ({ coupleIn }) => {
  const { an, bo } = await coupleIn('nl');
  const { room } = an.messages;
  await losesItsKeys(bo);
  await expect(heading(bo, room.key.missingTitle)).toBeVisible();
  await bo.page.goto(`${bo.cable.url}/help`);
  await an.button(an.named(room.again.open)).click();
  const dialog = an.page.getByRole('dialog');
  await dialog.getByRole('button', { name: room.invite.make }).click();
  const link = await dialog.getByLabel(room.invite.link).inputValue();
  await bo.acceptLink(link);
  await expect(bo.library).toBeVisible();
  // Opened again by who holds what it brings, it only leads to the room.
  const { pathname, hash } = new URL(link);
  await bo.page.goto('about:blank');
  await bo.page.goto(bo.cable.url + pathname + hash);
  await expect(bo.library).toBeVisible();
});

test('a stranger asks in vain', async ({ coupleIn, deviceFor }) => {
  const { an } = await coupleIn('nl');
  const stranger = await deviceFor({ name: 'Cas', partner: 'An', language: 'nl' });
  await stranger.page.goto(stranger.cable.url + new URL(`${an.page.url()}/keys`).pathname);
  await stranger.button(stranger.messages.keys.ask.start).click();
  await expect(heading(stranger, stranger.messages.room.refused.title)).toBeVisible();
});
