import { join } from 'node:path';
import { parseInvitationFragment } from '#lib/vault/link.ts';
import { createDatabase } from '#prisma/client.ts';
import type { Device } from './device.ts';
import { expect, test } from './test.ts';

const an = { name: 'An', partner: 'Bo', language: 'nl' } as const;
const bo = { name: 'Bo', partner: 'An', language: 'nl' } as const;

/** Opens a link over this device's own cable, in a page that may have been anywhere before. */
async function open({ page, cable }: Device, link: string): Promise<void> {
  const { pathname, hash } = new URL(link);
  await page.goto('about:blank');
  await page.goto(cable.url + pathname + hash);
}

type Reason = 'used' | 'expired' | 'withdrawn' | 'unknown' | 'own' | 'missing';

/** Expects a plain word on why this link leads nowhere, and no way to go in. */
async function expectRefused(device: Device, reason: Reason): Promise<void> {
  const { join: texts } = device.messages;
  const { title, body } = texts[reason];
  await expect(device.page.getByRole('heading', { name: title })).toBeFocused();
  await expect(device.page.getByText(body, { exact: true })).toBeVisible();
  await expect(device.button(texts.open.enter)).toBeHidden();
}

test('a link that was used lets in nobody else', async ({ deviceFor }) => {
  const [first, second, third] = await Promise.all([deviceFor(an), deviceFor(bo), deviceFor(bo)]);
  const link = await first.startRoom();
  await open(third, link);
  await expect(third.button(third.messages.join.open.enter)).toBeVisible();
  await second.acceptLink(link);
  await third.page.getByLabel(third.messages.common.name.label).fill('Cas');
  await third.button(third.messages.join.open.enter).click();
  await expectRefused(third, 'used');
  await open(third, link);
  await expectRefused(third, 'used');
  await expect(first.library).toBeVisible();
});

test('a link that ran out says so', async ({ deviceFor, weerklank }) => {
  const first = await deviceFor(an);
  const second = await deviceFor(bo);
  const link = await first.startRoom();
  const parsed = parseInvitationFragment(new URL(link).hash);
  const id = parsed.ok ? parsed.value.invitationId : '';
  const db = await createDatabase({ file: join(weerklank.dataDir, 'weerklank.db') });
  await db.invitation.update({ where: { id }, data: { expiresAt: BigInt(Date.now() - 1) } });
  await db.$disconnect();
  await open(second, link);
  await expectRefused(second, 'expired');
});

test('a link that was withdrawn or replaced says so, and the new one works', async ({
  deviceFor,
}) => {
  const first = await deviceFor(an);
  const second = await deviceFor(bo);
  const { invite } = first.messages.room;
  const withdrawn = await first.startRoom();
  await first.button(invite.withdraw).click();
  await expect(first.page.getByLabel(invite.link)).toBeHidden();
  await open(second, withdrawn);
  await expectRefused(second, 'withdrawn');

  await first.button(invite.make).click();
  const shown = first.page.getByLabel(invite.link);
  const replaced = await shown.inputValue();
  await first.button(invite.makeNew).click();
  await expect(shown).not.toHaveValue(replaced);
  await open(second, replaced);
  await expectRefused(second, 'withdrawn');
  await second.acceptLink(await shown.inputValue());
  await expect(first.library).toBeVisible();
});

test('a link that lost a piece, was made up or came without its end says so', async ({
  deviceFor,
}) => {
  const first = await deviceFor(an);
  const second = await deviceFor(bo);
  const link = await first.startRoom();
  await open(second, link.slice(0, -3));
  await expectRefused(second, 'unknown');
  await open(second, link.replace(/[\w-]{43}$/, 'A'.repeat(43)));
  await expectRefused(second, 'unknown');
  await open(second, link.split('#')[0] ?? '');
  await expectRefused(second, 'missing');
  // As a chat program passes it on, pasted over an address that is open already.
  await second.acceptLink(`${link}.`);
  await expect(second.library).toBeVisible();
});

test('your own link tells you to pass it on, and stays good', async ({ deviceFor }) => {
  const first = await deviceFor(an);
  const second = await deviceFor(bo);
  const link = await first.startRoom();
  await open(first, link);
  await expectRefused(first, 'own');
  await second.acceptLink(link);
  await expect(second.library).toBeVisible();
});

test('the secret of a link leaves the address at once, and no request bears it', async ({
  deviceFor,
}) => {
  const first = await deviceFor(an);
  const second = await deviceFor(bo);
  const link = await first.startRoom();
  const secret = link.slice(-43);
  const asked: string[] = [];
  second.context.on('request', (request) => {
    asked.push(request.url(), JSON.stringify(request.headers()), request.postData() ?? '');
  });
  await open(second, link);
  await expect(second.button(second.messages.join.open.enter)).toBeVisible();
  expect(second.page.url()).toBe(`${second.cable.url}/join`);
  await second.page.getByLabel(second.messages.common.name.label).fill('Bo');
  await second.button(second.messages.join.open.enter).click();
  await second.page.waitForURL('**/room/*');
  await second.page.goBack();
  expect(second.page.url()).not.toContain(secret);
  expect(asked.length).toBeGreaterThan(10);
  expect(asked.filter((text) => text.includes(secret))).toEqual([]);
  await second.page.reload();
  await expectRefused(second, 'missing');
});
