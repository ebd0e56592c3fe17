import { askedKey } from '#lib/care/asked.ts';
import type { Answer } from '#lib/care/check.ts';
import { dayAgo } from './asked.ts';
import { violationsOn } from './axe.ts';
import { allNo, Check, giveName, openLink } from './check.ts';
import type { Device } from './device.ts';
import { Keyboard } from './keyboard.ts';
import { expect, test } from './test.ts';
import { traceOf, trafficOf } from './traffic.ts';

const an = { name: 'An', partner: 'Bo', language: 'nl' } as const;
const bo = { name: 'Bo', partner: 'An', language: 'nl' } as const;

const heading = ({ page }: Device, name: string) => page.getByRole('heading', { name, level: 1 });
const stored = ({ page }: Device) => page.evaluate(() => ({ ...localStorage }));
const sendsAnything = (line: string) => /^(?:POST|SOCKET|SENT) |\/api\//.test(line);

/** Lets a device that has a seat be asked again, as after a month. */
async function letAMonthPass({ page }: Device): Promise<void> {
  await page.evaluate(
    ([key, day]) => localStorage.setItem(`${key}`, `${day}`),
    [askedKey, dayAgo(30)],
  );
}

test('the safety check comes before a room is started, and nothing is sent before it is behind', async ({
  deviceFor,
}) => {
  const device = await deviceFor({ ...an, asked: false });
  const check = new Check(device);
  await device.page.goto(device.cable.url);
  const traffic = trafficOf(device.page);
  await giveName(device, device.messages.home.start);
  await check.expectIntro();
  expect(traffic.filter(sendsAnything)).toEqual([]);
  await check.answerAll(allNo);
  await device.page.waitForURL('**/room/*');
  await expect(device.button(device.messages.room.invite.make)).toBeVisible();
  expect(await stored(device)).toEqual({ [askedKey]: dayAgo(0) });
});

test('the safety check comes before an invitation is redeemed', async ({ deviceFor }) => {
  const first = await deviceFor(an);
  const second = await deviceFor({ ...bo, asked: false });
  const check = new Check(second);
  await openLink(second, await first.startRoom());
  await expect(heading(second, second.messages.join.open.title)).toBeFocused();
  const traffic = trafficOf(second.page);
  await giveName(second, second.messages.join.open.enter);
  await check.expectIntro();
  expect(traffic.filter(sendsAnything)).toEqual([]);
  await check.answerAll(allNo);
  await second.page.waitForURL('**/room/*');
  await expect(second.library).toBeVisible();
});

test('after a month the safety check comes again, before a room connects', async ({ coupleIn }) => {
  const { bo } = await coupleIn('nl');
  // Otherwise what this page still sends would be taken for what the next one does.
  await expect(bo.library).toBeVisible();
  await letAMonthPass(bo);
  const traffic = trafficOf(bo.page);
  await bo.page.reload();
  const check = new Check(bo);
  await check.expectIntro();
  expect(traffic.filter(sendsAnything)).toEqual([]);
  await check.answerAll(allNo);
  await expect(bo.library).toBeVisible();
  expect(await stored(bo)).toEqual({ [askedKey]: dayAgo(0) });
  await bo.page.reload();
  await expect(bo.library).toBeVisible();
});

test('every answer takes the same number of the same steps', async ({ deviceFor }) => {
  const device = await deviceFor({ ...an, asked: false });
  const check = new Check(device);
  const { care } = device.messages;
  const ends: readonly (readonly [readonly Answer[], string])[] = [
    [['yes', 'yes', 'yes', 'yes'], care.help.title],
    [['yes', 'no', 'no', 'no'], care.help.title],
    [['no', 'no', 'no', 'yes'], care.help.title],
    [['unsaid', 'no', 'unsaid', 'yes'], care.help.title],
    [['unsaid', 'no', 'no', 'no'], care.unsaid.title],
    [['no', 'no', 'no', 'unsaid'], care.unsaid.title],
  ];
  for (const [answers, end] of ends) {
    await device.page.goto(device.cable.url);
    await giveName(device, device.messages.home.start);
    // Each of the four questions is expected on the way, in its place.
    await check.answerAll(answers);
    await check.expectTitle(end);
  }
});

test('who would rather not say is shown where to turn, and decides alone whether to go on', async ({
  deviceFor,
}) => {
  const device = await deviceFor({ ...an, asked: false });
  const check = new Check(device);
  const { care, home } = device.messages;
  await device.page.goto(device.cable.url);
  await giveName(device, home.start);
  await check.answerAll(['no', 'unsaid', 'no', 'no']);
  await check.expectTitle(care.unsaid.title);
  await expect(device.main.getByRole('link', { name: '1712', exact: true })).toBeVisible();
  await expect(device.main.getByRole('link', { name: '106', exact: true })).toBeVisible();
  expect(await stored(device)).toEqual({});
  await device.button(care.unsaid.goOn).click();
  await device.page.waitForURL('**/room/*');
  expect(await stored(device)).toEqual({ [askedKey]: dayAgo(0) });
});

test('“not now” leads home and leaves nothing behind, and the check comes again', async ({
  deviceFor,
}) => {
  const first = await deviceFor(an);
  const second = await deviceFor({ ...bo, asked: false });
  const check = new Check(second);
  const { care, join } = second.messages;
  const link = await first.startRoom();
  await openLink(second, link);
  const steps = await second.page.evaluate(() => history.length);
  await giveName(second, join.open.enter);
  await check.expectIntro();
  await check.begin();
  await check.answer(0, 'yes');
  await second.button(care.notNow).click();
  await second.page.waitForURL(`${second.cable.url}/`);
  expect(await stored(second)).toEqual({});
  expect(await second.page.evaluate(() => history.length)).toBe(steps);
  await openLink(second, link);
  await giveName(second, join.open.enter);
  await check.expectIntro();
});

test.describe('a yes', () => {
  /** Every door, up to the first page of the check. */
  const doors = {
    'before a room is started': async (device: Device) => {
      await device.page.goto(device.cable.url);
      await giveName(device, device.messages.home.start);
    },
    'before an invitation is redeemed': async (device: Device, link: string) => {
      await openLink(device, link);
      await giveName(device, device.messages.join.open.enter);
    },
    'before a room connects': async (device: Device, link: string) => {
      await device.page.goto(`${device.cable.url}/`);
      await device.page.evaluate(
        ([key, day]) => localStorage.setItem(`${key}`, `${day}`),
        [askedKey, dayAgo(0)],
      );
      await device.acceptLink(link);
      await letAMonthPass(device);
      await device.page.reload();
    },
  };

  for (const [name, arrive] of Object.entries(doors)) {
    test(`${name} asks the network for nothing and leaves nothing on the device`, async ({
      deviceFor,
    }) => {
      const first = await deviceFor(an);
      const device = await deviceFor({ ...bo, asked: false });
      const check = new Check(device);
      const { care } = device.messages;
      await arrive(device, await first.startRoom());
      await check.expectIntro();
      await device.page.waitForLoadState('networkidle');
      const before = await traceOf(device.page);
      const traffic = trafficOf(device.page);
      await check.answerAll(['no', 'yes', 'unsaid', 'no']);
      await check.expectTitle(care.help.title);
      const lines = device.main.getByRole('link', { name: /^[\d -]+$/ });
      await expect(lines).toHaveText([
        '112',
        '101',
        '1712',
        '106',
        '0800 30 030',
        '107',
        '0800-2000',
      ]);
      for (const more of await device.main.getByText(care.lines.about).all()) await more.click();
      await expect(device.page.getByText(care.help.partner)).toBeVisible();
      await device.page.waitForLoadState('networkidle');
      expect(traffic).toEqual([]);
      expect(await traceOf(device.page)).toEqual(before);
    });
  }

  test('cannot be found back afterwards', async ({ deviceFor }) => {
    const device = await deviceFor({ ...an, asked: false });
    const check = new Check(device);
    const { care, home } = device.messages;
    await device.page.goto(device.cable.url);
    await giveName(device, home.start);
    await check.answerAll(['yes', 'no', 'no', 'no']);
    await check.expectTitle(care.help.title);
    await device.page.getByRole('link', { name: care.help.more }).click();
    await device.page.waitForURL('**/help');
    await device.page.goBack();
    await expect(device.page.getByRole('heading', { level: 1 }).first()).toBeVisible();
    await expect(heading(device, care.help.title)).toBeHidden();

    await device.page.goto(device.cable.url);
    await giveName(device, home.start);
    await check.answerAll(['yes', 'no', 'no', 'no']);
    await check.expectTitle(care.help.title);
    // What a browser says before it puts a page away whole, to bring it back with its Back button.
    await device.page.evaluate(() =>
      dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true })),
    );
    await check.expectIntro();
  });

  test('does not shut the door for ever: the check comes again as if it never came', async ({
    deviceFor,
  }) => {
    const device = await deviceFor({ ...an, asked: false });
    const check = new Check(device);
    const { care, home, common } = device.messages;
    await device.page.goto(device.cable.url);
    await giveName(device, home.start);
    await check.answerAll(['yes', 'no', 'no', 'no']);
    await check.expectTitle(care.help.title);
    await device.button(common.toStart).click();
    await expect(device.page.getByLabel(common.name.label)).toHaveValue('');
    await giveName(device, home.start);
    await check.answerAll(allNo);
    await device.page.waitForURL('**/room/*');
  });
});

test('an answer can be taken back, and a double click answers one question only', async ({
  deviceFor,
}) => {
  const device = await deviceFor({ ...an, asked: false });
  const check = new Check(device);
  const { care, home } = device.messages;
  await device.page.goto(device.cable.url);
  await giveName(device, home.start);
  await check.expectIntro();
  await check.begin();
  await check.answer(0, 'yes');
  await device.button(care.back).click();
  await check.expectTitle(care.question.fear);
  await device.button(care.answer.no).click();
  await check.expectTitle(care.question.injury);
  // The second half of a double click, which comes when the next question already stands.
  await device.button(care.answer.no).hover();
  await device.page.mouse.down({ clickCount: 2 });
  await device.page.mouse.up({ clickCount: 2 });
  await expect(heading(device, care.question.injury)).toBeVisible();
  for (const _ of [1, 2, 3]) await device.button(care.answer.no).click();
  await device.page.waitForURL('**/room/*');
});

test('without a network the room says so, and asks nothing', async ({ deviceFor }) => {
  const device = await deviceFor({ ...an, asked: false });
  const { home, common } = device.messages;
  await device.page.goto(device.cable.url);
  await device.page.waitForLoadState('networkidle');
  device.cable.cut();
  await giveName(device, home.start);
  await expect(device.page.getByText(common.trouble.answer)).toBeVisible();
});

test('the check is done with a keyboard alone, and nothing in it is hard to use', async ({
  deviceFor,
}) => {
  const device = await deviceFor({ ...an, asked: false });
  const check = new Check(device);
  const keys = new Keyboard(device.page);
  const { care, common } = device.messages;
  await device.page.goto(device.cable.url);
  await keys.tabTo(device.page.getByLabel(common.name.label));
  await keys.type('An');
  await keys.press('Enter');
  await check.expectIntro();
  expect(await violationsOn(device.page)).toEqual([]);
  await keys.use(device.button(care.intro.begin));
  for (const answer of ['no', 'no', 'no', 'unsaid'] as const) {
    expect(await violationsOn(device.page)).toEqual([]);
    await keys.use(device.button(care.answer[answer]));
  }
  await check.expectTitle(care.unsaid.title);
  await keys.use(device.button(care.unsaid.goOn));
  await device.page.waitForURL('**/room/*');
  await keys.tabTo(device.button(device.messages.room.invite.make));
});
