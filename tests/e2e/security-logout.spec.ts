import { join } from 'node:path';
import type { Page } from 'playwright/test';
import { newCanaries, sightings } from '#tests/support/canaries.ts';
import { Tries } from '#tests/support/tally.ts';
import { Owner } from './account.ts';
import { begin } from './begin.ts';
import { heapOf, holdsBytes, rememberBytes, traceIn } from './memory.ts';
import { secretsOf } from './secrets.ts';
import { expect, test } from './test.ts';

/** In which of these places of a page a string or these bytes turn up. */
async function found(page: Page, strings: readonly string[], keys: readonly Uint8Array[]) {
  const places = { heap: await heapOf(page), 'page and storage': await traceIn(page) };
  const inText = sightings([...strings, ...keys], places);
  const inBytes = await Promise.all(keys.map((key) => holdsBytes(page, key)));
  return {
    inText,
    inBytes: inBytes.reduce((sum, count) => sum + count, 0),
    tried: 2 * (strings.length + keys.length) + keys.length,
  };
}

test('(attack 16) after signing out no word and no key is left: not in storage, on a page or in memory, in any tab', async ({
  deviceFor,
  weerklank: { dataDir },
}) => {
  const [name = '', partner = '', topic = '', draft = ''] = newCanaries(4);
  const an = await deviceFor({ name, partner, language: 'nl' });
  await rememberBytes(an.context);
  const bo = await deviceFor({ name: partner, partner: name, language: 'en' });
  const link = await an.startRoom();
  const { roomKey } = await secretsOf(link, join(dataDir, 'weerklank.db'));
  await bo.acceptLink(link);
  const owner = new Owner(an, dataDir, 'heap@voorbeeld.be');
  await owner.makeAccount();
  await an.page.getByText(an.messages.home.back).click();
  await begin(an, bo, 'written');
  await an.write('topic', 'propose', topic);
  await bo.stop();
  await Promise.all([an.keep(), bo.keep()]);

  // Three tabs: one looks back, one is in the middle of another talk, one signs out.
  const replay = await an.context.newPage();
  const again = an.page.getByRole('link', { name: an.messages.ending.kept.replay });
  await replay.goto(an.cable.url + ((await again.getAttribute('href')) ?? ''));
  await expect(replay.getByText(topic, { exact: true }).first()).toBeAttached();
  const room = an.page;
  for (const device of [an, bo]) await device.button(device.messages.ending.lobby).click();
  await begin(an, bo, 'written');
  await an.composer.fill(draft);
  const words = [topic, draft, name, partner, owner.recoveryCode, owner.password];
  const before = await Promise.all([replay, room].map((page) => found(page, words, [roomKey])));
  // So that it says something that nothing is found below.
  for (const { inText, inBytes } of before) expect(inText.length + inBytes).toBeGreaterThan(0);
  expect(before.reduce((sum, { inBytes }) => sum + inBytes, 0)).toBeGreaterThan(0);

  const leaving = await an.context.newPage();
  await leaving.goto(`${an.cable.url}/account`);
  const { account, signIn } = an.messages;
  await leaving.getByRole('button', { name: account.leaving.leave, exact: true }).click();
  const anyway = leaving.getByRole('button', { name: account.leaving.anyway, exact: true });
  const out = leaving.getByRole('heading', { name: account.out.heading });
  await expect(anyway.or(out)).toBeVisible();
  if (await anyway.isVisible()) await anyway.click();
  await expect(out).toBeVisible();
  for (const page of [replay, room]) {
    await expect(page.getByRole('heading', { name: signIn.heading })).toBeVisible();
  }

  const tries = new Tries();
  for (const [tab, page] of Object.entries({ leaving, replay, room })) {
    const { inText, inBytes, tried } = await found(page, words, [roomKey]);
    for (let at = 0; at < tried; at += 1)
      tries.note(`${tab}: ${inText[at] ?? `${inBytes} buffers`}`, at < inText.length + inBytes);
  }
  expect(tries.told('attack-16-after-logout')).toEqual([]);
});
