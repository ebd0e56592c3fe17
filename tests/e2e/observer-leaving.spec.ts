import { newCanaries, sightings } from '#tests/support/canaries.ts';
import { begin } from './begin.ts';
import { Sockets } from './carried.ts';
import { traceIn } from './memory.ts';
import { play, talks } from './talk.ts';
import { expect } from './test.ts';
import { test } from './watched.ts';

for (const [who, language] of [
  ['an', 'nl'],
  ['bo', 'en'],
] as const) {
  test(`let go in mid-sentence by ${who}, she hears nothing after a second, in ${language}`, async ({
    coupleIn,
    watched,
  }) => {
    const couple = await coupleIn(language);
    const { an, bo } = couple;
    const lines = talks[language];
    const therapist = await watched(couple);
    const sockets = new Sockets(therapist.device.page);
    await therapist.device.page.reload();
    await therapist.isIn();
    await begin(an, bo, 'written');
    await play(couple, lines.slice(0, 6));
    await expect(therapist.talk.getByText(lines[5]?.text ?? '')).toBeVisible();
    const told = lines[6]?.text ?? '';
    await expect(an.composer).toBeVisible();
    await an.composer.fill(told.slice(0, 12));

    const lost = sockets.lost();
    const { bar } = couple[who].messages.observing;
    const letGo = couple[who].page.getByRole('button', { name: bar.letGo });
    await expect(letGo).toBeVisible();
    const pressed = performance.now();
    await letGo.click();
    const closed = Math.round((await lost) - pressed);
    await therapist.isOut('over');
    const shown = Math.round(performance.now() - pressed);
    process.stdout.write(
      `Let go by ${who}: her socket closed after ${closed} ms, her screen after ${shown} ms\n`,
    );
    // Whoever was writing goes on where they were.
    await expect(an.composer).toHaveValue(told.slice(0, 12));
    await an.write('tell', 'send', told);
    await bo.write('give-back', 'mirror', lines[7]?.text ?? '');
    await expect(an.page.getByText(lines[7]?.text ?? '').first()).toBeVisible();
    const late = sockets.carried.filter(({ at }) => at > pressed + 1_000);
    expect(late).toEqual([]);
    expect(sockets.carried.some(({ event }) => event.fact.type === 'sent')).toBe(false);
    expect(closed).toBeLessThan(1_000);
    // Knocking again is all that is left to her.
    const { observe } = therapist.device.messages;
    await therapist.device.page.reload();
    await expect(therapist.owner.title(observe.knock.title)).toBeVisible();
  });
}

test('after the end nothing of the couple is on her screen or in her browser, nor her notes anywhere', async ({
  deviceFor,
  watched,
}) => {
  const [name = '', partner = '', topic = '', cue = ''] = newCanaries(4);
  const an = await deviceFor({ name, partner, language: 'nl' });
  const bo = await deviceFor({ name: partner, partner: name, language: 'en' });
  await bo.acceptLink(await an.startRoom());
  const couple = { an, bo };
  const therapist = await watched(couple);
  const { page } = therapist.device;
  await begin(an, bo, 'written');
  await an.write('topic', 'propose', topic);
  await expect(therapist.talk.getByText(topic)).toBeVisible();
  await expect(page.getByText(name).first()).toBeVisible();
  await therapist.cue(cue);
  await expect(bo.page.getByText(cue).first()).toBeVisible();
  const during = sightings([name, partner, topic], { screen: await traceIn(page) });
  expect(during.length).toBe(3);
  await bo.stop();
  await therapist.isOut('session');
  const strings = [name, partner, topic, cue];
  expect(sightings(strings, { 'screen and storage': await traceIn(page) })).toEqual([]);
  await therapist.owner.open('/desk');
  await expect(therapist.owner.title(therapist.device.messages.desk.title)).toBeVisible();
  expect(sightings(strings, { desk: await traceIn(page) })).toEqual([]);
});
