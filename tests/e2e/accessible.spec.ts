import { overflowOf, violationsOn } from './axe.ts';
import type { Device } from './device.ts';
import { expect, test } from './test.ts';
import { tourAccount } from './tour-account.ts';
import { tourCare } from './tour-care.ts';
import { tourDesk } from './tour-desk.ts';
import { tourDialogue, tourSpoken, tourTurn } from './tour-dialogue.ts';
import { tourEntry } from './tour-entry.ts';
import { tourHold } from './tour-hold.ts';
import { tourLibrary } from './tour-library.ts';
import { tourObserve } from './tour-observe.ts';
import { tourObserver } from './tour-observer.ts';
import { tourRights } from './tour-rights.ts';
import { tourWords } from './tour-words.ts';

const phone = { width: 390, height: 844 };
const narrow = { width: 320, height: 640 };
const desktop = { width: 1280, height: 800 };

/** Looks at one state in light and in dark, on every width, and answers with all that is wrong. */
async function faultsOf({ page }: Device): Promise<readonly string[]> {
  const faults: string[] = [];
  const look = async (how: string) => {
    for (const fault of await violationsOn(page)) faults.push(`${how}, ${fault}`);
    const overflow = await overflowOf(page);
    if (overflow > 0) faults.push(`${how}, ${overflow} pixels too wide`);
  };
  await look('light');
  await page.emulateMedia({ colorScheme: 'dark' });
  await look('dark');
  await page.setViewportSize(narrow);
  await look('narrow');
  await page.emulateMedia({ colorScheme: 'light' });
  await page.setViewportSize(desktop);
  // A longer page was scrolled before: what lies half under the strip at the top by that is no fault.
  await page.evaluate(() => scrollTo(0, 0));
  await look('wide');
  await page.setViewportSize(phone);
  return faults;
}

const tours = {
  'the way in': tourEntry,
  'the safety check and the help': tourCare,
  'the library': tourLibrary,
  'an account': tourAccount,
  'the desk of a therapist': tourDesk,
  'a written dialogue': tourDialogue,
  'a turn': tourTurn,
  'a dialogue aloud': tourSpoken,
  'standing still': tourHold,
  'the words afterwards': tourWords,
  'what both can decide': tourRights,
  'what a therapist sees of a couple': tourObserve,
  'somebody who watches': tourObserver,
} as const;

for (const [name, tour] of Object.entries(tours)) {
  test(`everybody can use ${name}, in light and dark and on every width`, async ({
    deviceFor,
    weerklank: { dataDir },
  }) => {
    test.setTimeout(300_000);
    const faults: Record<string, readonly string[]> = {};
    const visit = async (state: string, device: Device) => {
      const found = await faultsOf(device);
      if (found.length > 0) faults[state] = found;
    };
    await tour({ language: 'nl', dataDir, deviceFor, visit });
    expect(faults).toEqual({});
  });
}
