import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { chromium, type Page } from 'playwright';
import { nl } from '#lib/i18n/nl.ts';
import { askedToday } from '#tests/e2e/asked.ts';
import { startWeerklank } from '#tests/support/weerklank.ts';
import config from '../playwright.config.ts';

/** The most that a page may weigh against a bare Next page of the same build tools. */
const limits = { home: 1.15, room: 1.35 } as const;

const root = join(import.meta.dirname, '..');
const bareFolder = join(root, '.next-bare');

/** Builds a Next page with nothing on it, and weighs the scripts that its HTML names. */
function weighBarePage(): number {
  rmSync(bareFolder, { recursive: true, force: true });
  mkdirSync(join(bareFolder, 'app'), { recursive: true });
  const files = {
    'next.config.mjs': `export default { turbopack: { root: ${JSON.stringify(root)} } };`,
    'app/layout.jsx':
      'export default ({ children }) => <html lang="en"><body>{children}</body></html>;',
    'app/page.jsx': 'export default () => <p>Bare</p>;',
  };
  for (const [name, text] of Object.entries(files)) writeFileSync(join(bareFolder, name), text);
  const env = { ...process.env, NEXT_TELEMETRY_DISABLED: '1' };
  const built = spawnSync('npx', ['next', 'build', bareFolder], { cwd: root, env });
  if (built.status !== 0) throw new Error(`The bare page was not built:\n${built.stderr}`);
  const html = readFileSync(join(bareFolder, '.next/server/app/index.html'), 'utf8');
  const sources = (html.match(/<script\b[^>]*>/g) ?? [])
    .filter((tag) => !/\bnomodule\b/i.test(tag))
    .flatMap((tag) => /\bsrc="\/_next\/([^"?]+)/.exec(tag)?.[1] ?? []);
  const bytes = [...new Set(sources)].map(
    (source) =>
      gzipSync(readFileSync(join(bareFolder, '.next', decodeURIComponent(source)))).length,
  );
  rmSync(bareFolder, { recursive: true, force: true });
  return bytes.reduce((sum, size) => sum + size, 0);
}

/** The gzipped bytes of every script that the browser fetches until the page has come to rest. */
async function weigh(page: Page, arrive: () => Promise<unknown>): Promise<number> {
  const sizes: Promise<number>[] = [];
  page.on('response', (response) => {
    if (response.request().resourceType() !== 'script') return;
    sizes.push(response.body().then((body) => gzipSync(body).length));
  });
  await arrive();
  await page.waitForLoadState('networkidle');
  page.removeAllListeners('response');
  return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
}

const bare = weighBarePage();
const weerklank = await startWeerklank();
const browser = await chromium.launch(config.use?.launchOptions);
const context = await browser.newContext({
  locale: 'nl-BE',
  storageState: askedToday(weerklank.url),
});
const page = await context.newPage();
const home = await weigh(page, () => page.goto(weerklank.url));
await page.getByLabel(nl.common.name.label).fill('An');
await page.getByRole('button', { name: nl.home.start, exact: true }).click();
await page.getByRole('button', { name: nl.room.invite.make }).waitFor();
const address = page.url();
// A page of its own, so that nothing comes from what the home page already fetched.
const fresh = await page.context().newPage();
const room = await weigh(fresh, async () => {
  await fresh.goto(address);
  await fresh.getByRole('button', { name: nl.room.invite.make }).waitFor();
});
await browser.close();
await weerklank.stop();

const kilobytes = (bytes: number) => `${(bytes / 1000).toFixed(1).padStart(7)} kB`;
console.log(`bare  ${kilobytes(bare)}  1.00`);
let light = true;
for (const [name, bytes] of Object.entries({ home, room })) {
  const limit = name === 'home' ? limits.home : limits.room;
  if (bytes < bare / 2 || bytes / bare > limit) light = false;
  console.log(`${name}  ${kilobytes(bytes)}  ${(bytes / bare).toFixed(2)}  (at most ${limit})`);
}
process.exit(light ? 0 : 1);
