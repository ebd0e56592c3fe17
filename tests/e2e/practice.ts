import { codeOf } from '#tests/support/app-codes.ts';
import type { Owner } from './account.ts';
import { expect } from './expect.ts';

/**
 * Makes an account for a therapist, with codes from an app, without which a therapist comes no further.
 * @returns the secret in the app.
 */
export async function startPractice(owner: Owner): Promise<string> {
  const { device } = owner;
  const { account, newAccount } = device.messages;
  await owner.startCreating();
  await device.page.getByLabel(newAccount.password.therapist).check();
  await owner.fillPassword();
  await owner.typeCode(newAccount.code.submit);
  await expect(owner.title(account.unproved.heading)).toBeVisible();
  await device.button(account.factor.setUp).click();
  const shown = await device.page.getByRole('dialog').locator('code').innerText();
  const secret = shown.replace(/\s/g, '');
  await owner.field(account.second.code).fill(codeOf(secret, -1));
  await device.button(account.factor.confirm).click();
  await device.button(account.backup.done).click();
  await expect(device.page.getByText(account.factor.on)).toBeVisible();
  return secret;
}
