import { begin } from './begin.ts';
import { actsAt } from './device.ts';
import { filled } from './message.ts';
import { Replaying } from './replaying.ts';
import { type Line, otherOf, play, ratings, talks } from './talk.ts';
import { type Couple, expect, test } from './test.ts';
import { expectNothingToAnswerWith } from './turn.ts';

/** From here on a button is easy to hit on a phone that lies on the table. */
const large = 90;

async function sayAll(couple: Couple, lines: readonly Line[]): Promise<void> {
  for (const line of lines) {
    const { who, step, act } = line;
    const speaker = couple[who];
    const other = couple[otherOf(line)];
    await expect(speaker.prompt(step, 'spoken')).toBeVisible();
    for (const device of [speaker, other])
      await expect(device.page.getByRole('textbox')).toHaveCount(0);
    if (act === 'rate') {
      await speaker.rate(ratings[who]);
      if (who === 'bo') await Promise.all([couple.an.goOn(), couple.bo.goOn()]);
      continue;
    }
    await expect(other.prompt(step, 'waiting')).toBeVisible();
    await expectNothingToAnswerWith(other);
    const { open } = speaker.messages.session.soFar;
    const buttons = (await speaker.buttonsInMain()).filter((name) => name !== open);
    expect(buttons).toEqual(actsAt(step).map((offered) => speaker.way(step, offered, true)));
    const box = await speaker.button(speaker.way(step, act, true)).boundingBox();
    expect(box?.height).toBeGreaterThan(large);
    await speaker.say(step, act);
  }
}

test('a couple goes through a whole dialogue aloud, with a large button for each act and no field', async ({
  coupleIn,
}) => {
  test.setTimeout(300_000);
  const couple = await coupleIn('nl');
  const { an, bo } = couple;
  const { ending, replay: labels } = an.messages;
  await begin(an, bo, 'spoken');
  await sayAll(couple, talks.nl);
  for (const device of [an, bo]) {
    await expect(device.page.getByRole('heading', { name: ending.completed })).toBeVisible();
    await device.keep();
  }
  const replay = new Replaying(bo);
  await replay.open();
  await expect(bo.page.getByText(labels.notices.spoken)).toBeVisible();
  await expect(replay.transcript.locator('.said')).toHaveCount(0);
  const aloud = talks.nl.filter(({ text }) => text !== undefined);
  await expect(replay.transcript.getByText(labels.said.aloud)).toHaveCount(aloud.length);
});

test('a couple goes on aloud once both agree, and as it was when one would rather not', async ({
  coupleIn,
}) => {
  const couple = await coupleIn('nl');
  const { an, bo } = couple;
  const { mode } = an.messages.session;
  await begin(an, bo, 'written');
  await play(couple, talks.nl.slice(0, 4));
  await an.choose(mode.toSpoken);
  const offered = filled(an, mode.offered, { mode: 'spoken', name: an.partner });
  await expect(an.page.getByText(offered)).toBeVisible();
  await expect(an.composer).toBeVisible();
  await expect(bo.page.getByText(bo.named(mode.offerSpoken))).toBeVisible();
  await bo.button(mode.accept).click();
  await sayAll(couple, talks.nl.slice(4, 5));
  await expect(an.prompt('listener-intends', 'waiting')).toBeVisible();
  await sayAll(couple, talks.nl.slice(5, 6));

  await bo.choose(mode.toWritten);
  await expect(an.page.getByText(an.named(mode.offerWritten))).toBeVisible();
  await an.button(mode.decline).click();
  await expect(bo.page.getByText(mode.decline)).toBeHidden();
  await sayAll(couple, talks.nl.slice(6, 8));
});
