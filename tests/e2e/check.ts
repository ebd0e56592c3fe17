import { type Answer, questions } from '#lib/care/check.ts';
import type { Device } from './device.ts';
import { expect } from './expect.ts';

/** The safety check on a device, as who answers it goes along it. */
export class Check {
  readonly #device: Device;

  constructor(device: Device) {
    this.#device = device;
  }

  get #words() {
    return this.#device.messages.care;
  }

  /** Expects a page of the check, by its title. */
  async expectTitle(title: string): Promise<void> {
    const heading = this.#device.page.getByRole('heading', { name: title, level: 1 });
    await expect(heading).toBeFocused();
  }

  /** Expects that the check came, and nothing of it is answered yet. */
  async expectIntro(): Promise<void> {
    await this.expectTitle(this.#words.intro.title);
  }

  async begin(): Promise<void> {
    await this.#device.button(this.#words.intro.begin).click();
  }

  /** Answers the question that stands; expects it to be the one that comes at this place. */
  async answer(at: number, answer: Answer): Promise<void> {
    const asked = questions[at];
    if (!asked) throw new Error(`There is no question ${at + 1}`);
    await this.expectTitle(this.#words.question[asked]);
    await this.#device.button(this.#words.answer[answer]).click();
  }

  /** Goes through all of it. */
  async answerAll(answers: readonly Answer[]): Promise<void> {
    await this.expectIntro();
    await this.begin();
    for (const [at, answer] of answers.entries()) await this.answer(at, answer);
  }
}

export const allNo = ['no', 'no', 'no', 'no'] as const;

/** Fills in a name on the page that asks for one, and goes on. */
export async function giveName(device: Device, press: string): Promise<void> {
  await device.page.getByLabel(device.messages.common.name.label).fill(device.name);
  await device.button(press).click();
}

/** Opens a link over the cable of this device. */
export async function openLink(device: Device, link: string): Promise<void> {
  const { pathname, hash } = new URL(link);
  await device.page.goto(device.cable.url + pathname + hash);
}
