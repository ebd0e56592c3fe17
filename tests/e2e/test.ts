import { type Browser, type BrowserContextOptions, test as base } from 'playwright/test';
import type { Language } from '#lib/i18n/language.ts';
import { startWeerklank, type Weerklank } from '#tests/support/weerklank.ts';
import { askedToday } from './asked.ts';
import { Cable } from './cable.ts';
import { Device } from './device.ts';
import { expect } from './expect.ts';
import { policyOn } from './policy.ts';

/** Two partners, each with a device of their own. */
export interface Couple {
  an: Device;
  bo: Device;
}

interface Fixtures {
  /** Makes a device that has no seat anywhere yet; unless told otherwise, its safety check is behind. */
  deviceFor: (who: Who, options?: BrowserContextOptions) => Promise<Device>;
  /** Makes a couple of which both are in the room. */
  coupleIn: (language: Language) => Promise<Couple>;
}

interface Who {
  name: string;
  partner: string;
  language: Language;
  /** Whether this device passed the safety check today. */
  asked?: boolean;
}

/** A test with the real app in a process of its own, one for each worker. */
export const test = base.extend<Fixtures, { exercisesDir: string; weerklank: Weerklank }>({
  exercisesDir: ['', { option: true, scope: 'worker' }],
  weerklank: [
    async ({ exercisesDir }, use) => {
      const weerklank = await startWeerklank(exercisesDir);
      await use(weerklank);
      await weerklank.stop();
    },
    { scope: 'worker' },
  ],
  deviceFor: async ({ browser, weerklank }, use) => {
    const close: (() => Promise<void>)[] = [];
    const policies: (readonly string[])[] = [];
    await use(async ({ asked = true, ...who }, options = {}) => {
      const cable = await Cable.to(Number(new URL(weerklank.url).port));
      const context = await newContext(browser, who.language, {
        ...(asked ? { storageState: askedToday(cable.url) } : {}),
        ...options,
      });
      policies.push(policyOn(context));
      close.push(async () => {
        await context.close();
        cable.close();
      });
      return new Device({ page: await context.newPage(), cable, ...who });
    });
    for (const end of close) await end();
    // Whatever a test is about: no page of ours loads or runs what its own policy forbids.
    expect(policies.flat()).toEqual([]);
  },
  coupleIn: async ({ deviceFor }, use) => {
    await use(async (language) => {
      const an = await deviceFor({ name: 'An', partner: 'Bo', language });
      const bo = await deviceFor({ name: 'Bo', partner: 'An', language });
      await bo.acceptLink(await an.startRoom());
      // Whoever took a seat is told of as soon as they are here: both are, from now on.
      for (const one of [an, bo]) await expect(one.library).toBeVisible();
      return { an, bo };
    });
  },
});

function newContext(browser: Browser, language: Language, options: BrowserContextOptions) {
  const locale = language === 'nl' ? 'nl-BE' : 'en-GB';
  return browser.newContext({
    locale,
    viewport: { width: 390, height: 844 },
    reducedMotion: 'reduce',
    ...options,
  });
}

export { expect } from 'playwright/test';
