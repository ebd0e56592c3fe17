import type { Locator, Page } from 'playwright/test';
import type { Act } from '#lib/dialogue/act.ts';
import { stepTexts, wayTexts, withPartner } from '#lib/exercises/texts-of.ts';
import { en } from '#lib/i18n/en.ts';
import type { Language } from '#lib/i18n/language.ts';
import { nl } from '#lib/i18n/nl.ts';
import { en as nora } from '#lib/taste/en.ts';
import { tasteExercise } from '#lib/taste/exercise.ts';
import { nl as noor } from '#lib/taste/nl.ts';
import type { Story } from '#lib/taste/story.ts';
import { expect } from './expect.ts';

const exercise = tasteExercise();

/** Somebody alone, trying what Weerklank is. */
export class Taster {
  readonly page: Page;
  readonly #language: () => Language;

  /** @param language the one that the page is in at the moment. */
  constructor(page: Page, language: () => Language) {
    this.page = page;
    this.#language = language;
  }

  get messages(): typeof nl | typeof en {
    return this.#language() === 'nl' ? nl : en;
  }

  get story(): Story {
    return this.#language() === 'nl' ? noor : nora;
  }

  get texts() {
    return exercise.texts[this.#language()];
  }

  /** A message with the partner's name in it. */
  named(message: string): string {
    return message.replaceAll('{name}', () => this.story.name);
  }

  button(name: string): Locator {
    return this.page.getByRole('button', { name: this.named(name), exact: true });
  }

  way(step: string, act: Act): Locator {
    const { label } = wayTexts(this.texts, step, act);
    return this.button(withPartner(label, this.story.name));
  }

  get composer(): Locator {
    return this.page.getByLabel(this.messages.session.composer.label);
  }

  /** Expects somebody who does not see the screen to be told whose turn it is, as the title says it. */
  async expectAnnounced(title: string): Promise<void> {
    const said = this.named(title).split(' · ')[0] ?? '';
    const status = this.page.getByRole('status').filter({ hasText: said });
    await expect(status).toHaveText(said);
  }

  get invitation(): Locator {
    return this.page.getByRole('heading', { name: this.messages.taste.together.heading });
  }

  /** Waits for the turn to be the visitor's at this step. */
  async asked(step: string): Promise<void> {
    const { acting } = stepTexts(this.texts, step);
    const name = withPartner(acting, this.story.name);
    await expect(this.page.getByRole('heading', { name, exact: true })).toBeVisible();
  }

  /** From the home page to the word of warning, with all that the page brings along. */
  async arrive(url: string): Promise<void> {
    await this.page.goto(url);
    await this.page.getByRole('link', { name: this.messages.home.taste }).click();
    await expect(this.button(this.messages.taste.begin)).toBeVisible();
    await this.page.waitForLoadState('networkidle');
  }

  async begin(): Promise<void> {
    await this.button(this.messages.taste.begin).click();
    await this.asked('give-back');
  }

  async giveBack(text: string): Promise<void> {
    await this.composer.fill(text);
    await this.way('give-back', 'mirror').click();
  }

  async tell(text: string): Promise<void> {
    await this.way('take-in', 'receive').click();
    await this.asked('tell');
    await this.composer.fill(text);
    await this.way('tell', 'send').click();
    await this.asked('landed');
  }

  async correct(text: string): Promise<void> {
    await this.way('landed', 'correct').click();
    await this.composer.fill(text);
    await this.way('landed', 'correct').click();
    await expect(this.page.getByText(text, { exact: false }).last()).toBeVisible();
    await this.asked('landed');
  }

  /** Expects the partner to say this, somewhere on the screen. */
  async hears(said: string): Promise<void> {
    await expect(this.page.getByText(said, { exact: true })).toBeVisible();
  }
}
