import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserContext } from 'playwright/test';
import { parse } from 'yaml';
import { parseInvitationFragment } from '#lib/vault/link.ts';
import { tally } from '#tests/support/tally.ts';
import { xssCorpus } from '#tests/support/xss-corpus.ts';
import { acceptLink, startRoom } from '../../scripts/drive/guest.ts';
import { Partner } from '../../scripts/drive/partner.ts';
import { begin } from './begin.ts';
import { policyOn } from './policy.ts';
import { expect, test } from './test.ts';

/** The corpus as the texts of an exercise of a host, so that each string stands in a few of them. */
const chunks = Array.from({ length: Math.ceil(xssCorpus.length / 5) }, (_, at) =>
  xssCorpus.slice(at * 5, at * 5 + 5).join(' '),
);
const told: string[] = [];
function filled(value: unknown, inTexts = false): unknown {
  if (typeof value === 'string' && inTexts) {
    const text = chunks[told.length % chunks.length] ?? '';
    told.push(text);
    return text;
  }
  if (Array.isArray(value)) return value.map((part) => filled(part, inTexts));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, part]) => [
      key,
      filled(part, inTexts || key === 'nl' || key === 'en'),
    ]),
  );
}

const folder = join(tmpdir(), 'weerklank-exercises-of-an-attacker');
const exercise: unknown = parse(readFileSync('docs/examples/evening-ritual.yaml', 'utf8'));
mkdirSync(folder, { recursive: true });
// What is JSON is YAML as well, and cannot be mistaken in it.
writeFileSync(join(folder, 'evening-ritual.yaml'), JSON.stringify(filled(exercise)));
test.use({ exercisesDir: folder });

/** What a page makes of it that is more than text: it ran, asked for something, or was stopped just in time. */
async function harmIn(context: BrowserContext): Promise<() => Promise<readonly string[]>> {
  const harm: string[] = [];
  const violations = policyOn(context);
  await context.addInitScript(() => {
    for (const name of ['alert', 'confirm', 'prompt', 'print', 'open']) {
      Reflect.set(window, name, () => Reflect.set(window, 'ran', name));
    }
  });
  context.on('dialog', (dialog) => {
    harm.push(`a dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  context.on('request', (request) => {
    if (request.url().includes('evil')) harm.push(`a request: ${request.url()}`);
  });
  return async () => {
    const elements =
      'iframe, object, embed, portal, base, frameset, marquee, isindex, plaintext, [onerror], [onload]';
    const made = await Promise.all(
      context
        .pages()
        .map((page) =>
          page.evaluate(
            (selector) => [
              ...(Reflect.get(window, 'ran') === undefined ? [] : ['it ran']),
              ...[...document.querySelectorAll(selector)].map(({ outerHTML }) => outerHTML),
            ],
            elements,
          ),
        ),
    );
    return [...harm, ...violations, ...made.flat()];
  };
}

/** Counts so many strings, and what came of them beside text; the answer is that. */
async function harmOf(
  tried: number,
  ...harms: readonly (() => Promise<readonly string[]>)[]
): Promise<readonly string[]> {
  const found = (await Promise.all(harms.map((harm) => harm()))).flat();
  tally('xss-strings', { tried, letThrough: found.length });
  return found;
}

/** As a field for text of several lines has it. */
const canonical = (text: string) => text.replace(/\r\n?/g, '\n').normalize().trim();

test('words are shown as they were written: in the composer, to the other, and looking back', async ({
  coupleIn,
}) => {
  const { an, bo } = await coupleIn('nl');
  const harms = await Promise.all([an, bo].map(({ context }) => harmIn(context)));
  const words = canonical(xssCorpus.join('\n'));
  for (const device of [an, bo]) await device.page.reload();
  await begin(an, bo, 'written');
  await an.composer.fill(words);
  expect(canonical(await an.composer.inputValue())).toBe(words);
  await an.write('topic', 'propose', words);
  const said = (device: typeof an) => device.page.locator('.said').first();
  await expect(bo.prompt('answer')).toBeVisible();
  await expect.poll(async () => canonical((await said(bo).textContent()) ?? '')).toBe(words);
  await bo.write('answer', 'accept');
  await bo.stop();
  await Promise.all([an.keep(), bo.keep()]);
  await an.page.getByRole('link', { name: an.messages.ending.kept.replay }).click();
  await expect(an.page.getByText(xssCorpus[0] ?? '').first()).toBeVisible();
  await expect
    .poll(async () => (await an.page.locator('.said').allTextContents()).map(canonical))
    .toContain(words);
  expect(await harmOf(3 * xssCorpus.length, ...harms)).toEqual([]);
});

test('a name is shown as it was written', async ({ deviceFor, weerklank }) => {
  test.setTimeout(300_000);
  const names = [
    ...new Set(
      xssCorpus.map((text) => text.normalize().trim()).filter((text) => [...text].length <= 40),
    ),
  ];
  expect(names.length).toBeGreaterThan(100);
  const first = await startRoom(weerklank.url, 'An');
  const host = new Partner(first);
  await host.until(({ connection }) => connection === 'online');
  const link = (await host.client.makeInvitation('b')) ?? '';
  expect(parseInvitationFragment(new URL(link).hash).ok).toBe(true);
  const bo = await deviceFor({ name: 'Bo', partner: 'An', language: 'nl' });
  const harm = await harmIn(bo.context);
  await bo.acceptLink(link);
  await expect(bo.page.getByRole('banner')).toContainText('An');
  const cookies = await bo.context.cookies();
  const cookie = cookies.map(({ name, value }) => `${name}=${value}`).join('; ');
  host.close();
  // Bo's second device lets in one after another on the other seat, while the first one looks on.
  const again = new Partner({ ...first, seat: 'b', cookie });
  await again.until(({ view }) => view && !view.seats.a.here);
  for (const name of names) {
    const anew = await again.client.makeInvitation('a');
    if (!anew) throw new Error('No invitation');
    await acceptLink(weerklank.url, anew, name);
    // Nobody is told of a seat that was taken over HTTP before something happens in the room.
    await again.client.retract({ by: 'a', exercise: { id: 'x', version: 1 }, mode: 'written' });
    await expect(bo.page.getByRole('banner')).toContainText(name.replace(/\s+/g, ' '));
  }
  expect(await harmOf(names.length, harm)).toEqual([]);
  again.close();
});

test('the texts of an exercise are shown as they were written', async ({
  deviceFor,
  weerklank,
}) => {
  const an = await deviceFor({ name: 'An', partner: 'Bo', language: 'nl' });
  const harm = await harmIn(an.context);
  const [name = ''] = told;
  await an.page.goto(`${an.cable.url}/exercises`);
  await expect(an.page.getByRole('main')).toContainText(name.trim().replace(/\s+/g, ' '));
  const shown: string[] = [];
  for (const path of ['/exercises', '/exercises/evening-ritual']) {
    await an.page.goto(an.cable.url + path);
    await an.page.waitForLoadState('networkidle');
    shown.push((await an.page.locator('body').textContent()) ?? '', await an.page.title());
    expect(await harm()).toEqual([]);
  }
  await an.startRoom();
  shown.push((await an.page.locator('body').textContent()) ?? '');
  expect(await harmOf(xssCorpus.length, harm)).toEqual([]);
  const found = xssCorpus.filter((text) => shown.some((page) => page.includes(text)));
  expect(found.length).toBeGreaterThan(40);
  expect(weerklank.output()).not.toContain('exercise-refused');
});
