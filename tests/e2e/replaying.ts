import type { Locator } from 'playwright/test';
import { wayTexts } from '#lib/exercises/texts-of.ts';
import { exerciseOf, mirrorDialogue } from '#tests/support/exercises.ts';
import { begin } from './begin.ts';
import type { Device } from './device.ts';
import { expect } from './expect.ts';
import { type Line, play, ratings } from './talk.ts';
import type { Couple } from './test.ts';
import { legOf, phaseAt } from './turn.ts';

/** A device on the replay of a talk. */
export class Replaying {
  readonly device: Device;

  constructor(device: Device) {
    this.device = device;
  }

  /** The moment that is shown now. */
  get stage(): Locator {
    return this.device.page.getByRole('region', { name: this.#labels.stage.label });
  }

  /** The whole talk to read. */
  get transcript(): Locator {
    return this.device.page.getByRole('region', { name: this.#labels.transcript.heading });
  }

  /** Opens the replay from the end of the session that was just kept. */
  async open(): Promise<void> {
    const { ending } = this.device.messages;
    await this.device.page.getByRole('link', { name: ending.kept.replay }).click();
    await expect(this.stage).toBeVisible();
  }

  /** Opens the replay of the newest talk from the lobby. */
  async openFromLobby(words: 'open' | 'openAsked' = 'open'): Promise<void> {
    const { past } = this.#labels;
    await this.device.page.getByRole('link', { name: past[words] }).first().click();
    await expect(this.stage).toBeVisible();
  }

  /** Presses a button of the player. */
  async press(control: 'first' | 'back' | 'play' | 'rest' | 'next' | 'last'): Promise<void> {
    await this.device.button(this.#labels.controls[control]).click();
  }

  /** Expects the moment with this number to be shown, from 1. */
  async expectMoment(index: number, total: number): Promise<void> {
    const { place } = this.#labels.stage;
    const words = place.replace('{index}', `${index}`).replace('{total}', `${total}`);
    await expect(this.stage.getByText(words, { exact: true })).toBeVisible();
  }

  /** Expects the moment that is shown to be this line, in its phase and by its author. */
  async expectLine(line: Line): Promise<void> {
    const { stage, said } = this.#labels;
    await expect(this.stage).toContainText(phaseAt(legOf(line), this.device.language) ?? '');
    if (line.act === 'rate') {
      const hidden = line.who === 'an';
      await expect(this.stage).toContainText(hidden ? stage.hidden : stage.revealed);
      for (const rating of Object.values(ratings)) {
        const words = this.stage.getByText(said.rating.replace('{rating}', `${rating}`));
        await expect(words).toHaveCount(hidden ? 0 : 1);
      }
      return;
    }
    await expect(this.stage).toContainText(this.told(line));
    if (line.text !== undefined) await expect(this.stage.locator('.said')).toHaveText(line.text);
  }

  /** How a line reads: who, and what that one did. */
  told({ who, step, act }: Line): string {
    const name = who === 'an' ? 'An' : 'Bo';
    const texts = exerciseOf(mirrorDialogue.id).texts[this.device.language];
    return `${name} ${wayTexts(texts, step, act).saidAs}`;
  }

  get #labels() {
    return this.device.messages.replay;
  }
}

/** Plays a talk that the partner stops before its end. */
export async function talkAndStop(couple: Couple, talk: readonly Line[]): Promise<void> {
  await begin(couple.an, couple.bo, 'written');
  await play(couple, talk);
  await couple.bo.stop();
  const { stopped } = couple.an.messages.ending;
  for (const device of [couple.an, couple.bo]) {
    await expect(device.page.getByRole('heading', { name: stopped })).toBeVisible();
  }
}

/** Plays a talk that is stopped and kept, and opens the replay of it for the first of the two. */
export async function replayKept(
  couple: Couple,
  talk: readonly Line[],
): Promise<Record<keyof Couple, Replaying>> {
  await talkAndStop(couple, talk);
  for (const device of [couple.an, couple.bo]) await device.keep();
  const an = new Replaying(couple.an);
  await an.open();
  return { an, bo: new Replaying(couple.bo) };
}
