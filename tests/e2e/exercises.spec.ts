import { join } from 'node:path';
import { createDatabase } from '#prisma/client.ts';
import { exerciseOf } from '#tests/support/exercises.ts';
import { pathThrough } from '#tests/support/path.ts';
import { violationsOn } from './axe.ts';
import { begin } from './begin.ts';
import { Replaying } from './replaying.ts';
import { expect, test } from './test.ts';
import { sentenceAt, walk } from './walk.ts';

test('the three-B check shows nobody the numbers of the other before both have answered', async ({
  coupleIn,
  weerklank,
}) => {
  test.setTimeout(120_000);
  const couple = await coupleIn('nl');
  const { an, bo } = couple;
  const { definition, texts } = exerciseOf('are-you-there');
  await begin(an, bo, 'written', definition.id);
  // Half-way the other needs a pause: what was answered is still there.
  await an.check([9, 8, 7], 6);
  await bo.choose(bo.messages.hold.menu.pause);
  await expect(an.page.getByText(an.named(an.messages.hold.pause.they))).toBeVisible();
  await Promise.all([an.resume(), bo.resume()]);
  await an.check([6, 5, 4], 6, 3);
  await expect(an.prompt('there-for-each-other', 'waiting')).toBeVisible();
  const db = await createDatabase({ file: join(weerklank.dataDir, 'weerklank.db') });
  const { sealed } = await db.event.findFirstOrThrow({
    where: { sealed: { not: null } },
    orderBy: { at: 'desc' },
  });
  await db.$disconnect();
  const numbers = sealed ?? '';
  expect(numbers).not.toBe('');
  await expect(bo.page.getByRole('slider')).toBeVisible();
  // What the room says next comes behind all that was said before it.
  await an.choose(an.messages.hold.menu.pause);
  await expect(bo.page.getByText(bo.named(bo.messages.hold.pause.they))).toBeVisible();
  expect(bo.cable.carriedTo('device').includes(numbers)).toBe(false);
  await bo.page.reload();
  await expect(bo.page.getByText(bo.named(bo.messages.hold.pause.they))).toBeVisible();
  expect(bo.cable.carriedTo('device').includes(numbers)).toBe(false);

  await Promise.all([an.resume(), bo.resume()]);
  await bo.check([0, 1, 2, 3, 4, 10]);
  const labels = Object.values(texts.nl.steps['there-for-each-other']?.scales ?? {});
  for (const device of [an, bo]) {
    const rows = device.page.getByRole('table').getByRole('row');
    await expect(rows).toHaveCount(7);
    await expect(rows.nth(1)).toHaveText(`${labels[0]}90`);
    await expect(rows.nth(6)).toHaveText(`${labels[5]}410`);
    expect(await violationsOn(device.page)).toEqual([]);
  }
  expect(bo.cable.carriedTo('device').includes(numbers)).toBe(true);
  await Promise.all([an.goOn(), bo.goOn()]);
  await walk(couple, pathThrough(definition).slice(2));
  for (const device of [an, bo]) {
    const { ending } = device.messages;
    await expect(device.page.getByRole('heading', { name: ending.completed })).toBeVisible();
  }
  await Promise.all([an.keep(), bo.keep()]);
  const replay = new Replaying(bo);
  await replay.open();
  // Opened; a pause and two who go on; the one; a pause and two who go on; the other.
  for (let moment = 1; moment < 9; moment += 1) await replay.press('next');
  await expect(replay.stage.getByRole('row')).toHaveCount(7);
  await expect(replay.stage.getByRole('row').nth(6)).toHaveText(`${labels[5]}410`);
});

test('een laag dieper gives each layer back before the next, and the teller may stop at any', async ({
  coupleIn,
}) => {
  test.setTimeout(180_000);
  const couple = await coupleIn('nl');
  const { definition } = exerciseOf('layer-deeper');
  await begin(couple.an, couple.bo, 'written', definition.id);
  // In the first half An stops after one layer; in the second Bo goes to the bottom.
  const path = pathThrough(definition, { 'felt-or-stay': ['finish'] });
  await walk(couple, path, async ({ step, act }, actor, other) => {
    if (act === 'mirror') await expect(other.prompt(step, 'waiting')).toBeVisible();
    if (step !== 'felt-or-stay') return;
    // Both ways on are there, and neither of them for the other.
    await expect(actor.button(actor.way(step, 'add'))).toBeVisible();
    await expect(actor.button(actor.way(step, 'finish'))).toBeVisible();
    await expect(other.button(other.way(step, 'finish'))).toHaveCount(0);
  });
  for (const device of [couple.an, couple.bo]) {
    const { ending } = device.messages;
    await expect(device.page.getByRole('heading', { name: ending.completed })).toBeVisible();
  }
});

test('vloerkaart comes to a plan and a day, and to neither before both were summed up', async ({
  coupleIn,
}) => {
  test.setTimeout(240_000);
  const couple = await coupleIn('en');
  const { an, bo } = couple;
  const { definition } = exerciseOf('floor-card');
  await begin(an, bo, 'written', definition.id);
  const path = pathThrough(definition, {
    'weigh-plan': ['amend'],
    'weigh-plan-again': ['agree'],
    'weigh-day': ['schedule'],
  });
  let summaries = 0;
  await walk(couple, path, async ({ step, act }, actor) => {
    if (act === 'summarize') summaries += 1;
    if (act === 'suggest') expect(summaries).toBe(2);
    // Whoever is asked if a day suits sees which day.
    if (step.startsWith('weigh-day')) {
      await expect(
        actor.page
          .getByRole('article')
          .getByText(/\b20\d\d$/)
          .last(),
      ).toBeVisible();
    }
    if (summaries === 2) return;
    for (const device of [an, bo]) {
      await expect(device.button(device.way('suggest-piece', 'suggest'))).toHaveCount(0);
    }
    await expect(actor.prompt(step)).toBeVisible();
  });
  const plan = path.findIndex(({ step, act }) => step === 'weigh-plan' && act === 'amend');
  for (const device of [an, bo]) {
    const { ending } = device.messages;
    await expect(device.page.getByRole('heading', { name: ending.completed })).toBeVisible();
    const said = await device.saidSoFar();
    expect(said).toContain(sentenceAt(plan));
    // The days are words as well: sealed, and read as a day.
    expect(said.filter((text) => /\b20\d\d$/.test(text))).toHaveLength(2);
  }
});

test('words begun under one way do not come back under another', async ({ coupleIn }) => {
  const couple = await coupleIn('nl');
  const { an, bo } = couple;
  const { definition } = exerciseOf('leaning');
  const path = pathThrough(definition);
  const answer = path.findIndex(({ act }) => act === 'grant');
  await begin(an, bo, 'written', definition.id);
  await walk(couple, path.slice(0, answer));
  const { step } = path[answer] ?? { step: '' };
  await bo.button(bo.way(step, 'decline')).click();
  await bo.composer.fill('Dat lukt me deze week niet.');
  await an.choose(an.messages.hold.menu.pause);
  await expect(bo.page.getByText(bo.named(bo.messages.hold.pause.they))).toBeVisible();
  await Promise.all([an.resume(), bo.resume()]);
  await expect(bo.prompt(step)).toBeVisible();
  await expect(bo.composer).toHaveCount(0);
  await bo.button(bo.way(step, 'decline')).click();
  await expect(bo.composer).toHaveValue('Dat lukt me deze week niet.');
});

test('private hints show to the author alone, mark what is not given back, and can be turned off', async ({
  coupleIn,
}) => {
  test.setTimeout(120_000);
  const couple = await coupleIn('nl');
  const { an, bo } = couple;
  const { hints } = an.messages;
  const { definition } = exerciseOf('appreciation');
  const path = pathThrough(definition);
  const [told] = path;
  const mirror = path.find(({ act }) => act === 'mirror');
  if (!told || !mirror) throw new Error('No telling and no mirror');
  await begin(an, bo, 'written', definition.id);
  await an.write(
    told.step,
    told.act,
    'Gisteren kookte je soep voor ons allebei. Je belde mijn moeder in het ziekenhuis, terwijl je zelf moe was. En toen ik in de keuken stond te huilen, bleef je rustig naast me zitten.',
  );
  await expect(bo.prompt(mirror.step)).toBeVisible();
  await bo.composer.fill('Ja maar, ik was moe.');
  await expect(bo.page.getByText(hints.say.rebuttal)).toBeVisible();
  await expect(an.page.getByText(hints.say.rebuttal)).toHaveCount(0);
  expect(await violationsOn(bo.page)).toEqual([]);

  await bo.composer.fill('Je zegt dat ik soep kookte.');
  await expect(bo.page.getByText(hints.say.coverage)).toBeVisible();
  await expect(bo.page.locator('mark').first()).toBeVisible();
  expect(await violationsOn(bo.page)).toEqual([]);

  await bo.button(hints.turnOff).click();
  await expect(bo.page.getByText(hints.say.coverage)).toHaveCount(0);
  await expect(bo.page.locator('mark')).toHaveCount(0);
  await bo.page.reload();
  await expect(bo.button(hints.turnOn)).toBeVisible();
  // It never was a block: it goes as it is.
  await bo.write(mirror.step, 'mirror', 'Ja maar, je zegt dat ik soep kookte.');
  await expect(an.page.getByText('Ja maar, je zegt dat ik soep kookte.')).toBeVisible();
});

test('after three corrections the speaker hears of a shorter piece, and after a jump of a pause', async ({
  coupleIn,
}) => {
  test.setTimeout(180_000);
  const couple = await coupleIn('nl');
  const { an, bo } = couple;
  const { hints, session } = an.messages;
  await begin(an, bo, 'written');
  const path = pathThrough(exerciseOf('mirror-dialogue').definition);
  const arrive = path.findIndex(({ step }) => step === 'arrive');
  await walk(couple, path.slice(0, arrive));
  await an.rate(9);
  await expect(an.page.getByText(session.relief.about)).toBeVisible();
  await bo.rate(2);
  await bo.goOn();
  await an.goOn();
  await expect(an.page.getByText(session.relief.about)).toBeVisible();
  await expect(bo.page.getByText(session.relief.about)).toHaveCount(0);
  await an.button(session.relief.goOn).click();
  await expect(an.page.getByText(session.relief.about)).toHaveCount(0);

  const tell = path.findIndex(({ step }) => step === 'tell');
  await walk(couple, path.slice(arrive + 2, tell + 1));
  for (let round = 0; round < 3; round += 1) {
    await bo.write('give-back', 'mirror', sentenceAt(100 + round));
    await expect(an.prompt('landed')).toBeVisible();
    await expect(an.page.getByText(hints.shorter)).toHaveCount(0);
    await an.write('landed', 'correct', sentenceAt(200 + round));
  }
  await bo.write('give-back', 'mirror', sentenceAt(300));
  await expect(an.page.getByText(hints.shorter)).toBeVisible();
  await expect(bo.page.getByText(hints.shorter)).toHaveCount(0);
});
