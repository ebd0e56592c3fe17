import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { newCanaries, sightings } from '#tests/support/canaries.ts';
import { tally } from '#tests/support/tally.ts';
import { begin } from './begin.ts';
import type { Device } from './device.ts';
import { sealedDraft } from './safe.ts';
import { secretsOf } from './secrets.ts';
import { expect, test } from './test.ts';
import { originsAskedBy, readOff } from './wire.ts';

/** Every file the server keeps, by its path. */
function filesIn(folder: string): Record<string, Buffer> {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  return Object.fromEntries(
    files.map(({ parentPath, name }) => [name, readFileSync(join(parentPath, name))]),
  );
}

async function expectCookies(device: Device): Promise<void> {
  const cookies = await device.context.cookies();
  expect(cookies.map(({ name }) => name).sort()).toEqual([
    'next-auth.callback-url',
    'next-auth.csrf-token',
    'weerklank-auth',
  ]);
  expect(cookies.every(({ httpOnly, sameSite }) => httpOnly && sameSite === 'Lax')).toBe(true);
  const callback = cookies.find(({ name }) => name === 'next-auth.callback-url');
  expect(decodeURIComponent(callback?.value ?? '')).toBe(`${device.cable.url}/`);
}

test('what a couple writes and is called is nowhere but on their own two devices', async ({
  deviceFor,
  weerklank,
}) => {
  const canaries = newCanaries(10);
  const [name = '', partner = '', topic = '', draft = '', hope = '', ...rest] = canaries;
  const [intention = '', told = '', mirror = '', unsent = '', correction = ''] = rest;
  // So that no answer is compressed, and every byte can be read off the cable.
  const plain = { extraHTTPHeaders: { 'accept-encoding': 'identity' } };
  const an = await deviceFor({ name, partner, language: 'nl' }, plain);
  const bo = await deviceFor({ name: partner, partner: name, language: 'en' }, plain);
  const origins = [an, bo].map(({ page }) => originsAskedBy(page));
  const link = await an.startRoom();
  const secrets = await secretsOf(link, join(weerklank.dataDir, 'weerklank.db'));
  await bo.acceptLink(link);

  await begin(an, bo, 'written');
  await an.composer.fill(draft);
  await an.write('topic', 'propose', topic);
  await bo.write('answer', 'accept');
  await an.rate(7);
  await bo.rate(4);
  await Promise.all([an.goOn(), bo.goOn()]);
  await an.write('speaker-intends', 'appreciate', hope);
  await bo.write('listener-intends', 'appreciate', intention);
  await an.write('tell', 'send', told);
  await bo.write('give-back', 'mirror', mirror);
  await an.write('landed', 'correct', correction);
  await expect(bo.prompt('give-back')).toBeVisible();
  await bo.composer.fill(unsent);
  await expect.poll(() => sealedDraft(bo)).not.toBeNull();
  await bo.page.reload();
  await expect(bo.composer).toHaveValue(unsent);
  expect(await bo.saidSoFar()).toEqual([topic, hope, intention, told, mirror, correction]);
  await bo.stop();
  await Promise.all([an.keep(), bo.keep()]);
  await an.page.getByRole('link', { name: an.messages.ending.kept.replay }).click();
  await expect(an.page.getByText(told, { exact: true }).first()).toBeVisible();

  const wires = { 'wire of an': readOff(an.cable), 'wire of bo': readOff(bo.cable) };
  const kept = { output: Buffer.from(weerklank.output()), ...filesIn(weerklank.dataDir) };
  const { secret, roomKey, token } = secrets;
  for (const carried of Object.values(wires)) {
    expect(carried.includes('move:submit')).toBe(true);
    expect(carried.includes('"ask":"hold"')).toBe(true);
    expect(carried.toString('latin1')).not.toMatch(/content-encoding: (?:gzip|br|zstd|deflate)/i);
  }
  expect(wires['wire of bo'].includes(token)).toBe(true);
  expect(Object.keys(kept)).toEqual(expect.arrayContaining(['weerklank.db', 'weerklank.db-wal']));
  const searched = { ...wires, ...kept };
  const strings = [...canaries, secret, roomKey];
  const found = [...sightings(strings, searched), ...sightings([token], kept)];
  const tried = strings.length * Object.keys(searched).length + Object.keys(kept).length;
  for (const name of ['attack-01-words-nowhere', 'canaries']) {
    tally(name, { tried, letThrough: found.length });
  }
  expect(found).toEqual([]);

  for (const [index, device] of [an, bo].entries()) {
    expect([...(origins[index] ?? [])]).toEqual([device.cable.url]);
    await expectCookies(device);
  }
});
