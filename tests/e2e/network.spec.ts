import { begin } from './begin.ts';
import type { Device } from './device.ts';
import { sealedDraft } from './safe.ts';
import { play, talks } from './talk.ts';
import { expect, test } from './test.ts';

const offline = (device: Device) =>
  device.page.getByText(device.messages.room.offline, { exact: true });
const unsent = (device: Device) =>
  device.page.getByText(device.messages.session.trouble.unsent, { exact: true });

for (const language of ['nl', 'en'] as const) {
  const lines = talks[language];
  const [topic = '', , , , hope = '', intention = ''] = lines.map(({ text }) => text);

  test(`what a speaker says without a connection waits in sight, and lands once, in ${language}`, async ({
    coupleIn,
  }) => {
    const { an, bo } = await coupleIn(language);
    await begin(an, bo, 'written');
    await an.composer.fill('Onze');
    an.cable.cut();
    await expect(offline(an)).toBeVisible();
    await expect(an.composer).toHaveValue('Onze');
    await an.write('topic', 'propose', topic);
    await expect(unsent(an)).toBeVisible();
    await expect(an.page.getByText(topic, { exact: true })).toBeVisible();
    await expect(bo.prompt('topic', 'waiting')).toBeVisible();

    an.cable.mend();
    await expect(bo.prompt('answer')).toBeVisible();
    await expect(an.prompt('answer', 'waiting')).toBeVisible();
    await expect(offline(an)).toBeHidden();
    await expect(unsent(an)).toBeHidden();
    for (const device of [an, bo]) expect(await device.saidSoFar()).toEqual([topic]);
  });

  test(`a listener who was away comes level and keeps the words begun, in ${language}`, async ({
    coupleIn,
  }) => {
    const couple = await coupleIn(language);
    const { an, bo } = couple;
    const { hold } = an.messages;
    await begin(an, bo, 'written');
    await play(couple, lines.slice(0, 4));
    bo.cable.cut();
    await expect(offline(bo)).toBeVisible();
    await an.write('speaker-intends', 'appreciate', hope);
    bo.cable.mend();
    await expect(bo.prompt('listener-intends')).toBeVisible();
    await expect(bo.page.getByText(hope, { exact: true })).toBeVisible();

    await bo.composer.fill('Ik wil');
    bo.cable.cut();
    await expect(offline(bo)).toBeVisible();
    await bo.composer.fill(intention);
    await an.choose(hold.menu.pause);
    await expect(an.page.getByRole('heading', { name: hold.pause.heading })).toBeVisible();
    bo.cable.mend();
    await expect(bo.page.getByText(bo.named(hold.pause.they))).toBeVisible();
    await Promise.all([an.resume(), bo.resume()]);
    await expect(bo.composer).toHaveValue(intention);

    bo.cable.cut();
    await expect(offline(bo)).toBeVisible();
    await bo.button(bo.way('listener-intends', 'appreciate')).click();
    await expect(unsent(bo)).toBeVisible();
    bo.cable.mend();
    await expect(an.prompt('tell')).toBeVisible();
    await expect(bo.prompt('tell', 'waiting')).toBeVisible();
    for (const device of [an, bo]) {
      expect((await device.saidSoFar()).filter((said) => said === intention)).toHaveLength(1);
    }
  });
}

test('a move of which only the answer got lost is there once', async ({ coupleIn }) => {
  const { an, bo } = await coupleIn('nl');
  const topic = 'Ik wil het hebben over de zondagen.';
  await begin(an, bo, 'written');
  await expect(an.composer).toBeVisible();
  an.cable.loseAnswers();
  await an.write('topic', 'propose', topic);
  await expect(bo.prompt('answer')).toBeVisible();
  an.cable.cut();
  await expect(unsent(an)).toBeVisible();
  an.cable.mend();
  await expect(an.prompt('answer', 'waiting')).toBeVisible();

  bo.cable.loseAnswers();
  await bo.write('answer', 'accept');
  await expect(an.prompt('arrive')).toBeVisible();
  bo.cable.cut();
  await expect(unsent(bo)).toBeVisible();
  bo.cable.mend();
  await expect(bo.prompt('arrive')).toBeVisible();
  await expect(unsent(bo)).toBeHidden();
  for (const device of [an, bo]) expect(await device.saidSoFar()).toEqual([topic]);
});

test('words being written are sealed on the device, and there again after a reload', async ({
  coupleIn,
}) => {
  const { an, bo } = await coupleIn('nl');
  await begin(an, bo, 'written');
  let sealed: string | null = null;
  for (const text of ['Ik wil het', 'Ik wil het hebben over onze avonden.']) {
    await an.composer.fill(text);
    await expect.poll(() => sealedDraft(an)).not.toBe(sealed);
    sealed = await sealedDraft(an);
    // Of what is sealed, chance can spell a word of two letters.
    expect(sealed).not.toContain(text);
    expect(sealed).not.toContain('avonden');
    await an.page.reload();
    await expect(an.composer).toHaveValue(text);
  }
  await an.button(an.way('topic', 'propose')).click();
  await expect(an.prompt('answer', 'waiting')).toBeVisible();
  await expect.poll(() => sealedDraft(an)).toBeNull();
});

test('words that could not be sent before a reload are sent after it, once', async ({
  coupleIn,
}) => {
  const { an, bo } = await coupleIn('nl');
  const topic = 'Ik wil het hebben over de vakantie.';
  await begin(an, bo, 'written');
  await expect(an.composer).toBeVisible();
  an.cable.cut();
  await an.write('topic', 'propose', topic);
  await expect(unsent(an)).toBeVisible();
  // Without a network the browser shows a page of its own: nothing of ours runs any more.
  const address = an.page.url();
  await expect(an.page.reload()).rejects.toThrow('net::ERR');
  await an.page.waitForURL('chrome-error:**');
  // That page tries again by itself, which would get in the way of what is done here by hand.
  await an.page.goto('about:blank');
  an.cable.mend();
  await expect(bo.prompt('topic', 'waiting')).toBeVisible();
  await an.page.goto(address);
  await expect(bo.prompt('answer')).toBeVisible();
  await expect(an.prompt('answer', 'waiting')).toBeVisible();
  for (const device of [an, bo]) expect(await device.saidSoFar()).toEqual([topic]);
});
