import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { codeOf } from '#tests/support/app-codes.ts';
import { databaseBytes } from '#tests/support/database-bytes.ts';
import { Owner } from './account.ts';
import type { Device } from './device.ts';
import { furnish } from './furnish.ts';
import { Keyboard } from './keyboard.ts';
import { startPractice } from './practice.ts';
import { expect, test } from './test.ts';

const lena = { name: 'Lena', partner: 'Bo', language: 'nl' } as const;
const label = 'Koppel van de vaart';
const note = 'Zij lachte toen hij het teruggaf.';
const line = 'Begin met het kleinste ding.';

/** The text of the file that a press on this button brings. */
async function fileFrom(device: Device, name: string): Promise<string> {
  const downloading = device.page.waitForEvent('download');
  await device.button(name).click();
  return readFileSync(await (await downloading).path(), 'utf8');
}

test('a therapist finds her desk on another device, and the server can read none of it', async ({
  deviceFor,
  weerklank: { dataDir },
}) => {
  const device = await deviceFor(lena);
  const owner = new Owner(device, dataDir, 'brug@praktijk.be');
  const secret = await startPractice(owner);
  const { account, desk, signIn } = device.messages;
  await furnish(dataDir, owner, [{ label: '', watched: [3] }]);
  await owner.open('/desk');
  await device.page.getByRole('link', { name: desk.cases.unnamed, exact: true }).click();
  await device.button(desk.case.name).click();
  await owner.field(desk.case.label).fill(label);
  await device.button(desk.case.save).click();
  await expect(owner.title(label)).toBeVisible();
  await device.button(desk.notes.write).click();
  await owner.field(desk.notes.label).fill(note);
  await device.button(desk.notes.save).click();
  await expect(device.page.getByText(desk.notes.saved)).toBeVisible();
  await device.button(desk.homework.give).click();
  const dialog = device.page.getByRole('dialog');
  await dialog.getByRole('list').getByRole('button').first().click();
  await dialog.getByLabel(desk.homework.line).fill(line);
  await dialog.getByRole('button', { name: desk.homework.submit }).click();
  await expect(device.page.getByText(line)).toBeVisible();

  for (const bytes of Object.values(databaseBytes(join(dataDir, 'weerklank.db')))) {
    for (const secretWords of [label, note, line]) expect(bytes.includes(secretWords)).toBe(false);
  }

  const second = await deviceFor(lena);
  const away = new Owner(second, dataDir, owner.email);
  await away.signIn();
  await away.field(account.second.code).fill(codeOf(secret));
  await second.button(signIn.second.submit).click();
  await away.comesHome();
  await second.page.getByRole('link', { name: second.messages.home.desk }).click();
  await second.page.getByRole('link', { name: label, exact: true }).click();
  await expect(second.page.getByText(note)).toBeVisible();
  await expect(second.page.getByText(line)).toBeVisible();
});

test('her appointments go into a calendar without the couple, and her notes along as a file', async ({
  deviceFor,
  weerklank: { dataDir },
}) => {
  const device = await deviceFor(lena);
  const owner = new Owner(device, dataDir, 'agenda@praktijk.be');
  await startPractice(owner);
  const { desk, common } = device.messages;
  const notes = [{ session: 0, phase: 'Teruggeven', text: note }];
  await furnish(dataDir, owner, [{ label, watched: [3], appointments: [4], notes }]);
  await owner.open('/desk');
  await device.page.getByRole('link', { name: label, exact: true }).first().click();
  const [file = ''] = desk.appointments.fileOf.split('{when}');
  await device.page.getByRole('button', { name: file }).click();
  const without = await fileFrom(device, desk.appointments.download);
  expect(without).toContain('\r\nSUMMARY:Weerklank\r\n');
  expect(without).not.toContain('vaart');
  await device.page.getByRole('checkbox', { name: desk.appointments.withLabel }).check();
  const named = await fileFrom(device, desk.appointments.download);
  expect(named).toContain(`\r\nSUMMARY:Weerklank: ${label}\r\n`);
  expect(named).toMatch(/\r\nDTSTART:\d{8}T\d{6}Z\r\n/);
  await device.page.getByRole('dialog').getByRole('button', { name: common.close }).click();

  await device.page.getByRole('link', { name: desk.notes.take }).click();
  await expect(owner.title(desk.take.heading)).toBeFocused();
  expect(await fileFrom(device, desk.take.make)).toContain(`> ${note.replace('.', '\\.')}`);
  await device.page.getByRole('radio', { name: desk.take.json }).check();
  const json: unknown = JSON.parse(await fileFrom(device, desk.take.make));
  expect(json).toMatchObject({
    format: 'weerklank-notes',
    cases: [{ label, sessions: [{ notes: [{ phase: 'Teruggeven', text: note }] }] }],
  });
});

test('everything on the desk goes by keyboard', async ({ deviceFor, weerklank: { dataDir } }) => {
  const device = await deviceFor(lena);
  const owner = new Owner(device, dataDir, 'toetsen@praktijk.be');
  await startPractice(owner);
  const { desk, cues } = device.messages;
  const notes = [{ session: 0, phase: null, text: note }];
  await furnish(dataDir, owner, [{ label, watched: [3], appointments: [4], notes }]);
  await owner.open('/desk');
  const { page } = device;
  const keyboard = new Keyboard(page);
  await keyboard.use(page.getByRole('link', { name: label, exact: true }).first());
  await expect(owner.title(label)).toBeFocused();
  const [remove = ''] = desk.notes.removeThis.split('{when}');
  await keyboard.use(page.getByRole('button', { name: remove }));
  await expect(device.button(desk.notes.sure)).toBeFocused();
  await keyboard.press('Enter');
  await expect(page.getByText(desk.notes.removed)).toBeVisible();
  await expect(page.getByRole('heading', { name: desk.notes.heading })).toBeFocused();
  const [cancel = ''] = desk.appointments.cancelThis.split('{when}');
  await keyboard.use(page.getByRole('button', { name: cancel }));
  await keyboard.press('Enter');
  await expect(page.getByText(desk.appointments.cancelled, { exact: true })).toBeVisible();

  await owner.open('/desk#cues');
  const [up = ''] = desk.cues.up.split('{cue}');
  const first = cues['slow-down'];
  const second = cues['mirror-first'];
  await keyboard.use(device.button(up + second));
  await expect(device.button(up + second)).toBeFocused();
  await expect(page.getByRole('list', { name: desk.cues.listed })).toHaveText(
    new RegExp(`^${second}.*${first.replace('?', '\\?')}`, 's'),
  );
  await keyboard.use(device.button(desk.cues.save));
  await expect(page.getByText(desk.cues.saved)).toBeVisible();
  await page.reload();
  await expect(page.getByRole('listitem').first()).toContainText(second);
});
