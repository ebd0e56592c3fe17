import type { Lens } from '#lib/dialogue/observer.ts';
import type { Device } from './device.ts';
import { expect } from './expect.ts';
import type { Couple } from './test.ts';

/** A couple that lets somebody watch, as the two do it on the page for that. */
export class LettingIn {
  readonly couple: Couple;

  constructor(couple: Couple) {
    this.couple = couple;
  }

  /** Makes a link for a therapist; the answer is its path with the fragment. */
  async link(): Promise<string> {
    const { an } = this.couple;
    const { observing } = an.messages;
    await this.#open(an);
    await an.button(observing.link.make).click();
    const link = await an.page.getByRole('textbox', { name: observing.link.label }).inputValue();
    const { pathname, hash } = new URL(link);
    return pathname + hash;
  }

  /** Both let her see this much, and both say the same of cues for one alone. */
  async turn(lens: Lens, cues: 'alone' | 'together'): Promise<void> {
    const { an, bo } = this.couple;
    for (const device of [an, bo]) await this.turnOf(device, lens, cues);
  }

  /** One of them lets her see this much. */
  async turnOf(device: Device, lens: Lens, cues: 'alone' | 'together' = 'alone'): Promise<void> {
    const { observing } = device.messages;
    await this.#open(device);
    const { page } = device;
    await page.getByRole('radio', { name: observing.lens[lens].label }).check();
    await page.getByRole('radio', { name: observing.choice[cues] }).check();
    await this.#button(device, observing.turn.yes).click();
  }

  /** One of them begins to compare the digits. */
  async answer(): Promise<void> {
    const { bo } = this.couple;
    await bo.button(bo.messages.observing.digits.start).click();
  }

  /** The one who compared says that they are the same. */
  async same(): Promise<void> {
    const { bo } = this.couple;
    await this.#button(bo, bo.messages.observing.digits.same).click();
  }

  /** One of them would rather not now. */
  async decline(device = this.couple.an): Promise<void> {
    await this.#open(device);
    await this.#button(device, device.messages.observing.turn.no).click();
  }

  /** Both go (back) to the room. */
  async toRoom(): Promise<void> {
    for (const { page } of [this.couple.an, this.couple.bo]) {
      await page.goto(page.url().replace('/observer', ''));
    }
  }

  async #open({ page }: Device): Promise<void> {
    const [, room = ''] = /^(.*\/room\/[\w-]+)/.exec(page.url()) ?? [];
    await page.goto(`${room}/observer`);
    await expect(page.getByRole('main')).toBeVisible();
  }

  /** A button whose name has somebody's name in it. */
  #button({ page }: Device, message: string) {
    const [before = '', after = ''] = message.split('{name}');
    return page.getByRole('button', { name: before || after });
  }
}
