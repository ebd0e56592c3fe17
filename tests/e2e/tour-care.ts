import { Check, giveName } from './check.ts';
import { expect } from './expect.ts';
import type { Tour } from './tour.ts';

/** The safety check and what follows from it, the page with help, and the words while nobody comes. */
export async function tourCare({ deviceFor, language, visit }: Tour): Promise<void> {
  const an = await deviceFor({ name: 'An', partner: 'Bo', language, asked: false });
  const check = new Check(an);
  const { care, common, home, help, room } = an.messages;
  const start = async () => {
    await an.page.goto(an.cable.url);
    await giveName(an, home.start);
    await check.expectIntro();
  };
  await start();
  await visit('check', an);
  await check.begin();
  await check.expectTitle(care.question.fear);
  await visit('check-question', an);
  for (const at of [0, 1, 2]) await check.answer(at, 'no');
  await check.answer(3, 'yes');
  await check.expectTitle(care.help.title);
  await visit('check-help', an);
  await an.page.getByText(care.lines.about).first().click();
  await visit('check-help-line', an);

  await start();
  await check.answerAll(['no', 'no', 'no', 'unsaid']);
  await check.expectTitle(care.unsaid.title);
  await visit('check-unsaid', an);
  await an.button(care.unsaid.goOn).click();
  await an.button(room.invite.make).click();
  await expect(an.page.getByText(room.absence.notYet)).toBeVisible();
  await visit('nobody-yet', an);
  await an.page.getByRole('link', { name: common.help }).click();
  await expect(an.page.getByRole('heading', { name: help.heading })).toBeVisible();
  await visit('help', an);
}
