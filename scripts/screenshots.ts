import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { type BrowserContextOptions, chromium } from 'playwright/test';
import type { Language } from '#lib/i18n/language.ts';
import { askedToday } from '#tests/e2e/asked.ts';
import { Cable } from '#tests/e2e/cable.ts';
import { Device } from '#tests/e2e/device.ts';
import type { Tour, Visit } from '#tests/e2e/tour.ts';
import { tourAccount } from '#tests/e2e/tour-account.ts';
import { tourCare } from '#tests/e2e/tour-care.ts';
import { tourDesk } from '#tests/e2e/tour-desk.ts';
import { tourDialogue, tourSpoken, tourTurn } from '#tests/e2e/tour-dialogue.ts';
import { tourEntry } from '#tests/e2e/tour-entry.ts';
import { tourHold } from '#tests/e2e/tour-hold.ts';
import { tourLibrary } from '#tests/e2e/tour-library.ts';
import { tourObserve } from '#tests/e2e/tour-observe.ts';
import { tourObserver } from '#tests/e2e/tour-observer.ts';
import { tourRights } from '#tests/e2e/tour-rights.ts';
import { tourWords } from '#tests/e2e/tour-words.ts';
import { startWeerklank } from '#tests/support/weerklank.ts';

const phone = { width: 390, height: 844 };
const tablet = { width: 820, height: 1180 };
const desktop = { width: 1280, height: 800 };

/** The states that are also looked at in dark and on larger screens. */
const selected: ReadonlySet<string> = new Set([
  'home',
  'invitation',
  'join',
  'check',
  'check-question',
  'check-help',
  'help',
  'lobby',
  'exercise',
  'proposal',
  'card',
  'tell',
  'tell-waiting',
  'give-back',
  'arrive',
  'two-answers',
  'partner-writes',
  'aloud-tell',
  'menu',
  'pause-asked',
  'time-out',
  'offline',
  'stopped',
  'replay-moment-8',
  'lobby-with-a-past',
  'account-invitation',
  'account-password-good',
  'account-recovery-code',
  'account',
  'account-totp',
  'sign-in',
  'unlock',
  'reset-without',
  'observe-knock',
  'observe-digits',
  'observe-live',
  'observe-phases',
  'observe-over',
  'rights',
  'known',
  'observer-knock',
  'observer-both-keys',
  'observer-in-lobby',
  'observer-cue',
  'observer-going-offline',
  'observer-between',
  'desk',
  'desk-case',
  'desk-cues',
  'desk-profile',
]);

const [folder] = process.argv.slice(2);
if (!folder) throw new Error('Say where to: tsx scripts/screenshots.ts <folder>');
mkdirSync(folder, { recursive: true });

const debian = '/usr/bin/chromium';
const weerklank = await startWeerklank();
const browser = await chromium.launch({
  ...(existsSync(debian) ? { executablePath: debian } : {}),
  args: ['--no-sandbox', '--disable-gpu'],
});

const visitIn =
  (language: Language): Visit =>
  async (name, { page }) => {
    const shoot = async (series: string, whole = false) => {
      // A dialog covers the window, not the page.
      const fullPage = whole && (await page.getByRole('dialog').count()) === 0;
      await page.screenshot({ path: join(folder, `${name}.${series}.png`), fullPage });
    };
    const series = selected.has(name) && language === 'nl';
    if (series) await shoot('phone');
    await shoot(language, true);
    if (!series) return;
    await page.emulateMedia({ colorScheme: 'dark' });
    await shoot('dark', true);
    await page.emulateMedia({ colorScheme: 'light' });
    await page.setViewportSize(tablet);
    await shoot('tablet');
    await page.setViewportSize(desktop);
    await shoot('desktop');
    await page.setViewportSize(phone);
  };

const newDevice = async (
  { asked = true, ...who }: { name: string; partner: string; language: Language; asked?: boolean },
  options: BrowserContextOptions = {},
): Promise<Device> => {
  const cable = await Cable.to(Number(new URL(weerklank.url).port));
  const context = await browser.newContext({
    locale: who.language === 'nl' ? 'nl-BE' : 'en-GB',
    viewport: phone,
    deviceScaleFactor: 2,
    reducedMotion: 'reduce',
    ...(asked ? { storageState: askedToday(cable.url) } : {}),
    ...options,
  });
  ends.push(async () => {
    await context.close();
    cable.close();
  });
  return new Device({ page: await context.newPage(), cable, ...who });
};

const ends: (() => Promise<void>)[] = [];
for (const language of ['nl', 'en'] as const) {
  const tour: Tour = {
    language,
    dataDir: weerklank.dataDir,
    deviceFor: newDevice,
    visit: visitIn(language),
  };
  for (const walk of [
    tourEntry,
    tourCare,
    tourLibrary,
    tourAccount,
    tourDesk,
    tourRights,
    tourObserver,
    tourDialogue,
    tourTurn,
    tourSpoken,
    tourHold,
    tourWords,
    tourObserve,
  ]) {
    await walk(tour);
    for (const end of ends.splice(0)) await end();
    console.log(`${walk.name} in ${language}`);
  }
}
await browser.close();
await weerklank.stop();
