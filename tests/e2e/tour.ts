import type { BrowserContextOptions } from 'playwright/test';
import type { Language } from '#lib/i18n/language.ts';
import type { Device } from './device.ts';
import type { Couple } from './test.ts';

/** Who goes along every screen of the app, and what is done at each. */
export interface Tour {
  language: Language;
  /** Where the app of this tour keeps its data. */
  dataDir: string;
  deviceFor(
    who: { name: string; partner: string; language: Language; asked?: boolean },
    options?: BrowserContextOptions,
  ): Promise<Device>;
  /** Called at every state of every screen, once it stands. */
  visit: Visit;
}

/** What is done at a state of a screen; the names of the states are plain words and hyphens. */
export type Visit = (name: string, device: Device) => Promise<void>;

/** A couple of which both are in the room. */
export async function coupleOn({ deviceFor, language }: Tour): Promise<Couple> {
  const an = await deviceFor({ name: 'An', partner: 'Bo', language });
  const bo = await deviceFor({ name: 'Bo', partner: 'An', language });
  await bo.acceptLink(await an.startRoom());
  return { an, bo };
}

/** Takes the keys away that this device keeps, as a browser does that forgets its pages. */
export async function forgetKeys(device: Device): Promise<void> {
  await device.page.evaluate(
    () =>
      new Promise<void>((resolve) => {
        const deleting = indexedDB.deleteDatabase('weerklank');
        deleting.onsuccess = () => resolve();
        deleting.onblocked = () => resolve();
      }),
  );
}
