import { courseOf } from '#lib/dialogue/course.ts';
import { phaseTexts } from '#lib/exercises/texts-of.ts';
import type { Language } from '#lib/i18n/language.ts';
import { exerciseOf } from '#tests/support/exercises.ts';
import type { Device } from './device.ts';
import { expect } from './expect.ts';
import { type Line, otherOf } from './talk.ts';
import type { Couple } from './test.ts';

const { definition, texts } = exerciseOf('mirror-dialogue');
const course = courseOf(definition);

/** Where in the course a line is said, from 0. */
export function legOf({ step, half }: Pick<Line, 'step' | 'half'>): number {
  return course.findIndex(
    (leg) => leg.half === half && leg.phase.steps.some(({ id }) => id === step),
  );
}

/** The name of the phase at a place in the course; undefined after the last. */
export function phaseAt(leg: number, language: Language): string | undefined {
  const phase = course[leg]?.phase;
  return phase && phaseTexts(texts[language], phase.id).name;
}

/** Expects that both see whose turn it is, how far they are, and that only one can answer. */
export async function expectTurn(couple: Couple, line: Line): Promise<void> {
  const actor = couple[line.who];
  const other = couple[otherOf(line)];
  if (line.act === 'rate') return expectHiddenQuestion(couple, line);
  const { floor } = actor.messages.session;
  await expect(actor.prompt(line.step)).toBeVisible();
  await expect(actor.page.getByText(floor.yours, { exact: true }).last()).toBeVisible();
  await expect(other.prompt(line.step, 'waiting')).toBeVisible();
  await expect(
    other.page.getByText(other.named(floor.theirs), { exact: true }).last(),
  ).toBeVisible();
  await expectNothingToAnswerWith(other);
  for (const device of [actor, other]) await expectProgress(device, line);
}

async function expectHiddenQuestion(couple: Couple, line: Line): Promise<void> {
  const { session } = couple.an.messages;
  await expect(couple[line.who].prompt(line.step)).toBeVisible();
  await expect(couple[line.who].page.getByRole('slider')).toBeVisible();
  for (const device of [couple.an, couple.bo]) await expectProgress(device, line);
  if (line.who === 'an') return expect(couple.bo.prompt(line.step)).toBeVisible();
  await expect(couple.an.prompt(line.step, 'waiting')).toBeVisible();
  await expect(
    couple.an.page.getByText(couple.an.named(session.floor.answered), { exact: true }).last(),
  ).toBeVisible();
  await expectNothingToAnswerWith(couple.an);
  const revealed = { name: session.rating.revealed };
  for (const device of [couple.an, couple.bo]) {
    await expect(device.page.getByRole('heading', revealed)).toBeHidden();
  }
}

/** Expects nothing on this screen to say, choose or send; reading back what was said is there. */
export async function expectNothingToAnswerWith(device: Device): Promise<void> {
  for (const role of ['textbox', 'slider', 'radio'] as const) {
    await expect(device.page.getByRole(role)).toHaveCount(0);
  }
  const { soFar } = device.messages.session;
  expect((await device.buttonsInMain()).filter((name) => name !== soFar.open)).toEqual([]);
}

async function expectProgress(device: Device, line: Line): Promise<void> {
  const { course: labels } = device.messages.session;
  const leg = legOf(line);
  const next = phaseAt(leg + 1, device.language);
  const progress = device.page.getByRole('region', { name: labels.label });
  await expect(progress).toContainText(phaseAt(leg, device.language) ?? '');
  await expect(progress).toContainText(
    labels.position.replace('{index}', `${leg + 1}`).replace('{total}', `${course.length}`),
  );
  await expect(progress).toContainText(next ? labels.next.replace('{phase}', next) : labels.last);
}
