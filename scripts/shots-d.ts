import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright/test';
import { askedToday } from '#tests/e2e/asked.ts';
import { overflowOf, violationsOn } from '#tests/e2e/axe.ts';
import { Cable } from '#tests/e2e/cable.ts';
import { Device } from '#tests/e2e/device.ts';
import { tourObserver } from '#tests/e2e/tour-observer.ts';
import { startWeerklank } from '#tests/support/weerklank.ts';

const [folder = '/tmp/shots-d', languages = 'nl', more = ''] = process.argv.slice(2);
mkdirSync(folder, { recursive: true });
const weerklank = await startWeerklank();
const browser = await chromium.launch({ ...(existsSync('/usr/bin/chromium') ? { executablePath: '/usr/bin/chromium' } : {}), args: ['--no-sandbox', '--disable-gpu'] });
const open: Device[] = [];
try {
  for (const language of languages.split(',') as ('nl' | 'en')[]) {
    await tourObserver({
      language,
      dataDir: weerklank.dataDir,
      deviceFor: async ({ asked = true, ...who }, options = {}) => {
        const cable = await Cable.to(Number(new URL(weerklank.url).port));
        const context = await browser.newContext({ locale: language === 'nl' ? 'nl-BE' : 'en-GB', viewport: { width: 390, height: 844 }, reducedMotion: 'reduce', ...(asked ? { storageState: askedToday(cable.url) } : {}), ...options });
        const page = await context.newPage();
        page.setDefaultTimeout(15000);
        page.on('pageerror', (e) => console.log('PAGEERROR', who.name, e.message));
        page.on('console', (m) => { if (m.type() === 'error') console.log('CONSOLE', who.name, m.text().slice(0, 200)); });
        const device = new Device({ page, cable, ...who });
        open.push(device);
        return device;
      },
      visit: async (name, { page }) => {
        const shoot = (series: string, fullPage: boolean) => page.screenshot({ path: join(folder, `${name}.${series}.png`), fullPage });
        await shoot(`${language}-top`, false);
        await shoot(language, true);
        if (more) {
          await page.emulateMedia({ colorScheme: 'dark' });
          await shoot('dark', false);
          const dark = await violationsOn(page);
          if (dark.length) console.log('AXE dark', name, dark);
          await page.emulateMedia({ colorScheme: 'light' });
          await page.setViewportSize({ width: 820, height: 1180 });
          await shoot('tablet', false);
          await page.setViewportSize({ width: 1280, height: 800 });
          await shoot('desktop', false);
          await page.setViewportSize({ width: 390, height: 844 });
        }
        const found = await violationsOn(page);
        if (found.length) console.log('AXE', name, found);
        const over = await overflowOf(page);
        if (over) console.log('OVERFLOW', name, over);
        console.log('visited', name);
      },
    });
  }
} catch (error) {
  console.log(error);
  for (const [i, d] of open.entries()) await d.page.screenshot({ path: join(folder, `zz-fail-${i}.png`), fullPage: true }).catch(() => undefined);
  console.log(weerklank.output().split('\n').filter((l) => /"level":(40|50|60)/.test(l)).slice(-5).join('\n'));
} finally {
  await browser.close();
  for (const d of open) d.cable.close();
  await weerklank.stop();
}
