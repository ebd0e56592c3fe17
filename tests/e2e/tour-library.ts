import { library, mirrorDialogue } from '#tests/support/exercises.ts';
import { expect } from './expect.ts';
import { filled } from './message.ts';
import { coupleOn, type Tour } from './tour.ts';

/** Choosing what to do, from both sides, with what can go wrong; and the cards to print. */
export async function tourLibrary(tour: Tour): Promise<void> {
  const { visit } = tour;
  const { an, bo } = await coupleOn(tour);
  const { choose, mood, detail, proposal, paper } = an.messages.library;
  const { name } = library.offered[0]?.texts[an.language].about ?? { name: '' };
  await an.button(filled(an, choose.upTo, { minutes: 20 })).click();
  await an.button(mood.closeness).click();
  await visit('library-filtered', an);
  await an.button(filled(an, choose.upTo, { minutes: 10 })).click();
  await an.button(mood.difficult).click();
  await expect(an.page.getByText(choose.none)).toBeVisible();
  await visit('library-nothing', an);
  await an.button(choose.all).click();

  const dialog = await an.look(mirrorDialogue.id);
  await expect(dialog.locator('summary').first()).toBeVisible();
  await visit('exercise', an);
  for (const summary of await dialog.locator('summary').all()) await summary.click();
  await visit('exercise-background', an);
  an.cable.cut();
  await expect(an.page.getByText(an.messages.room.offline)).toBeVisible();
  await dialog.getByRole('button', { name: an.named(detail.propose) }).click();
  await expect(dialog.getByText(detail.noAnswer)).toBeVisible();
  await visit('exercise-no-answer', an);
  await an.page.keyboard.press('Escape');
  await an.look(library.offered[0]?.definition.id ?? '');
  await expect(an.page.getByText(detail.trouble)).toBeVisible();
  await visit('exercise-offline', an);
  an.cable.mend();
  await expect(an.page.getByText(detail.trouble)).toBeHidden();

  await bo.propose(mirrorDialogue.id, 'spoken');
  await expect(an.page.getByRole('dialog', { name })).toContainText(an.named(detail.standing));
  await visit('exercise-while-proposed', an);
  await an.button(detail.toProposal).click();
  await expect(an.proposal).toBeVisible();
  await visit('proposal', an);
  await visit('proposal-yours', bo);
  await an.button(proposal.decline).click();
  await expect(bo.page.getByText(proposal.gone)).toBeVisible();
  await visit('proposal-gone', bo);
  await an.page.goto(`${an.cable.url}/exercises`);
  await expect(an.page.getByRole('heading', { name: paper.heading })).toBeVisible();
  await visit('cards', an);
  await bo.propose(mirrorDialogue.id, 'spoken');
  await expect(bo.proposal).toContainText(bo.named(proposal.youTellLater));
  await visit('proposal-away', bo);
  await an.page.goto(`${an.cable.url}/exercises/${mirrorDialogue.id}`);
  await expect(an.button(paper.print)).toBeVisible();
  await visit('card', an);
}
