import { mirrorDialogue } from '#tests/support/exercises.ts';
import { replayKept } from './replaying.ts';
import { type Line, talks } from './talk.ts';
import { expect, test } from './test.ts';
import { legOf, phaseAt } from './turn.ts';

/** Up to and including the first time that something did not land. */
const lines = talks.nl.slice(0, 9);
/** The opening and the stop are moments too. */
const total = lines.length + 2;

function lineAt(index: number): Line {
  const line = lines.at(index);
  if (!line) throw new Error(`No line ${index} in this talk`);
  return line;
}

test('somebody steps through a talk with the buttons, the keys and by phase', async ({
  coupleIn,
}) => {
  const couple = await coupleIn('nl');
  const { page } = couple.an;
  const { an: replay } = await replayKept(couple, lines);

  await replay.expectMoment(1, total);
  await replay.press('next');
  await replay.expectLine(lineAt(0));
  await replay.press('next');
  await replay.expectLine(lineAt(1));
  await replay.press('back');
  await replay.expectLine(lineAt(0));
  await replay.press('last');
  await replay.expectMoment(total, total);
  await replay.press('first');
  await replay.expectMoment(1, total);

  await page.keyboard.press('End');
  await replay.expectMoment(total, total);
  await page.keyboard.press('ArrowLeft');
  await replay.expectLine(lineAt(-1));
  await page.keyboard.press('Home');
  await page.keyboard.press('ArrowRight');
  await replay.expectLine(lineAt(0));
  await page.keyboard.press('ArrowLeft');
  await replay.expectMoment(1, total);

  const { phases } = couple.an.messages.replay;
  await page.getByText(phases.heading).click();
  for (const index of [6, 0, 4]) {
    const line = lineAt(index);
    const phase = phaseAt(legOf(line), 'nl') ?? '';
    await page.locator('details').getByRole('button', { name: phase, exact: true }).click();
    await expect(replay.stage).toContainText(phase);
    await replay.expectMoment(index === 0 ? 1 : index + 2, total);
  }
  await expect(page.locator('details').getByText(phases.unreached).first()).toBeVisible();
});

test('a talk plays by itself, every moment of it, at the pace at which it was lived', async ({
  coupleIn,
}) => {
  const couple = await coupleIn('nl');
  const { page } = couple.an;
  const began = performance.now();
  const { an: replay } = await replayKept(couple, lines);
  const lived = performance.now() - began;
  const { controls, stage } = couple.an.messages.replay;
  const [before = ''] = stage.place.split('{index}');
  const passed = page.evaluate(
    ([label, opening]) =>
      new Promise<{ shown: string; at: number }[]>((resolve) => {
        const seen: { shown: string; at: number }[] = [];
        const region = document.querySelector(`[aria-label="${label}"]`);
        const look = () => {
          const [, index = '', all] =
            new RegExp(`${opening}(\\d+)\\D+(\\d+)`).exec(region?.textContent ?? '') ?? [];
          if (index !== seen.at(-1)?.shown) seen.push({ shown: index, at: performance.now() });
          if (index === all) resolve(seen);
        };
        look();
        if (region) {
          const changes = { subtree: true, childList: true, characterData: true };
          new MutationObserver(look).observe(region, changes);
        }
      }),
    [stage.label, before] as const,
  );
  await replay.press('play');
  await expect(couple.an.button(controls.rest)).toBeVisible();
  const seen = await passed;
  expect(seen.map(({ shown }) => shown)).toEqual(
    Array.from({ length: total }, (_, at) => `${at + 1}`),
  );
  await expect(couple.an.button(controls.play)).toBeVisible();
  const lasted = (seen.at(-1)?.at ?? 0) - (seen[0]?.at ?? 0);
  // Lived as measured here includes the clicks before the first moment and after the last.
  expect(lasted).toBeGreaterThan(lived / 4);
  await replay.expectMoment(total, total);
});

test('somebody who looks back does not disturb the room, and is not disturbed', async ({
  coupleIn,
}) => {
  const couple = await coupleIn('nl');
  const { an, bo } = couple;
  const { an: replay } = await replayKept(couple, lines);
  const { ending, replay: labels, room } = an.messages;
  await bo.button(ending.lobby).click();
  await expect(bo.page.getByText(bo.named(room.presence.away)).first()).toBeVisible();
  await bo.propose(mirrorDialogue.id, 'spoken');

  await replay.press('last');
  await replay.press('back');
  await replay.expectLine(lineAt(-1));
  await an.button(labels.transcript.erase).click();
  await an.button(labels.rights.eraseAll).click();
  await an.button(labels.rights.eraseAllSure).click();
  await expect(replay.stage).toContainText(labels.said.gap);
  await expect(bo.proposal).toBeVisible();

  await an.page.getByRole('link', { name: labels.back }).click();
  await expect(bo.page.getByText(bo.named(room.presence.here)).first()).toBeVisible();
  await an.accept();
  await bo.say('topic', 'propose');
  await expect(an.prompt('answer', 'spoken')).toBeVisible();
  await an.say('answer', 'accept');
  await expect(bo.page.getByRole('slider')).toBeVisible();
});
