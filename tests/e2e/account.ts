import { join } from 'node:path';
import * as v from 'valibot';
import { Email } from '#lib/account.ts';
import { accountByEmail } from '#prisma/accounts.ts';
import { createDatabase } from '#prisma/client.ts';
import { writeComing } from '#prisma/coming.ts';
import { makeTicket } from '#prisma/tickets.ts';
import type { Device } from './device.ts';
import { expect } from './expect.ts';

/** A password that nobody guesses. */
export const goodPassword = 'vier zwaluwen boven de vaart';

/** The path of a link for this address, as the command of whoever runs the server makes it. */
export async function linkFor(
  dataDir: string,
  purpose: 'create' | 'reset' | 'link',
  address: string,
): Promise<string> {
  const db = await createDatabase({ file: join(dataDir, 'weerklank.db') });
  const now = Date.now();
  const email = v.parse(Email, address);
  const account = await accountByEmail(db, email);
  const userId = account?.userId ?? null;
  const about = {
    create: { userId: null, detail: email, now },
    reset: { userId, detail: '', now },
    link: { userId, detail: writeComing({ way: 'email', stay: false }), now },
  };
  const secret = await makeTicket(db, purpose, about[purpose]);
  await db.$disconnect();
  const pages = {
    create: '/account/create#v1.',
    reset: '/account/reset#v1.',
    link: '/account/sign-in#v1.link.',
  };
  return `${pages[purpose]}${secret}`;
}

/** Somebody at the pages of an account. */
export class Owner {
  readonly device: Device;
  readonly dataDir: string;
  email: string;
  password = goodPassword;
  recoveryCode = '';

  constructor(device: Device, dataDir: string, email: string) {
    this.device = device;
    this.dataDir = dataDir;
    this.email = email;
  }

  /** Opens a page of this device's own address. */
  async open(path: string): Promise<void> {
    // A page that differs in its fragment alone would not be loaded anew.
    await this.device.page.goto('about:blank');
    await this.device.page.goto(this.device.cable.url + path);
  }

  title(name: string) {
    return this.device.page.getByRole('heading', { level: 1, name, exact: true });
  }

  field(name: string) {
    return this.device.page.getByLabel(name, { exact: true });
  }

  /** Opens the link to make an account, and chooses a password behind it. */
  async choosePassword(): Promise<void> {
    await this.startCreating();
    await this.fillPassword();
  }

  /** Opens the link to make an account, as far as the password. */
  async startCreating(): Promise<void> {
    const { newAccount } = this.device.messages;
    await this.open(await linkFor(this.dataDir, 'create', this.email));
    await expect(
      this.title(newAccount.password.heading).or(this.title(newAccount.elsewhere.heading)),
    ).toBeVisible();
    if (await this.title(newAccount.elsewhere.heading).isVisible()) {
      await this.device.button(newAccount.elsewhere.goOn).click();
    }
  }

  /** Chooses the password, and writes down the recovery code. */
  async fillPassword(): Promise<void> {
    const { account, newAccount } = this.device.messages;
    await this.field(account.password.new).fill(this.password);
    await this.device.button(newAccount.password.submit).click();
    await this.keepCode();
  }

  /** Writes down the recovery code that is shown, and goes on to where it is typed. */
  async keepCode(): Promise<void> {
    const { account } = this.device.messages;
    const shown = this.device.page.getByRole('img', { name: account.recovery.code });
    const label = (await shown.getAttribute('aria-label')) ?? '';
    this.recoveryCode = label.slice(label.indexOf(': ') + 2);
  }

  /** Types the recovery code that was kept, and says what it is for. */
  async typeCode(button: string): Promise<void> {
    const { recovery } = this.device.messages.account;
    await this.device.button(recovery.kept).click();
    await this.field(recovery.label).fill(this.recoveryCode);
    await this.device.button(button).click();
  }

  /** Makes an account, from the link to the first page after it. */
  async makeAccount(): Promise<void> {
    await this.choosePassword();
    await this.typeCode(this.device.messages.newAccount.code.submit);
    await this.comesHome();
  }

  /** Waits for the home page, as the door brings them to it. */
  async comesHome(): Promise<void> {
    await expect(this.title(this.device.messages.home.title)).toBeVisible();
  }

  /** Fills in the form to sign in and sends it. */
  async giveSignIn(email = this.email, password = this.password): Promise<void> {
    const { account, signIn } = this.device.messages;
    await this.field(account.email.label).fill(email);
    await this.field(account.password.label).fill(password);
    await this.device.button(signIn.submit).click();
  }

  /** Signs in from the home page's link, as far as the door. */
  async signIn(): Promise<void> {
    await this.open('/account/sign-in');
    await this.giveSignIn();
  }

  /** Opens the page of the account. */
  async openAccount(): Promise<void> {
    await this.open('/account');
    await expect(this.title(this.device.messages.account.title)).toBeVisible();
    await expect(this.device.page.getByText(this.email)).toBeVisible();
  }
}
