import { Owner } from './account.ts';
import { couplesIn, words } from './desk-words.ts';
import { expect } from './expect.ts';
import { furnish, knockingAt } from './furnish.ts';
import { startPractice } from './practice.ts';
import { forgetKeys, type Tour } from './tour.ts';

/** The desk of a therapist: empty, shut, full, and every place on it. */
export async function tourDesk(tour: Tour): Promise<void> {
  const { visit, language, dataDir, deviceFor } = tour;
  const device = await deviceFor({ name: 'Lena', partner: 'Bo', language });
  const owner = new Owner(device, dataDir, `lena.${language}@praktijk.be`);
  const { page } = device;
  const { desk, account, home, common } = device.messages;
  await startPractice(owner);
  await owner.open('/');
  await expect(page.getByRole('link', { name: home.desk })).toBeVisible();
  await visit('home-of-a-therapist', device);
  await owner.openAccount();
  await expect(page.getByRole('link', { name: account.desk.open })).toBeVisible();
  await visit('account-of-a-therapist', device);

  await owner.open('/desk');
  await expect(page.getByText(desk.cases.none)).toBeVisible();
  await visit('desk-empty', device);
  await page.getByRole('link', { name: desk.welcome.go }).click();
  await owner.field(desk.profile.name).fill('Lena Smets');
  await device.button(desk.profile.save).click();
  await expect(page.getByText(desk.profile.roleFault)).toBeVisible();
  await visit('desk-profile-fault', device);
  await owner.field(desk.profile.role).fill(words[language].role);
  await device.button(desk.profile.save).click();
  await expect(page.getByText(desk.profile.saved)).toBeVisible();
  await visit('desk-profile', device);

  await furnish(dataDir, owner, couplesIn(language));
  await knockingAt(dataDir, owner.email);
  await forgetKeys(device);
  await owner.open('/desk');
  await expect(owner.title(desk.lock.heading)).toBeVisible();
  await visit('desk-locked', device);
  await owner.field(account.password.label).fill('iets helemaal anders');
  await device.button(desk.lock.submit).click();
  await expect(page.getByText(desk.lock.wrong)).toBeVisible();
  await visit('desk-locked-wrong', device);
  await owner.field(account.password.label).fill(owner.password);
  await device.button(desk.lock.submit).click();
  await expect(owner.title(desk.title)).toBeVisible();
  await expect(page.getByRole('link', { name: 'L & M' }).first()).toBeVisible();
  await visit('desk', device);

  await tourCase(tour, owner);

  await page.getByRole('link', { name: desk.back }).click();
  await page.getByRole('link', { name: desk.tools.cues }).click();
  await expect(owner.title(desk.cues.heading)).toBeVisible();
  await visit('desk-cues', device);
  const own = words[language].cue;
  await owner.field(desk.cues.own).fill(own);
  await device.button(desk.cues.add).click();
  await device.button(desk.cues.up.replace('{cue}', own)).click();
  await expect(page.getByText(desk.cues.unsaved)).toBeVisible();
  await visit('desk-cues-changed', device);
  await device.button(desk.cues.edit.replace('{cue}', own)).click();
  await visit('desk-cues-edit', device);
  await device.button(desk.notNow).click();
  await device.button(desk.cues.save).click();
  await expect(page.getByText(desk.cues.saved)).toBeVisible();
  await page.getByRole('link', { name: desk.back }).click();
  await page.getByRole('link', { name: desk.tools.take }).click();
  await visit('desk-take', device);

  device.cable.cut();
  await page.reload().catch(() => undefined);
  device.cable.mend();
  await page.route('**/api/desk', (route) => route.abort());
  await owner.open('/desk');
  await expect(device.button(common.retry)).toBeVisible();
  await visit('desk-no-answer', device);
  await page.unroute('**/api/desk');
  await device.button(common.retry).click();
  await expect(page.getByRole('link', { name: words[language].day }).first()).toBeVisible();
}

async function tourCase({ visit, language }: Tour, owner: Owner): Promise<void> {
  const { device } = owner;
  const { page } = device;
  const { desk, common } = device.messages;
  const dialog = page.getByRole('dialog');
  const { day, line, another, note } = words[language];
  await page.getByRole('link', { name: day }).first().click();
  await expect(owner.title(day)).toBeFocused();
  await expect(page.getByText(line)).toBeVisible();
  await visit('desk-case', device);
  await device.button(desk.case.rename).click();
  await visit('desk-case-rename', device);
  await device.button(desk.notNow).click();

  await device.button(desk.appointments.make).click();
  await device.button(desk.appointments.submit).click();
  await expect(page.getByText(desk.appointments.noDate)).toBeVisible();
  await visit('desk-appointment-fault', device);
  await owner.field(desk.appointments.date).fill('2030-01-02');
  await owner.field(desk.appointments.time).fill('09:15');
  await device.button(desk.appointments.submit).click();
  await expect(page.getByText(desk.appointments.far)).toBeVisible();
  const soon = new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10);
  await owner.field(desk.appointments.date).fill(soon);
  await device.button(desk.appointments.submit).click();
  await expect(page.getByText(desk.appointments.made)).toBeVisible();
  await visit('desk-appointment-made', device);
  const [file = ''] = desk.appointments.fileOf.split('{when}');
  await page.getByRole('button', { name: file }).first().click();
  await dialog.getByRole('checkbox').check();
  await visit('desk-calendar', device);
  await dialog.getByRole('button', { name: common.close }).click();
  const [cancel = ''] = desk.appointments.cancelThis.split('{when}');
  await page.getByRole('button', { name: cancel }).first().click();
  await expect(device.button(desk.appointments.sure)).toBeFocused();
  await device.button(desk.appointments.sure).click();
  await expect(page.getByText(desk.appointments.done)).toBeVisible();
  await visit('desk-appointment-cancelled', device);

  await device.button(desk.homework.give).click();
  await visit('desk-give', device);
  await dialog.getByRole('list').getByRole('button').first().click();
  await dialog.getByLabel(desk.homework.line).fill(another);
  await visit('desk-give-line', device);
  await dialog.getByRole('button', { name: desk.homework.submit }).click();
  await expect(page.getByText(desk.homework.given)).toBeVisible();
  await expect(page.getByText(another)).toBeVisible();

  await device.button(desk.notes.write).click();
  await owner.field(desk.notes.label).fill(note);
  await visit('desk-note', device);
  await device.button(desk.notes.save).click();
  await expect(page.getByText(desk.notes.saved)).toBeVisible();
  const [edit = ''] = desk.notes.editThis.split('{when}');
  await page.getByRole('button', { name: edit }).first().click();
  await visit('desk-note-edit', device);
  await device.button(desk.notNow).click();

  await page.getByRole('link', { name: desk.back }).click();
  await page.getByRole('link', { name: 'L & M' }).first().click();
  await device.button(desk.homework.give).click();
  await dialog.getByRole('list').getByRole('button').first().click();
  await expect(dialog.getByText(desk.homework.noKey)).toBeVisible();
  await visit('desk-give-without-key', device);
  await dialog.getByRole('button', { name: common.close }).click();
  await device.button(desk.end.open).click();
  await visit('desk-end', device);
  await device.button(desk.end.sure).click();
  await expect(owner.title('L & M')).toBeFocused();
  await visit('desk-case-over', device);
}
