import { expect } from './expect.ts';
import { replayKept } from './replaying.ts';
import { RightsScreen } from './rights-screen.ts';
import { talks } from './talk.ts';
import { coupleOn, type Tour } from './tour.ts';

/** All that can be seen and decided about what is kept, from the room to being out of it. */
export async function tourRights(tour: Tour): Promise<void> {
  const { visit, language } = tour;
  const couple = await coupleOn(tour);
  const { an, bo } = couple;
  await replayKept(couple, talks[language].slice(0, 9));
  const screen = new RightsScreen(an);
  await screen.visit();
  await visit('rights', an);
  for (const part of ['retention', 'readings', 'take', 'erase', 'leave', 'more'] as const) {
    await screen.open(part);
    if (part === 'take') {
      await an.page.getByRole('radio', { name: screen.labels.take.ours }).check();
    }
    await visit(`rights-${part}`, an);
  }
  await screen.open('take');
  await an.page.getByRole('radio', { name: screen.labels.take.mine }).check();
  await an.page.getByRole('radio', { name: screen.labels.take.paper }).check();
  await an.button(screen.labels.take.show).click();
  await expect(an.button(screen.labels.take.print)).toBeVisible();
  await visit('rights-paper', an);
  await an.button(an.messages.common.close).click();

  const { known, privacy, reread } = an.messages;
  const address = an.page.url();
  await an.page.goto(address.replace(/rights$/, 'known'));
  await expect(an.page.getByText(known.tables.Seat.name)).toBeVisible();
  await visit('known', an);
  await an.page.locator('summary').nth(1).click();
  await an.page.locator('summary').nth(3).click();
  await visit('known-open', an);
  await an.page.goto(`${an.cable.url}/privacy`);
  await expect(an.page.getByRole('heading', { name: privacy.heading })).toBeVisible();
  await visit('privacy', an);
  await an.page.goto(`${an.cable.url}/read`);
  const nothing = { name: 'x.json', mimeType: 'application/json', buffer: Buffer.from('{}') };
  await an.page.getByLabel(reread.choose).setInputFiles(nothing);
  await expect(an.page.getByText(reread['not-ours'])).toBeVisible();
  await visit('read', an);

  await an.page.goto(address);
  await screen.open('leave');
  await an.button(screen.labels.leave.open).click();
  await visit('leave-question', an);
  await an.button(screen.labels.leave.sure).click();
  await expect(an.page.getByRole('heading', { name: screen.labels.leave.done })).toBeVisible();
  await visit('left', an);
  const stayed = new RightsScreen(bo);
  await stayed.visit();
  await visit('rights-of-who-stayed', bo);
}
