import type { Locator } from 'playwright/test';
import { create } from 'qrcode';
import { newRoomId } from '#lib/vault/new-id.ts';
import { begin } from './begin.ts';
import type { Device } from './device.ts';
import { expect, test } from './test.ts';

const an = { name: 'An', partner: 'Bo', language: 'nl' } as const;
const bo = { name: 'Bo', partner: 'An', language: 'nl' } as const;

const heading = (device: Device, name: string) => device.page.getByRole('heading', { name });

/** Goes on with the keyboard until the focus is here. */
async function tabTo({ page }: Device, goal: Locator): Promise<void> {
  await expect(goal).toBeVisible();
  await expect(async () => {
    await page.keyboard.press('Tab');
    await expect(goal).toBeFocused({ timeout: 100 });
  }).toPass();
}

test('a stranger sees and is told the same of a room that is there and of one that is not', async ({
  coupleIn,
  deviceFor,
}) => {
  const couple = await coupleIn('nl');
  const stranger = await deviceFor({ name: 'Cas', partner: 'An', language: 'nl' });
  const elsewhere = await deviceFor({ name: 'Dirk', partner: 'An', language: 'nl' });
  await elsewhere.startRoom();
  const there = new URL(couple.an.page.url()).pathname.split('/').at(-1) ?? '';
  for (const device of [stranger, elsewhere]) {
    const told = [];
    for (const roomId of [there, newRoomId()]) {
      const response = await device.page.goto(`${device.cable.url}/room/${roomId}`);
      await expect(heading(device, device.messages.room.key.missingTitle)).toBeVisible();
      const all = (await response?.allHeaders()) ?? {};
      const nonce = /'nonce-([^']+)'/.exec(all['content-security-policy'] ?? '')?.[1] ?? 'none';
      const same = (text = '') => text.replaceAll(roomId, 'ROOM').replaceAll(nonce, 'NONCE');
      const headers = Object.entries(all).filter(([name]) => name !== 'date');
      told.push({
        status: response?.status(),
        headers: headers.map(([name, value]) => [name, same(value)]),
        body: same(await response?.text()),
        screen: await device.page.locator('body').innerText(),
        title: await device.page.title(),
      });
    }
    expect(told[0]?.status).toBe(200);
    expect(told[1]).toEqual(told[0]);
  }
});

test('the address of a room brings its owner back into the seat', async ({ coupleIn }) => {
  const { an, bo } = await coupleIn('nl');
  const address = bo.page.url();
  const { here, away } = an.messages.room.presence;
  const partner = an.page.getByRole('banner');
  await expect(partner).toContainText(an.named(here));
  await bo.page.close();
  await expect(partner).toContainText(an.named(away));
  const page = await bo.context.newPage();
  await page.goto(address);
  await expect(page.getByRole('banner')).toContainText(bo.named(here));
  await expect(partner).toContainText(an.named(here));
  await page.goto(bo.cable.url);
  await page.getByRole('link', { name: bo.messages.home.back }).click();
  await page.waitForURL(address);
});

test('a partner who lost a device is let in again, to the same seat and the same words', async ({
  coupleIn,
  deviceFor,
}) => {
  const couple = await coupleIn('nl');
  const topic = 'Ik wil het hebben over onze avonden.';
  const { room, replay, ending } = couple.an.messages;
  await begin(couple.an, couple.bo, 'written');
  await couple.an.write('topic', 'propose', topic);
  await expect(couple.bo.prompt('answer')).toBeVisible();
  await couple.bo.stop();
  await Promise.all([couple.an.keep(), couple.bo.keep()]);
  await couple.an.button(ending.lobby).click();

  const { context } = couple.bo;
  const dialog = couple.an.page.getByRole('dialog');
  const make = dialog.getByRole('button', { name: room.invite.make });
  await couple.an.button(couple.an.named(room.again.open)).click();
  await expect(dialog.getByText(couple.an.named(room.again.here))).toBeVisible();
  await expect(make).toBeHidden();
  const address = couple.bo.page.url();
  await couple.bo.page.close();
  await make.click();
  const link = await dialog.getByLabel(room.invite.link).inputValue();
  const found = await deviceFor(bo);
  await found.acceptLink(link);
  expect(new URL(found.page.url()).pathname).toBe(new URL(address).pathname);
  const former = await context.newPage();
  await former.goto(address);
  await expect(former.getByRole('heading', { name: room.refused.title })).toBeVisible();
  await expect(found.page.getByRole('banner')).toContainText(found.named(room.presence.here));
  await found.page.getByRole('link', { name: replay.past.open }).click();
  await expect(found.page.getByText(topic, { exact: true }).first()).toBeVisible();
});

test('a couple gets in with a keyboard alone', async ({ deviceFor }) => {
  const first = await deviceFor(an, { permissions: ['clipboard-read', 'clipboard-write'] });
  const second = await deviceFor(bo);
  const { common, room, join } = first.messages;
  await first.page.goto(first.cable.url);
  await tabTo(first, first.page.getByLabel(common.name.label));
  await first.page.keyboard.type('An');
  await first.page.keyboard.press('Enter');
  await first.page.waitForURL('**/room/*');
  await tabTo(first, first.button(room.invite.make));
  await first.page.keyboard.press('Enter');
  await tabTo(first, first.button(room.invite.copy));
  await first.page.keyboard.press('Enter');
  await expect(first.page.getByText(room.invite.copied, { exact: true })).toBeVisible();
  const link = await first.page.evaluate(() => navigator.clipboard.readText());
  expect(link).toBe(await first.page.getByLabel(room.invite.link).inputValue());

  const { pathname, hash } = new URL(link);
  await second.page.goto(second.cable.url + pathname + hash);
  await expect(heading(second, join.open.title)).toBeFocused();
  await tabTo(second, second.page.getByLabel(common.name.label));
  await second.page.keyboard.type('Bo');
  await second.page.keyboard.press('Enter');
  await second.page.waitForURL('**/room/*');
  await expect(first.page.getByRole('banner')).toContainText(first.named(room.presence.here));
});

test('an invitation is drawn as a code that holds the link', async ({ deviceFor }) => {
  const first = await deviceFor(an);
  const link = await first.startRoom();
  const code = first.page.getByRole('img', { name: first.messages.room.invite.code });
  await expect(code).toBeVisible();
  const box = await code.boundingBox();
  expect(box?.width).toBeGreaterThanOrEqual(160);
  expect(box?.width).toBe(box?.height);
  const path = (await code.locator('path').getAttribute('d')) ?? '';
  const { modules } = create(link, { errorCorrectionLevel: 'M' });
  const dark = [...path.matchAll(/M(\d+) (\d+)h1v1h-1z/g)].map(
    ([, x, y]) => (Number(y) - 4) * modules.size + Number(x) - 4,
  );
  const wanted = [...modules.data.entries()].filter(([, dot]) => dot === 1).map(([at]) => at);
  expect(dark).toEqual(wanted);
});

test('the second phone is in within thirty seconds of the first visit', async ({
  deviceFor,
}, testInfo) => {
  const first = await deviceFor(an);
  const second = await deviceFor(bo);
  const start = performance.now();
  await second.acceptLink(await first.startRoom());
  for (const device of [first, second]) {
    await expect(device.library).toBeVisible();
  }
  const took = performance.now() - start;
  testInfo.annotations.push({ type: 'took', description: `${Math.round(took)} ms` });
  expect(took).toBeLessThan(30_000);
});
