import { Replaying, replayKept, talkAndStop } from './replaying.ts';
import { talks } from './talk.ts';
import { expect, test } from './test.ts';

/** Up to and including the first time that something did not land. */
const lines = talks.nl.slice(0, 9);
/** Said last, by An. */
const gone = lines.at(-1)?.text ?? '';

test('words that one erases leave a gap for both, and one alone destroys them for both', async ({
  coupleIn,
}) => {
  const couple = await coupleIn('nl');
  const { an, bo } = couple;
  const { an: replay, bo: other } = await replayKept(couple, lines);
  const { rights, said, transcript, shut } = an.messages.replay;
  await an.button(transcript.erase).click();
  const line = replay.transcript.getByRole('listitem').filter({ hasText: gone });
  await line.getByRole('button', { name: rights.eraseLine }).click();
  const dialog = an.page.getByRole('dialog', { name: rights.eraseLineTitle });
  await dialog.getByRole('button', { name: rights.eraseLineSure }).click();
  await expect(dialog).toBeHidden();
  await expect(replay.transcript).toContainText(said.gap);
  await expect(replay.transcript).not.toContainText(gone);
  await other.open();
  for (const each of [replay, other]) {
    await each.press('last');
    await each.press('back');
    await expect(each.stage).toContainText(said.gap);
  }
  const left = lines.flatMap(({ text }) => (text === gone || text === undefined ? [] : text));
  await expect(other.transcript.locator('.said')).toHaveText(left);

  await bo.button(rights.destroy).click();
  await bo.button(rights.destroySure).click();
  await expect(bo.page.getByRole('heading', { name: shut.gone.title })).toBeVisible();
  await an.page.reload();
  await expect(an.page.getByRole('heading', { name: shut.gone.title })).toBeVisible();
  for (const device of [an, bo]) {
    await expect(device.page.locator('.said')).toHaveCount(0);
    await device.page.getByRole('link', { name: device.messages.replay.back }).click();
    const { past } = device.messages.replay;
    const list = device.page.getByRole('region', { name: past.heading });
    await expect(list.getByRole('listitem')).toHaveText([new RegExp(past.gone)]);
    await expect(list.getByRole('link')).toHaveCount(0);
  }
});

test('whoever left the question about the words open answers it while looking back', async ({
  coupleIn,
}) => {
  const couple = await coupleIn('nl');
  const { an, bo } = couple;
  await talkAndStop(couple, lines);
  const { ending, replay: labels } = an.messages;
  const replays = [new Replaying(an), new Replaying(bo)] as const;
  for (const replay of replays) {
    await replay.device.button(ending.lobby).click();
    const list = replay.device.page.getByRole('region', { name: labels.past.heading });
    await expect(list.getByText(labels.past.asked)).toBeVisible();
    await replay.openFromLobby('openAsked');
    await replay.device.button(labels.rights.keepYes).click();
  }
  await expect(an.page.getByText(an.named(labels.rights.waiting))).toBeVisible();
  await expect(bo.page.getByText(labels.rights.kept)).toBeVisible();
  await an.page.getByRole('link', { name: labels.back }).click();
  await expect(an.page.getByText(labels.past.kept)).toBeVisible();
  await replays[0].openFromLobby();
  await expect(an.page.getByText(labels.rights.kept)).toBeVisible();
});
