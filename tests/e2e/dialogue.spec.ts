import { play, wholeTalk } from './talk.ts';
import { expect, test } from './test.ts';

for (const language of ['nl', 'en'] as const) {
  test(`a couple goes through a whole written dialogue in ${language} and replays it`, async ({
    coupleIn,
  }) => {
    test.setTimeout(300_000);
    const couple = await coupleIn(language);
    const { an, bo } = couple;
    const { ending, replay } = an.messages;
    await an.begin('written');
    await play(couple, wholeTalk);
    for (const device of [an, bo]) {
      await expect(device.page.getByRole('heading', { name: ending.completed })).toBeVisible();
      await device.button(ending.keep.yes).click();
    }
    for (const device of [an, bo]) {
      await device.page.getByRole('link', { name: ending.kept.replay }).click();
      const list = device.page.getByRole('region', { name: replay.list.heading });
      await expect(list).toBeVisible();
      const said = wholeTalk.flatMap(({ text }) => text ?? []);
      const texts = await list.locator('.said').allInnerTexts();
      expect(texts.filter((text) => said.includes(text))).toEqual(said);
    }
  });
}
