import type { Browser, BrowserContextOptions } from 'playwright/test';
import type { Language } from '#lib/i18n/language.ts';
import { languages } from '#lib/i18n/language.ts';
import { overflowOf, violationsOn } from './axe.ts';
import { Keyboard } from './keyboard.ts';
import { Taster } from './taster.ts';
import { expect, test } from './test.ts';

const locales = { nl: 'nl-BE', en: 'en-GB' } as const;
/** Nothing of the partner's comes back in it. */
const beside = { nl: 'Je at soep.', en: 'You had soup.' } as const;
const right = { nl: 'Je miste me.', en: 'You missed me.' } as const;
const small = { nl: 'Ik was blij met de zon.', en: 'I was glad of the sun.' } as const;
/** Letters that no text of ours has. */
const elsewhere = 'ő Привет Γειά';

async function taster(browser: Browser, language: Language, options: BrowserContextOptions = {}) {
  const context = await browser.newContext({
    locale: locales[language],
    viewport: { width: 390, height: 844 },
    reducedMotion: 'reduce',
    ...options,
  });
  return { context, alone: new Taster(await context.newPage(), () => language) };
}

for (const language of languages) {
  test(`from the home page to the invitation in ${language}, and nothing is asked of the server`, async ({
    browser,
    weerklank,
  }) => {
    const { context, alone } = await taster(browser, language);
    const { page, story, messages } = alone;
    await alone.arrive(weerklank.url);
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    page.on('websocket', (socket) => asked.push(socket.url()));

    await alone.begin();
    await alone.hears(story.tells);
    await alone.giveBack(beside[language]);
    await alone.hears(story.corrects);
    await alone.giveBack(`${right[language]} ${elsewhere}`);
    await alone.hears(story.heard.afterwards);
    await alone.tell(small[language]);
    await alone.correct(elsewhere);
    await alone.way('landed', 'confirm').click();
    await expect(alone.invitation).toBeFocused();
    // What was asked of it until then; the way on is a page of its own.
    await page.waitForLoadState('networkidle');
    expect(asked).toEqual([]);
    expect(await page.evaluate(() => [localStorage.length, sessionStorage.length])).toEqual([0, 0]);

    await page.getByRole('link', { name: messages.taste.together.start }).click();
    await expect(page.getByRole('heading', { name: messages.home.title })).toBeVisible();
    await context.close();
  });
}

test('once it has loaded it plays to the end without a connection', async ({
  browser,
  weerklank,
}) => {
  const { context, alone } = await taster(browser, 'nl');
  await alone.arrive(weerklank.url);
  await context.setOffline(true);
  await alone.begin();
  await alone.giveBack(right.nl);
  await alone.hears(alone.story.heard.atOnce);
  await alone.tell(small.nl);
  await alone.way('landed', 'confirm').click();
  await expect(alone.invitation).toBeVisible();
  await context.close();
});

test('a keyboard is enough, and every turn is announced', async ({ browser, weerklank }) => {
  const { context, alone } = await taster(browser, 'nl');
  const { page, messages } = alone;
  const { yours, theirs, ended } = messages.session.title;
  const keyboard = new Keyboard(page);
  await page.goto(weerklank.url);
  await keyboard.use(page.getByRole('link', { name: messages.home.taste }));
  await keyboard.use(alone.button(messages.taste.begin));
  await alone.expectAnnounced(theirs);
  await keyboard.expectFocusKept();

  await alone.asked('give-back');
  await alone.expectAnnounced(yours);
  await expect(page).toHaveTitle(yours);
  await keyboard.tabTo(alone.composer);
  await keyboard.type(right.nl);
  await keyboard.use(alone.way('give-back', 'mirror'));
  await keyboard.expectFocusKept();
  await alone.asked('take-in');
  await keyboard.use(alone.way('take-in', 'receive'), 'Space');
  await alone.asked('tell');
  await keyboard.tabTo(alone.composer);
  await keyboard.type(small.nl);
  await keyboard.use(alone.way('tell', 'send'));
  await alone.asked('landed');
  await keyboard.use(alone.way('landed', 'confirm'));
  await expect(alone.invitation).toBeFocused();
  await alone.expectAnnounced(ended);
  const start = page.getByRole('link', { name: messages.taste.together.start });
  await keyboard.use(start);
  await expect(page.getByRole('heading', { name: messages.home.title })).toBeVisible();
  await context.close();
});

test('another language in the middle keeps what was typed, and the partner speaks it too', async ({
  browser,
  weerklank,
}) => {
  let language: Language = 'nl';
  const { context } = await taster(browser, 'nl');
  const alone = new Taster(await context.newPage(), () => language);
  await alone.arrive(weerklank.url);
  await alone.begin();
  await alone.giveBack(beside.nl);
  await alone.hears(alone.story.corrects);
  await alone.composer.fill('Je mi');
  await alone.button('English').click();
  language = 'en';
  await alone.asked('give-back');
  await expect(alone.composer).toHaveValue('Je mi');
  await alone.hears(alone.story.tells);
  await alone.hears(alone.story.corrects);
  await alone.hears(beside.nl);
  await context.close();
});

test('everybody can use each screen, in light and dark and on every width', async ({
  browser,
  weerklank,
}) => {
  test.setTimeout(300_000);
  const { context, alone } = await taster(browser, 'nl');
  const { page } = alone;
  const faults: string[] = [];
  const look = async (screen: string) => {
    for (const [colorScheme, width] of [
      ['light', 390],
      ['dark', 320],
      ['light', 1280],
    ] as const) {
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize({ width, height: 800 });
      const wide = (await overflowOf(page)) > 0 ? ['too wide'] : [];
      for (const fault of [...(await violationsOn(page)), ...wide]) {
        faults.push(`${screen}, ${colorScheme}, ${width}: ${fault}`);
      }
    }
  };
  await alone.arrive(weerklank.url);
  await look('arrival');
  await alone.begin();
  await look('mirror');
  await alone.giveBack(beside.nl);
  await alone.hears(alone.story.corrects);
  await look('corrected');
  await alone.giveBack(right.nl);
  await alone.asked('take-in');
  await look('heard');
  await alone.tell(small.nl);
  await look('mirrored');
  await alone.way('landed', 'confirm').click();
  await expect(alone.invitation).toBeVisible();
  await look('invitation');
  expect(faults).toEqual([]);
  await context.close();
});

test('the only way out is out: no control is there that does nothing', async ({
  browser,
  weerklank,
}) => {
  const { context, alone } = await taster(browser, 'nl');
  const { page, messages } = alone;
  await alone.arrive(weerklank.url);
  await alone.begin();
  const main = page.getByRole('banner').or(page.getByRole('main'));
  await expect(main.getByRole('button', { name: messages.hold.menu.open })).toHaveCount(0);
  await page.getByRole('link', { name: messages.room.home }).click();
  await expect(page.getByRole('heading', { name: messages.home.title })).toBeVisible();
  await context.close();
});
