import { begin } from './begin.ts';
import { expect } from './expect.ts';
import { otherOf, play, talks } from './talk.ts';
import { coupleOn, type Tour } from './tour.ts';

/** Every step of a written dialogue from both sides, and every step that looks otherwise aloud. */
export async function tourDialogue(tour: Tour): Promise<void> {
  const { visit, language } = tour;
  const couple = await coupleOn(tour);
  const { an, bo } = couple;
  const { session, ending } = an.messages;
  const seen = new Set<string>();
  await begin(an, bo, 'written');
  await play(couple, talks[language], async (line) => {
    const { who, step, act } = line;
    const actor = couple[who];
    const other = couple[otherOf(line)];
    if (act === 'rate') {
      await expect(actor.page.getByRole('slider')).toBeVisible();
      // The second to answer finds the other waiting.
      if (who === 'an') return visit(step, actor);
      await expect(other.prompt(step, 'waiting')).toBeVisible();
      return visit(`${step}-waiting`, other);
    }
    await expect(actor.prompt(step)).toBeVisible();
    await expect(other.prompt(step, 'waiting')).toBeVisible();
    if (seen.has(step)) return;
    seen.add(step);
    await visit(step, actor);
    await visit(`${step}-waiting`, other);
  });
  await expect(an.page.getByRole('heading', { name: ending.completed })).toBeVisible();
  await visit('completed', an);
  await an.button(session.soFar.open).click();
  await expect(an.page.getByRole('dialog')).toBeVisible();
  await visit('what-was-said', an);
  await an.page.keyboard.press('Escape');
  await bo.keep('no');
  await expect(bo.page.getByRole('heading', { name: ending.gone.heading })).toBeVisible();
  await visit('gone', bo);
}

/** What a turn can hold besides its question: a long text, a choice, two answers, another mode. */
export async function tourTurn(tour: Tour): Promise<void> {
  const { visit, language } = tour;
  const couple = await coupleOn(tour);
  const { an, bo } = couple;
  const { mode, rating, hand, ways } = an.messages.session;
  const lines = talks[language];
  await begin(an, bo, 'written');
  await play(couple, lines.slice(0, 2));
  await an.rate(7);
  await bo.page.getByRole('slider').press('ArrowLeft');
  await visit('rating-chosen', bo);
  await bo.button(rating.done).click();
  for (const device of [an, bo]) {
    await expect(device.page.getByRole('heading', { name: rating.revealed })).toBeVisible();
  }
  await visit('two-answers', an);
  await Promise.all([an.goOn(), bo.goOn()]);

  await an.composer.fill(`${lines[4]?.text} `.repeat(30));
  await expect(an.page.getByText(an.messages.hints.say['too-long'])).toBeVisible();
  await visit('long-text', an);
  await expect(bo.page.getByText(bo.named(hand.writing))).toBeVisible();
  await visit('partner-writes', bo);
  await play(couple, lines.slice(4, 6));
  await an.choose(mode.toSpoken);
  await expect(bo.button(mode.accept)).toBeVisible();
  await visit('mode-asked', an);
  await visit('mode-offered', bo);
  await bo.button(mode.decline).click();
  await expect(bo.button(mode.accept)).toBeHidden();
  await play(couple, lines.slice(6, 8));
  await an.button(an.way('landed', 'correct')).click();
  await expect(an.button(ways.back)).toBeVisible();
  await visit('correcting', an);
}

/** A few steps aloud. */
export async function tourSpoken(tour: Tour): Promise<void> {
  const { visit, language } = tour;
  const couple = await coupleOn(tour);
  const { an, bo } = couple;
  await begin(an, bo, 'spoken');
  for (const { who, step, act } of talks[language].slice(0, 8)) {
    if (act === 'rate') {
      await couple[who].rate(5);
      if (who === 'bo') await Promise.all([an.goOn(), bo.goOn()]);
      continue;
    }
    await expect(couple[who].prompt(step, 'spoken')).toBeVisible();
    await visit(`aloud-${step}`, couple[who]);
    await couple[who].say(step, act);
  }
  await expect(an.prompt('landed', 'spoken')).toBeVisible();
  await visit('aloud-landed', an);
  await expect(bo.prompt('landed', 'waiting')).toBeVisible();
  await visit('aloud-landed-waiting', bo);
}
