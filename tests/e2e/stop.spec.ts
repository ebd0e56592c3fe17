import { join } from 'node:path';
import { createDatabase } from '#prisma/client.ts';
import { begin } from './begin.ts';
import type { Device } from './device.ts';
import { play, talks } from './talk.ts';
import { type Couple, expect, test } from './test.ts';
import { phaseAt } from './turn.ts';

const lines = talks.nl;

/** Expects both to see that the talk was stopped, and where. */
async function expectStopped({ an, bo }: Couple, leg: number): Promise<void> {
  for (const device of [an, bo]) {
    const { ending } = device.messages;
    const about = ending.stoppedAbout.replace('{phase}', phaseAt(leg, device.language) ?? '');
    await expect(device.page.getByRole('heading', { name: ending.stopped })).toBeVisible();
    await expect(device.page.getByText(about, { exact: true })).toBeVisible();
  }
}

async function toLobby(device: Device): Promise<void> {
  await device.button(device.messages.ending.lobby).click();
  await expect(device.library).toBeVisible();
}

test('a listener stops before anything was agreed, and one no takes the words from both', async ({
  coupleIn,
  weerklank,
}) => {
  const couple = await coupleIn('nl');
  const { an, bo } = couple;
  const { ending, replay } = an.messages;
  await begin(an, bo, 'written');
  await play(couple, lines.slice(0, 1));
  await expect(bo.prompt('answer')).toBeVisible();
  await bo.stop();
  await expectStopped(couple, 0);
  await an.keep('yes');
  await expect(an.page.getByText(an.named(ending.keep.waiting))).toBeVisible();
  await bo.keep('no');
  for (const device of [an, bo]) {
    await expect(device.page.getByRole('heading', { name: ending.gone.heading })).toBeVisible();
    await expect(device.page.getByText(lines[0]?.text ?? '')).toBeHidden();
    await toLobby(device);
    await expect(device.page.getByText(replay.past.gone)).toBeVisible();
    await expect(device.page.getByRole('link', { name: replay.past.open })).toBeHidden();
  }
  const db = await createDatabase({ file: join(weerklank.dataDir, 'weerklank.db') });
  const roomId = new URL(an.page.url()).pathname.split('/').at(-1) ?? '';
  const { id } = await db.session.findFirstOrThrow({ where: { roomId } });
  await db.$disconnect();
  for (const device of [an, bo]) {
    await device.page.goto(`${device.cable.url}/room/${roomId}/replay/${id}`);
    await expect(device.page.getByRole('heading', { name: replay.shut.gone.title })).toBeVisible();
    await expect(device.page.getByText(replay.shut.gone.body)).toBeVisible();
  }
});

test('who has answered a hidden question can still stop, and the answer stays hidden', async ({
  coupleIn,
}) => {
  const couple = await coupleIn('nl');
  const { an, bo } = couple;
  await begin(an, bo, 'written');
  await play(couple, lines.slice(0, 3));
  await expect(an.prompt('arrive', 'waiting')).toBeVisible();
  await an.stop();
  await expectStopped(couple, 1);
  const { soFar, hand } = bo.messages.session;
  await bo.button(soFar.open).click();
  await expect(bo.page.getByRole('dialog').getByText(hand.withheld)).toBeVisible();
  await expect(bo.page.getByRole('dialog')).not.toContainText('op 10');
});

test('a talk stopped half-way says so, also when it is looked back at', async ({ coupleIn }) => {
  const couple = await coupleIn('nl');
  const { an, bo } = couple;
  const { ending, replay } = an.messages;
  await begin(an, bo, 'written');
  await play(couple, lines.slice(0, 7));
  await expect(bo.prompt('give-back')).toBeVisible();
  await bo.stop();
  await expectStopped(couple, 4);
  await expect(bo.page.getByText(ending.halfYou)).toBeVisible();
  await expect(an.page.getByText(an.named(ending.halfThey))).toBeVisible();
  await Promise.all([an.keep(), bo.keep()]);
  await bo.page.getByRole('link', { name: ending.kept.replay }).click();
  const about = replay.notices.stopped.replace('{phase}', phaseAt(4, 'nl') ?? '');
  await expect(bo.page.getByText(about)).toBeVisible();
  await expect(bo.page.getByText(replay.notices.half.replace('{name}', bo.name))).toBeVisible();
});
