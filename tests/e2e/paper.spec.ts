import type { Page } from 'playwright/test';
import { en } from '#lib/i18n/en.ts';
import { languageCookie } from '#lib/i18n/language.ts';
import { nl } from '#lib/i18n/nl.ts';
import { exerciseOf, library } from '#tests/support/exercises.ts';
import { expect, test } from './test.ts';

const papers = ['A4', 'A5', 'Letter'] as const;

/** How many sheets come out of the printer. */
async function sheetsOf(page: Page, format: (typeof papers)[number]): Promise<number> {
  const pdf = (await page.pdf({ format })).toString('latin1');
  return pdf.match(/\/Type\s*\/Page\b(?!s)/g)?.length ?? 0;
}

for (const [language, locale] of [
  ['nl', 'nl-BE'],
  ['en', 'en-GB'],
] as const) {
  test(`the card of every exercise prints on one sheet in ${language}`, async ({
    browser,
    weerklank,
  }) => {
    test.setTimeout(300_000);
    const page = await (await browser.newContext({ locale, colorScheme: 'dark' })).newPage();
    const faults: string[] = [];
    for (const { definition, texts } of library.offered) {
      await page.goto(`${weerklank.url}/exercises/${definition.id}`);
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(texts[language].about.name);
      for (const paper of papers) {
        const sheets = await sheetsOf(page, paper);
        if (sheets !== 1) faults.push(`${definition.id} on ${paper}: ${sheets}`);
      }
    }
    expect(faults).toEqual([]);
    await page.context().close();
  });
}

test('a card is whole without scripts, and in the language that was chosen', async ({
  browser,
  weerklank,
}) => {
  const context = await browser.newContext({ javaScriptEnabled: false, locale: 'nl-BE' });
  await context.addCookies([{ name: languageCookie(false), value: 'en', url: weerklank.url }]);
  const page = await context.newPage();
  await page.goto(`${weerklank.url}/exercises`);
  const { about } = exerciseOf('mirror-dialogue').texts.en;
  await expect(page.getByRole('listitem').getByRole('link')).toHaveCount(library.offered.length);
  await page.getByRole('link', { name: about.name, exact: true }).click();
  await expect(page).toHaveTitle(`${about.name} · Weerklank`);
  for (const text of [about.goal, about.notWhen, about.first, about.source, about.evidence]) {
    await expect(page.getByText(text)).toBeVisible();
  }
  const spoken = exerciseOf('mirror-dialogue').texts.en.steps['invite']?.spoken ?? '';
  await expect(page.getByText(spoken)).toBeVisible();
  await expect(page.getByRole('button', { name: en.library.paper.print })).toBeHidden();
  await context.close();
});

test('a card has a button that prints it', async ({ browser, weerklank }) => {
  const page = await (await browser.newContext({ locale: 'nl-BE' })).newPage();
  await page.addInitScript(() => {
    window.print = () => document.body.setAttribute('data-printed', '');
  });
  await page.goto(`${weerklank.url}/exercises/mirror-dialogue`);
  await page.getByRole('button', { name: nl.library.paper.print }).click();
  await expect(page.locator('body[data-printed]')).toBeVisible();
  await page.context().close();
});

test('an exercise that is not there has no card', async ({ browser, weerklank }) => {
  const page = await (await browser.newContext({ locale: 'nl-BE' })).newPage();
  for (const id of ['nothing-like-it', 'mirror-dialogue@1', 'common']) {
    const response = await page.goto(`${weerklank.url}/exercises/${id}`);
    expect(response?.status(), id).toBe(404);
    await expect(page.getByRole('heading', { name: nl.errors.notFound.title })).toBeVisible();
  }
  await page.context().close();
});
