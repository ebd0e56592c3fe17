import type { Locator, Page } from 'playwright/test';
import { expect } from './expect.ts';

/** More stops than any screen has. */
const tooMany = 60;

/** Somebody who has a keyboard and nothing else. */
export class Keyboard {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  async press(...keys: readonly string[]): Promise<void> {
    for (const key of keys) await this.page.keyboard.press(key);
  }

  async type(text: string): Promise<void> {
    await this.page.keyboard.type(text);
  }

  /** Tabs on until the focus is there; at each stop on the way the focus can be seen. */
  async tabTo(target: Locator): Promise<void> {
    await expect(target).toBeVisible();
    for (let stop = 0; stop < tooMany; stop += 1) {
      await this.press('Tab');
      await this.expectSeenFocus();
      if (await target.evaluate((element) => element === document.activeElement)) return;
    }
    throw new Error(`The Tab key does not reach ${target}`);
  }

  /** Tabs to a control and presses it. */
  async use(target: Locator, key: 'Enter' | 'Space' = 'Enter'): Promise<void> {
    await this.tabTo(target);
    await this.press(key);
  }

  /** Expects the focus to be in view and drawn, unless it is on its way round past the page. */
  async expectSeenFocus(): Promise<void> {
    const unseen = await this.page.evaluate(() => {
      const element = document.activeElement;
      if (!element || element === document.body) return null;
      const { top, bottom, left, right } = element.getBoundingClientRect();
      const inView = bottom > 0 && right > 0 && top < innerHeight && left < innerWidth;
      const carriers = [element, element.closest('label') ?? element];
      const drawn = carriers.some((carrier) =>
        [undefined, '::after'].some((part) => {
          const { outlineStyle, outlineWidth } = getComputedStyle(carrier, part);
          return outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2;
        }),
      );
      // The thumb of a slider carries the outline, and no script can ask how it looks.
      const slider = element.matches('input[type=range]:focus-visible');
      return inView && (drawn || slider) ? null : element.outerHTML.slice(0, 200);
    });
    expect(unseen).toBeNull();
  }

  /** Expects the focus not to have fallen off the page with what it stood on. */
  async expectFocusKept(): Promise<void> {
    await expect
      .poll(() => this.page.evaluate(() => document.activeElement !== document.body))
      .toBe(true);
  }
}
