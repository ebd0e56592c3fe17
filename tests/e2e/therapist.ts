import { join } from 'node:path';
import type { Locator } from 'playwright/test';
import { createDatabase } from '#prisma/client.ts';
import { codeOf, nextStep } from '#tests/support/app-codes.ts';
import { Owner } from './account.ts';
import type { Device } from './device.ts';
import { expect } from './expect.ts';
import { startPractice } from './practice.ts';

/** A therapist at a screen of her own, with an account and a second factor. */
export class Therapist {
  readonly device: Device;
  readonly owner: Owner;

  constructor(device: Device, dataDir: string) {
    this.device = device;
    this.owner = new Owner(device, dataDir, `${device.name.toLowerCase()}@praktijk.be`);
  }

  /** Makes her account, with codes from an app, and says who she is; the answer is the secret of the app. */
  async makeAccount(role: string): Promise<string> {
    const { device, owner } = this;
    const secret = await startPractice(owner);
    const db = await createDatabase({ file: join(owner.dataDir, 'weerklank.db') });
    const said = { name: device.name, statedRole: role };
    await db.account.update({ where: { email: owner.email }, data: said });
    await db.$disconnect();
    return secret;
  }

  /** Signs in with the password and a code from the app. */
  async signIn(appSecret: string): Promise<void> {
    const { device, owner } = this;
    const { account, signIn } = device.messages;
    const db = await createDatabase({ file: join(owner.dataDir, 'weerklank.db') });
    const { userId } = await db.account.findUniqueOrThrow({ where: { email: owner.email } });
    // She signs in more often than a code lives.
    await nextStep(db, userId);
    await db.$disconnect();
    await owner.signIn();
    await owner.field(account.second.code).fill(codeOf(appSecret));
    await device.button(signIn.second.submit).click();
    await owner.comesHome();
  }

  /** Opens the link of a couple, and knocks for a purpose. */
  async knock(link: string, purpose: string): Promise<void> {
    const { observe } = this.device.messages;
    const { pathname, hash } = new URL(link, this.device.cable.url);
    await this.owner.open(pathname + hash);
    await this.device.page.waitForURL('**/observe/*');
    await this.owner.field(observe.knock.purpose).fill(purpose);
    await this.device.button(observe.knock.submit).click();
    await expect(this.device.page.getByText(observe.waiting.text)).toBeVisible();
  }

  get #observe() {
    return this.device.messages.observe;
  }

  /** The digits as she reads them. */
  digits(): Promise<string> {
    return this.device.page.getByText(/\d{3} \d{3}$/).innerText();
  }

  /** Says that the digits are the same. */
  async same(): Promise<void> {
    await this.device.button(this.#observe.digits.same).click();
  }

  /** Expects her to be inside. */
  async isIn(): Promise<void> {
    await expect(this.owner.title(this.#observe.live.heading)).toBeVisible();
  }

  /** Expects to be told that it is over, and how. */
  async isOut(how: 'over' | 'session' | 'left'): Promise<void> {
    await expect(this.owner.title(this.#observe.over[how].title)).toBeVisible();
  }

  /** The talk as she sees it. */
  get talk(): Locator {
    return this.device.page.getByRole('region', { name: this.#observe.talk.heading, exact: true });
  }

  /** What was said so far, as far as she can read it. */
  said(): Promise<readonly string[]> {
    return this.talk.locator('.said').allInnerTexts();
  }

  /** Gives a cue in her own words. */
  async cue(text: string, to: string | null = null): Promise<void> {
    const { device, owner } = this;
    const { cues } = this.#observe;
    await device.page.getByRole('radio', { name: to ?? cues.both, exact: true }).check();
    await owner.field(cues.own).fill(text);
    await device.button(cues.ownSend).click();
    await expect(owner.field(cues.own)).toHaveValue('');
  }
}
