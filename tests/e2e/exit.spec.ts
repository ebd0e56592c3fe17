import type { Page } from 'playwright/test';
import { refuges } from '#lib/care/refuge.ts';
import { begin } from './begin.ts';
import { Check, giveName } from './check.ts';
import type { Device } from './device.ts';
import { replayKept } from './replaying.ts';
import { talks } from './talk.ts';
import { expect, test } from './test.ts';

const an = { name: 'An', partner: 'Bo', language: 'nl' } as const;
const refuge = refuges.nl;

const exitOf = ({ page, messages }: Device) =>
  page.getByRole('link', { name: messages.common.exit.label });

/** Stands in for the site that the exit leads to, which is not on this machine. */
async function openRefuge({ page }: Device, until: Promise<void> = Promise.resolve()) {
  await page.route(refuge.url, async (route) => {
    await until;
    await route.fulfill({ contentType: 'text/html', body: '<h1>Encyclopedie</h1>' });
  });
}

const pressShift = async (page: Page) => {
  for (let press = 0; press < 3; press += 1) await page.keyboard.press('Shift');
};

/** Leaves by the link or by the keys, and expects to be elsewhere with this page out of the history. */
async function expectExit(device: Device, leave: () => Promise<void>): Promise<void> {
  const { page } = device;
  const steps = await page.evaluate(() => history.length);
  await leave();
  await page.waitForURL(refuge.url);
  expect(await page.evaluate(() => history.length)).toBe(steps);
}

test('the quick exit leads off every page, by its link and by three presses of Shift', async ({
  deviceFor,
  coupleIn,
}) => {
  test.setTimeout(240_000);
  const device = await deviceFor({ ...an, asked: false });
  const { page, cable } = device;
  await openRefuge(device);
  const places: Record<string, () => Promise<void>> = {
    home: async () => {
      await page.goto(cable.url);
    },
    help: async () => {
      await page.goto(`${cable.url}/help`);
    },
    join: async () => {
      await page.goto(`${cable.url}/join`);
    },
    'a page that is not there': async () => {
      await page.goto(`${cable.url}/nergens`);
    },
    'the safety check': async () => {
      await page.goto(cable.url);
      await giveName(device, device.messages.home.start);
      await new Check(device).expectIntro();
    },
    'the help after a yes': async () => {
      await page.goto(cable.url);
      await giveName(device, device.messages.home.start);
      await new Check(device).answerAll(['yes', 'yes', 'yes', 'yes']);
    },
  };
  for (const [name, arrive] of Object.entries(places)) {
    await test.step(name, async () => {
      await arrive();
      await expectExit(device, () => exitOf(device).click());
      await arrive();
      await expect(exitOf(device)).toBeVisible();
      await page.waitForLoadState('networkidle');
      await expectExit(device, () => pressShift(page));
    });
  }

  const couple = await coupleIn('nl');
  const { room, hold } = couple.an.messages;
  await openRefuge(couple.an);
  const address = couple.an.page.url();
  const back = () => couple.an.page.goto(address);
  await test.step('a room', async () => {
    await expect(couple.an.library).toBeVisible();
    await expectExit(couple.an, () => exitOf(couple.an).click());
    await expect(couple.bo.page.getByRole('banner')).toContainText(
      couple.bo.named(room.presence.away),
    );
  });
  await test.step('a turn, and a dialog over it', async () => {
    await back();
    await begin(couple.an, couple.bo, 'written');
    await couple.an.composer.fill('Ik wil het hebben over onze avonden.');
    await expectExit(couple.an, () => pressShift(couple.an.page));
    await back();
    await couple.an.page.getByRole('banner').getByRole('button').click();
    const dialog = couple.an.page.getByRole('dialog', { name: hold.menu.heading });
    await expectExit(couple.an, () => exitOf(couple.an).and(dialog.getByRole('link')).click());
  });
});

test('the quick exit leads out of a replay', async ({ coupleIn }) => {
  const couple = await coupleIn('nl');
  await openRefuge(couple.an);
  await replayKept(couple, talks.nl.slice(0, 1));
  await expectExit(couple.an, () => exitOf(couple.an).click());
});

test('the screen is empty at once, however slow the network is', async ({ deviceFor }) => {
  const device = await deviceFor(an);
  const { page, cable } = device;
  let answer = () => {};
  await openRefuge(device, new Promise<void>((resolve) => (answer = resolve)));
  await page.goto(cable.url);
  await page.waitForLoadState('networkidle');
  let tell = (_title: string) => {};
  const emptied = new Promise<string>((resolve) => (tell = resolve));
  await page.exposeFunction('emptied', (title: string) => tell(title));
  await page.evaluate(() => {
    const tell = () => document.body ?? Reflect.get(window, 'emptied')(document.title);
    new MutationObserver(tell).observe(document.documentElement, { childList: true });
  });
  await pressShift(page);
  expect(await emptied).toBe(refuge.name);
  answer();
  await page.waitForURL(refuge.url);
});

test('writing with capitals does not lead away', async ({ deviceFor }) => {
  const device = await deviceFor(an);
  const field = device.page.getByLabel(device.messages.common.name.label);
  await device.page.goto(device.cable.url);
  await field.focus();
  for (const letter of ['A', 'N', 'N', 'A']) await device.page.keyboard.press(`Shift+${letter}`);
  await expect(field).toHaveValue('ANNA');
  expect(new URL(device.page.url()).origin).toBe(device.cable.url);
});

test('the quick exit is the first stop of the keyboard, and says what it does', async ({
  deviceFor,
}) => {
  const device = await deviceFor(an);
  const { exit } = device.messages.common;
  await device.page.goto(device.cable.url);
  await device.page.keyboard.press('Tab');
  await expect(exitOf(device)).toBeFocused();
  await expect(exitOf(device)).toHaveAccessibleDescription(
    exit.about.replace('{place}', refuge.name),
  );
});

test('the quick exit works without scripts', async ({ deviceFor }) => {
  const device = await deviceFor(an, { javaScriptEnabled: false });
  await openRefuge(device);
  await device.page.goto(`${device.cable.url}/help`);
  await exitOf(device).click();
  await device.page.waitForURL(refuge.url);
});

test('the quick exit lies over nothing on a phone, and is not printed', async ({ coupleIn }) => {
  const couple = await coupleIn('nl');
  const { page } = couple.an;
  const strip = page.getByRole('navigation', { name: couple.an.messages.common.exit.label });
  const header = page.getByRole('banner');
  const edges = async () => {
    const [above, below] = [await strip.boundingBox(), await header.boundingBox()];
    return { bottom: (above?.y ?? 0) + (above?.height ?? 0), top: below?.y ?? -1 };
  };
  await begin(couple.an, couple.bo, 'written');
  await expect(couple.an.composer).toBeVisible();
  for (const viewport of [
    { width: 390, height: 844 },
    // With a keyboard on the screen.
    { width: 390, height: 480 },
  ]) {
    await page.setViewportSize(viewport);
    for (const to of [0, 10_000]) {
      await page.evaluate((top) => scrollTo(0, top), to);
      const { bottom, top } = await edges();
      expect(top).toBeGreaterThanOrEqual(bottom);
      await expect(strip).toBeInViewport({ ratio: 1 });
    }
    await couple.an.composer.focus();
    await expect(couple.an.composer).toBeInViewport({ ratio: 1 });
  }
  await page.emulateMedia({ media: 'print' });
  await expect(strip).toBeHidden();
});
