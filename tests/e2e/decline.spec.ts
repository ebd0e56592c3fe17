import { askedKey } from '#lib/care/asked.ts';
import { dayAgo } from './asked.ts';
import { allNo, Check, giveName, openLink } from './check.ts';
import type { Device } from './device.ts';
import { expect, test } from './test.ts';
import { framesOf, withoutIds } from './traffic.ts';

const an = { name: 'An', partner: 'Bo', language: 'nl' } as const;
const bo = { name: 'Bo', partner: 'An', language: 'nl' } as const;

/** Why somebody is not there: what that one did meanwhile, up to where it ended. */
const causes: Record<string, (device: Device, arrive: () => Promise<void>) => Promise<void>> = {
  'never came': async () => {},
  'closed the tab halfway the check': async (device, arrive) => {
    await arrive();
    const check = new Check(device);
    await check.expectIntro();
    await check.begin();
    await check.answer(0, 'no');
    await device.page.close();
  },
  'answered yes': async (device, arrive) => {
    await arrive();
    const check = new Check(device);
    await check.answerAll(['yes', 'yes', 'yes', 'yes']);
    await check.expectTitle(device.messages.care.help.title);
    await device.page.waitForLoadState('networkidle');
  },
};

/** All that a partner can read off the screen: words, title and address. */
async function screenOf({ page }: Device): Promise<string> {
  const text = await page.locator('body').innerText();
  return withoutIds([text, await page.title(), new URL(page.url()).pathname].join('\n'));
}

test('a partner is told and shown the same whether the other never came, left halfway or answered yes', async ({
  deviceFor,
}) => {
  test.setTimeout(240_000);
  const told: Record<string, unknown> = {};
  for (const [cause, happen] of Object.entries(causes)) {
    const first = await deviceFor(an);
    const second = await deviceFor({ ...bo, asked: false });
    const { room } = first.messages;
    const frames = framesOf(first.page);
    const link = await first.startRoom();
    await expect(first.page.getByText(room.absence.notYet)).toBeVisible();
    await happen(second, async () => {
      await openLink(second, link);
      await giveName(second, second.messages.join.open.enter);
    });
    const screen = await screenOf(first);
    // What the server says next comes behind all that it had to say before.
    await first.button(room.invite.withdraw).click();
    await expect(first.button(room.invite.make)).toBeVisible();
    told[cause] = { screen, frames };
  }
  const same = told['never came'];
  expect(told).toEqual(Object.fromEntries(Object.keys(causes).map((cause) => [cause, same])));
});

test('a month later it is the same again, in a room that both know', async ({ deviceFor }) => {
  test.setTimeout(240_000);
  const told: Record<string, unknown> = {};
  for (const [cause, happen] of Object.entries(causes)) {
    const first = await deviceFor(an);
    const second = await deviceFor(bo);
    const { room } = first.messages;
    const frames = framesOf(first.page);
    await second.acceptLink(await first.startRoom());
    await expect(second.library).toBeVisible();
    await second.page.evaluate(
      ([key, day]) => localStorage.setItem(`${key}`, `${day}`),
      [askedKey, dayAgo(31)],
    );
    const address = second.page.url();
    await second.page.goto('about:blank');
    await expect(first.page.getByText(first.named(room.absence.away))).toBeVisible();
    const from = frames.length;
    await happen(second, async () => {
      await second.page.goto(address);
    });
    const screen = await screenOf(first);
    await first.button(first.named(room.again.open)).click();
    const dialog = first.page.getByRole('dialog');
    await dialog.getByRole('button', { name: room.invite.make }).click();
    await expect(dialog.getByLabel(room.invite.link)).toBeVisible();
    told[cause] = { screen, frames: frames.slice(from) };
  }
  const same = told['never came'];
  expect(told).toEqual(Object.fromEntries(Object.keys(causes).map((cause) => [cause, same])));
});

test('a partner does hear and see it when the other comes in after the check', async ({
  deviceFor,
}) => {
  const first = await deviceFor(an);
  const second = await deviceFor({ ...bo, asked: false });
  const { room, join } = first.messages;
  const frames = framesOf(first.page);
  await openLink(second, await first.startRoom());
  await giveName(second, join.open.enter);
  const check = new Check(second);
  await check.expectIntro();
  const [before, screen] = [frames.length, await screenOf(first)];
  await check.answerAll(allNo);
  await expect(first.page.getByRole('banner')).toContainText(first.named(room.presence.here));
  expect(frames.length).toBeGreaterThan(before);
  expect(await screenOf(first)).not.toBe(screen);
});
