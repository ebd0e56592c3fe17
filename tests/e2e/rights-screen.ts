import type { Locator } from 'playwright/test';
import type { Device } from './device.ts';
import { expect } from './expect.ts';

type Labels = Device['messages']['rights'];
type Parts = 'retention' | 'readings' | 'take' | 'erase' | 'leave' | 'more';

/** A device on the page of its room's rights. */
export class RightsScreen {
  readonly device: Device;

  constructor(device: Device) {
    this.device = device;
  }

  get labels(): Labels {
    return this.device.messages.rights;
  }

  /** Goes there by the link at the bottom of the room. */
  async follow(): Promise<void> {
    await this.device.page.getByRole('link', { name: this.device.messages.room.rights }).click();
    await this.#arrived();
  }

  /** Goes there by the address, from anywhere in the room. */
  async visit(): Promise<void> {
    const { pathname } = new URL(this.device.page.url());
    const roomId = pathname.split('/')[2];
    await this.device.page.goto(`${this.device.cable.url}/room/${roomId}/rights`);
    await this.#arrived();
  }

  /** Opens one of the parts. */
  async open(part: Parts): Promise<Locator> {
    const { page } = this.device;
    const { heading } = this.labels[part];
    const details = page.locator('details', {
      has: page.getByRole('heading', { name: heading, exact: true }),
    });
    await details.locator('summary').click();
    await expect(details).toHaveAttribute('open');
    return details;
  }

  async #arrived(): Promise<void> {
    const { page } = this.device;
    await expect(page.getByRole('heading', { name: this.labels.heading })).toBeVisible();
    await expect(page.getByText(this.labels.retention.heading)).toBeVisible();
  }
}
