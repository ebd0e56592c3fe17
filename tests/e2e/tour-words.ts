import { expect } from './expect.ts';
import { Replaying, talkAndStop } from './replaying.ts';
import { talks } from './talk.ts';
import { coupleOn, forgetKeys, type Tour } from './tour.ts';

/** What becomes of the words: the end, the question, the replay, and the rights over them. */
export async function tourWords(tour: Tour): Promise<void> {
  const { visit, language } = tour;
  const couple = await coupleOn(tour);
  const { an, bo } = couple;
  const { ending, replay: labels } = an.messages;
  await talkAndStop(couple, talks[language].slice(0, 9));
  await visit('stopped', an);
  await bo.button(ending.lobby).click();
  const replay = new Replaying(an);
  const other = new Replaying(bo);
  await other.openFromLobby('openAsked');
  await visit('replay-words-asked', bo);
  await an.keep();
  await expect(an.page.getByText(an.named(ending.keep.waiting))).toBeVisible();
  await visit('keep-waiting', an);
  await bo.button(labels.rights.keepYes).click();
  await expect(an.page.getByRole('heading', { name: ending.kept.heading })).toBeVisible();
  await visit('kept', an);
  await an.button(ending.destroy).click();
  await visit('kept-destroy', an);

  await replay.open();
  await visit('replay', an);
  const moments = [2, 5, 6, 8];
  for (let moment = 2; moment <= 8; moment += 1) {
    await replay.press('next');
    if (moments.includes(moment)) await visit(`replay-moment-${moment}`, an);
  }
  await an.page.getByText(labels.phases.heading).click();
  await visit('replay-phases', an);
  await an.page.getByText(labels.phases.heading).click();
  await an.button(labels.transcript.erase).click();
  await visit('replay-erase', an);
  await replay.transcript.getByRole('button', { name: labels.rights.eraseLine }).last().click();
  await expect(an.page.getByRole('dialog')).toBeVisible();
  await visit('replay-erase-question', an);
  await an.button(labels.rights.eraseLineSure).click();
  await expect(replay.transcript).toContainText(labels.said.gap);
  await visit('replay-gap', an);
  await an.button(labels.rights.destroy).click();
  await expect(an.page.getByRole('dialog')).toBeVisible();
  await visit('replay-destroy-question', an);
  await an.button(labels.rights.back).click();

  const address = bo.page.url();
  await bo.page.goto(bo.cable.url);
  await forgetKeys(bo);
  await bo.page.goto(address);
  await expect(bo.page.getByText(labels.notices.key)).toBeVisible();
  await visit('replay-without-key', bo);

  await an.page.getByRole('link', { name: labels.back }).click();
  await expect(an.page.getByRole('link', { name: labels.past.open })).toBeVisible();
  await visit('lobby-with-a-past', an);
  await replay.openFromLobby();
  await an.button(labels.rights.destroy).click();
  await an.button(labels.rights.destroySure).click();
  await expect(an.page.getByRole('heading', { name: labels.shut.gone.title })).toBeVisible();
  await visit('replay-gone', an);
}
