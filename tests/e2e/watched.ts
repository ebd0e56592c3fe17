import type { Lens } from '#lib/dialogue/observer.ts';
import { Cable } from './cable.ts';
import { Device } from './device.ts';
import { LettingIn } from './letting-in.ts';
import { test as base, type Couple } from './test.ts';
import { Therapist } from './therapist.ts';

const lena = { name: 'Lena', partner: '' } as const;
const laptop = { width: 1280, height: 800 };

/** What she comes for, as the couple reads it. */
export const purpose = 'Zien hoe jullie thuis naar elkaar luisteren.';

interface Fixtures {
  /** Signs the therapist in, on a device of its own. */
  therapistFor: (couple: Couple) => Promise<Therapist>;
  /** Lets the therapist in to what these two do next, or to what they are doing. */
  watched: (couple: Couple, choice?: Partial<Choice>) => Promise<Therapist>;
}

interface Choice {
  lens: Lens;
  cues: 'alone' | 'together';
}

/** A test in which a therapist may come. She has one account for all tests of a worker. */
export const test = base.extend<Fixtures, { appSecret: string }>({
  appSecret: [
    async ({ browser, weerklank: { url, dataDir } }, use) => {
      const cable = await Cable.to(Number(new URL(url).port));
      const page = await browser.newPage({ locale: 'nl-BE', reducedMotion: 'reduce' });
      const device = new Device({ page, cable, ...lena, language: 'nl' });
      const secret = await new Therapist(device, dataDir).makeAccount('relatietherapeut');
      await page.context().close();
      cable.close();
      await use(secret);
    },
    { scope: 'worker' },
  ],
  therapistFor: async ({ deviceFor, appSecret, weerklank: { dataDir } }, use) => {
    await use(async ({ an: { language } }) => {
      const device = await deviceFor({ ...lena, language }, { viewport: laptop });
      const therapist = new Therapist(device, dataDir);
      await therapist.signIn(appSecret);
      return therapist;
    });
  },
  watched: async ({ therapistFor }, use) => {
    await use(async (couple, { lens = 'ratings', cues = 'alone' } = {}) => {
      const therapist = await therapistFor(couple);
      const letting = new LettingIn(couple);
      await therapist.knock(await letting.link(), purpose);
      await letting.turn(lens, cues);
      await letting.answer();
      await therapist.same();
      await letting.same();
      await therapist.isIn();
      await letting.toRoom();
      return therapist;
    });
  },
});
