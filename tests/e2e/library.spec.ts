import type { Locator } from 'playwright/test';
import type { Exercise } from '#lib/exercises/exercise.ts';
import { type Mood, Mood as moods } from '#lib/exercises/exercise-file.ts';
import type { Language } from '#lib/i18n/language.ts';
import { exerciseOf, library, mirrorDialogue } from '#tests/support/exercises.ts';
import { begin } from './begin.ts';
import type { Device } from './device.ts';
import { Keyboard } from './keyboard.ts';
import { filled } from './message.ts';
import { type Couple, expect, test } from './test.ts';

/** Two that are short enough to be put forward by either. */
const [one, other] = library.offered.filter(({ mood }) => mood === 'good');
if (!one || !other) throw new Error('Too few exercises to choose from');

const nameOf = ({ texts }: Exercise, language: Language) => texts[language].about.name;

function matching(minutes: number, mood: Mood | null): readonly Exercise[] {
  return library.offered
    .filter((exercise) => exercise.minutes <= minutes && (mood === null || exercise.mood === mood))
    .sort((first, second) => first.minutes - second.minutes);
}

const gone = ({ page, messages }: Device): Locator =>
  page.getByRole('status').filter({ hasText: messages.library.proposal.gone });

/** Expects both to see the same proposal, each from their own side. */
async function expectProposed(by: Device, to: Device, exercise: Exercise): Promise<void> {
  for (const [device, message] of [
    [by, by.messages.library.proposal.yours],
    [to, to.messages.library.proposal.theirs],
  ] as const) {
    const words = device.named(message).replace('{exercise}', nameOf(exercise, device.language));
    await expect(device.page.getByRole('heading', { name: words })).toBeVisible();
    await expect(device.library).toBeHidden();
  }
}

async function expectNothingProposed(couple: Couple): Promise<void> {
  for (const device of [couple.an, couple.bo]) {
    await expect(gone(device)).toBeVisible();
    await expect(device.library).toBeVisible();
    await expect(device.proposal).toBeHidden();
  }
}

for (const language of ['nl', 'en'] as const) {
  test(`a tired couple finds something by time and by mood, with the keyboard alone, in ${language}`, async ({
    coupleIn,
  }) => {
    const { an, bo } = await coupleIn(language);
    const keys = new Keyboard(an.page);
    const { choose, mood, detail } = an.messages.library;
    const time = (minutes: number) => an.button(filled(an, choose.upTo, { minutes }));
    const shown = an.library.getByRole('listitem').locator('strong');
    const expectShown = async (exercises: readonly Exercise[]) => {
      await expect(shown).toHaveText(exercises.slice(0, 5).map((each) => nameOf(each, language)));
      const found = filled(an, choose.found, { count: exercises.length });
      await expect(an.library.getByRole('status')).toHaveText(found);
    };
    await keys.use(time(20));
    await expectShown(matching(20, null));
    await keys.use(an.button(mood.good), 'Space');
    const good = matching(20, 'good');
    await expectShown(good);
    await keys.use(time(10));
    await keys.use(an.button(mood.difficult));
    expect(matching(10, 'difficult')).toEqual([]);
    await expect(an.library.getByRole('status')).toHaveText(choose.none);
    await keys.use(an.button(choose.all));
    await keys.expectFocusKept();
    await expect(an.library.getByRole('button', { pressed: true })).toHaveCount(0);

    // The first is what is suggested, and that stands above.
    const [, chosen] = good;
    if (!chosen) throw new Error('Nothing good in twenty minutes');
    const { about } = chosen.texts[language];
    await keys.use(an.library.getByRole('button', { name: about.name, exact: true }));
    const dialog = an.page.getByRole('dialog', { name: about.name });
    await expect(dialog.getByRole('heading', { name: about.name })).toBeFocused();
    for (const text of [about.purpose, about.goal, about.notWhen, about.first]) {
      await expect(dialog.getByText(text, { exact: true })).toBeVisible();
    }
    await expect(dialog.getByText(about.source, { exact: true })).toBeHidden();
    await keys.use(dialog.locator('summary').last());
    await expect(dialog.getByText(about.source, { exact: true })).toBeVisible();
    await keys.press('Escape');
    await expect(an.library.getByRole('button', { name: about.name, exact: true })).toBeFocused();
    await keys.press('Enter');
    await keys.tabTo(dialog.getByRole('radio', { name: detail.written }));
    await keys.press('ArrowDown');
    await keys.use(dialog.getByRole('button', { name: an.named(detail.propose) }));
    await expectProposed(an, bo, chosen);
    await expect(bo.proposal).toContainText(detail.spoken);
  });
}

test('what is accepted begins for both, and whoever put it forward speaks first', async ({
  coupleIn,
}) => {
  const { an, bo } = await coupleIn('nl');
  const { look } = an.messages.library.proposal;
  await bo.propose(mirrorDialogue.id, 'written');
  await expectProposed(bo, an, exerciseOf(mirrorDialogue.id));
  await expect(an.proposal).toContainText(an.named(an.messages.library.proposal.theyTell));
  await an.button(look).click();
  const dialog = an.page.getByRole('dialog');
  const { goal } = exerciseOf(mirrorDialogue.id).texts.nl.about;
  await expect(dialog.getByText(goal, { exact: true })).toBeVisible();
  await dialog.getByRole('button', { name: an.messages.library.proposal.accept }).click();
  await expect(bo.prompt('topic')).toBeVisible();
  await expect(an.prompt('topic', 'waiting')).toBeVisible();
});

test('what is taken back and what is declined look the same to both', async ({ coupleIn }) => {
  const couple = await coupleIn('nl');
  const { an, bo } = couple;
  const { retract, decline } = an.messages.library.proposal;
  const screens: string[] = [];
  for (const [device, button] of [
    [an, retract],
    [bo, decline],
  ] as const) {
    await an.propose(one.definition.id, 'spoken');
    await expectProposed(an, bo, one);
    for (const each of [an, bo]) await expect(gone(each)).toBeHidden();
    await device.button(button).click();
    await expectNothingProposed(couple);
    await expect(device.page.getByRole('heading', { level: 1 })).toBeFocused();
    screens.push(await an.main.innerText(), await bo.main.innerText());
  }
  expect(new Set(screens.map((text) => text.replaceAll(/\b(An|Bo)\b/g, ''))).size).toBe(1);
});

test('a proposal waits for who is away, and can be accepted while the other is', async ({
  coupleIn,
}) => {
  const { an, bo } = await coupleIn('nl');
  const { proposal } = an.messages.library;
  const address = an.page.url();
  await expect(bo.library).toBeVisible();
  await bo.page.goto('about:blank');
  await expect(an.page.getByRole('banner')).toContainText(an.named(an.messages.room.presence.away));
  await an.propose(mirrorDialogue.id, 'written');
  await expect(an.proposal).toContainText(an.named(proposal.youTellLater));
  await an.page.goto('about:blank');
  await bo.page.goto(bo.cable.url + new URL(address).pathname);
  await expect(bo.proposal).toContainText(bo.named(proposal.theyTellLater));
  await bo.accept();
  await expect(bo.prompt('topic', 'waiting')).toBeVisible();
  await an.page.goto(address);
  await expect(an.prompt('topic')).toBeVisible();
});

test('when both put something forward at once, one stands and nobody is stuck', async ({
  coupleIn,
}) => {
  const { an, bo } = await coupleIn('nl');
  const { detail, proposal } = an.messages.library;
  const put = async (device: Device, exercise: Exercise) => {
    const dialog = await device.look(exercise.definition.id);
    return dialog.getByRole('button', { name: device.named(detail.propose) });
  };
  const buttons = [await put(an, one), await put(bo, other)];
  // By the clock of the machine, because a press takes longer to ask for than to reach the other.
  const moment = Date.now() + 500;
  await Promise.all(
    buttons.map((button) =>
      button.evaluate(async (element, at) => {
        await new Promise((resolve) => setTimeout(resolve, at - Date.now()));
        if (element instanceof HTMLElement) element.click();
      }, moment),
    ),
  );
  const accepting = (device: Device) =>
    device.proposal.getByRole('button', { name: proposal.accept });
  for (const device of [an, bo]) {
    const standing = device.button(detail.toProposal);
    await expect(async () => {
      if (await standing.isVisible()) await standing.click({ timeout: 500 });
      await expect(device.page.getByRole('dialog')).toBeHidden({ timeout: 500 });
      await expect(device.proposal).toBeVisible({ timeout: 500 });
    }).toPass();
  }
  await expect
    .poll(async () => (await accepting(an).count()) + (await accepting(bo).count()))
    .toBe(1);
  const asked = (await accepting(an).count()) > 0 ? an : bo;
  const asking = asked === an ? bo : an;
  await expectProposed(asking, asked, asked === an ? other : one);
  await asked.accept();
  for (const device of [an, bo]) {
    await expect(device.button(device.messages.hold.menu.open)).toBeVisible();
  }
});

test('who was reading about another one is told, and is led to what was put forward', async ({
  coupleIn,
}) => {
  const { an, bo } = await coupleIn('en');
  const { detail } = an.messages.library;
  const dialog = await an.look(one.definition.id);
  await bo.propose(other.definition.id, 'spoken');
  await expect(dialog.getByText(an.named(detail.standing))).toBeVisible();
  await expect(dialog.getByRole('button', { name: an.named(detail.propose) })).toBeHidden();
  await dialog.getByRole('button', { name: detail.toProposal }).click();
  await expectProposed(bo, an, other);
});

test('a cut in the network keeps nobody from choosing once it is mended', async ({ coupleIn }) => {
  const { an, bo } = await coupleIn('nl');
  const { detail, proposal } = an.messages.library;
  const { goal } = one.texts.nl.about;
  await expect(an.library).toBeVisible();
  an.cable.cut();
  await expect(an.page.getByText(an.messages.room.offline)).toBeVisible();
  const dialog = await an.look(one.definition.id);
  await expect(dialog.getByText(detail.trouble)).toBeVisible();
  await dialog.getByRole('button', { name: an.named(detail.propose) }).click();
  await expect(dialog.getByText(detail.noAnswer)).toBeVisible();
  an.cable.mend();
  await expect(dialog.getByText(goal, { exact: true })).toBeVisible();

  an.cable.loseAnswers();
  await dialog.getByRole('button', { name: an.named(detail.propose) }).click();
  await expect(bo.proposal).toBeVisible();
  an.cable.cut();
  await expect(dialog.getByText(detail.noAnswer)).toBeVisible();
  an.cable.mend();
  await expectProposed(an, bo, one);

  bo.cable.loseAnswers();
  await bo.button(proposal.accept).click();
  await expect(an.button(an.messages.hold.menu.open)).toBeVisible();
  bo.cable.cut();
  await expect(bo.page.getByText(detail.noAnswer)).toBeVisible();
  bo.cable.mend();
  await expect(bo.button(bo.messages.hold.menu.open)).toBeVisible();
});

test('the suggestion follows from the last session, and says why', async ({ coupleIn }) => {
  const couple = await coupleIn('nl');
  const { an, bo } = couple;
  const { suggestion } = an.messages.library;
  for (const device of [an, bo]) {
    await expect(device.suggestion).toContainText(suggestion.first);
    const named = device.suggestion.getByRole('heading');
    const [small] = matching(60, 'good');
    await expect(named).toHaveText(small ? nameOf(small, 'nl') : '');
  }
  await begin(an, bo, 'written');
  await expect(an.prompt('topic')).toBeVisible();
  await bo.stop();
  for (const device of [an, bo]) {
    await device.button(device.messages.ending.lobby).click();
    await expect(device.suggestion).toContainText(suggestion.afterDifficult);
  }
  await an.suggestion.getByRole('button', { name: suggestion.look }).click();
  await an.button(an.named(an.messages.library.detail.propose)).click();
  await expect(bo.proposal).toBeVisible();
});

test('the filters are remembered for as long as the page is open', async ({ coupleIn }) => {
  const { an, bo } = await coupleIn('nl');
  const { mood, proposal } = an.messages.library;
  await an.button(mood.good).click();
  await an.propose(one.definition.id, 'written');
  await bo.button(proposal.decline).click();
  await expect(an.library.getByRole('button', { pressed: true })).toHaveText([mood.good]);
  await an.page.reload();
  await expect(an.library).toBeVisible();
  await expect(an.library.getByRole('button', { pressed: true })).toHaveCount(0);
});

test('every mood has something to offer', () => {
  for (const mood of moods.options) expect(matching(120, mood)).not.toEqual([]);
});
