import { join } from 'node:path';
import { generateSync } from 'otplib';
import { createDatabase } from '#prisma/client.ts';
import { Owner } from './account.ts';
import type { Device } from './device.ts';
import { expect } from './expect.ts';

/** A therapist at a screen of her own, with an account and a second factor. */
export class Therapist {
  readonly device: Device;
  readonly owner: Owner;

  constructor(device: Device, dataDir: string) {
    this.device = device;
    this.owner = new Owner(device, dataDir, `${device.name.toLowerCase()}@praktijk.be`);
  }

  /** Makes her account, with codes from an app, and says who she is. */
  async makeAccount(role: string): Promise<void> {
    const { device, owner } = this;
    const { account, newAccount } = device.messages;
    await owner.startCreating();
    await device.page.getByRole('checkbox', { name: newAccount.password.therapist }).check();
    await owner.fillPassword();
    await owner.typeCode(newAccount.code.submit);
    await device.button(account.factor.setUp).click();
    const dialog = device.page.getByRole('dialog');
    const secret = (await dialog.locator('code').innerText()).replace(/\s/g, '');
    await owner.field(account.second.code).fill(generateSync({ secret }));
    await device.button(account.factor.confirm).click();
    await device.button(account.backup.done).click();
    await expect(device.page.getByText(account.factor.on)).toBeVisible();
    const db = await createDatabase({ file: join(owner.dataDir, 'weerklank.db') });
    const said = { name: device.name, statedRole: role };
    await db.account.update({ where: { email: owner.email }, data: said });
    await db.$disconnect();
  }

  /** Opens the link of a couple, and knocks for a purpose. */
  async knock(link: string, purpose: string): Promise<void> {
    const { observe } = this.device.messages;
    const { pathname, hash } = new URL(link);
    await this.owner.open(pathname + hash);
    await this.device.page.waitForURL('**/observe/*');
    await this.owner.field(observe.knock.purpose).fill(purpose);
    await this.device.button(observe.knock.submit).click();
    await expect(this.device.page.getByText(observe.waiting.text)).toBeVisible();
  }
}
