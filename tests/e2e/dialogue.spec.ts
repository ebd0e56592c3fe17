import { begin } from './begin.ts';
import type { Device } from './device.ts';
import { Replaying } from './replaying.ts';
import { play, ratings, talks } from './talk.ts';
import { expect, test } from './test.ts';
import { expectNothingToAnswerWith, expectTurn } from './turn.ts';

for (const language of ['nl', 'en'] as const) {
  test(`a couple goes through a whole written dialogue in ${language}, and replays what it lived`, async ({
    coupleIn,
  }) => {
    test.setTimeout(300_000);
    const couple = await coupleIn(language);
    const { an, bo } = couple;
    const { ending } = an.messages;
    const talk = talks[language];
    await begin(an, bo, 'written');
    await play(couple, talk, (line) => expectTurn(couple, line));
    for (const device of [an, bo]) {
      await expect(device.page.getByRole('heading', { name: ending.completed })).toBeVisible();
      await device.keep();
    }
    for (const device of [an, bo]) {
      const replay = new Replaying(device);
      await replay.open();
      const lived = talk.flatMap(({ text }) => text ?? []);
      await expect(replay.transcript.locator('.said')).toHaveText(lived);
      const told = await replay.transcript.getByRole('listitem').allInnerTexts();
      expect(told).toHaveLength(talk.length + 1);
      talk.forEach((line, index) => {
        expect(told[index + 1]?.replace(/\s+/g, ' ')).toContain(replay.told(line));
      });
    }
    const replay = new Replaying(an);
    for (const [index, line] of talk.entries()) {
      await replay.press('next');
      await replay.expectMoment(index + 2, talk.length + 1);
      await replay.expectLine(line);
    }
  });
}

test('the listener sees that the speaker writes, and not what', async ({ coupleIn }) => {
  const { an, bo } = await coupleIn('nl');
  const { hand } = bo.messages.session;
  await begin(an, bo, 'written');
  await an.composer.fill('Een half woord dat ik nog');
  await expect(bo.page.getByText(bo.named(hand.writing))).toBeVisible();
  await expectNothingToAnswerWith(bo);
  await expect(bo.page.locator('body')).not.toContainText('half woord');
  await expect(bo.page.getByText(bo.named(hand.writing))).toBeHidden();
  await an.write('topic', 'propose', 'Een heel woord.');
  const said = bo.page.getByRole('article', { name: bo.named(hand.theirs) });
  await expect(said).toContainText('Een heel woord.');
});

test('two hidden answers come into the open together', async ({ coupleIn }) => {
  const couple = await coupleIn('nl');
  const { an, bo } = couple;
  const { rating } = an.messages.session;
  await begin(an, bo, 'written');
  await play(couple, talks.nl.slice(0, 2));
  const answers = (device: Device) => device.page.getByRole('definition');
  await an.rate(ratings.an);
  await expect(an.prompt('arrive', 'waiting')).toBeVisible();
  await expect(answers(an)).toHaveCount(0);
  await expect(answers(bo)).toHaveCount(0);
  await expect(bo.page.getByRole('slider')).toHaveAttribute('aria-valuetext', rating.none);
  await bo.rate(ratings.bo);
  for (const device of [an, bo]) {
    await expect(answers(device)).toHaveText([`${ratings.an}`, `${ratings.bo}`]);
    await device.goOn();
  }
  await expect(an.prompt('speaker-intends')).toBeVisible();
});
