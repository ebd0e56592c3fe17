import type { BrowserContext, Locator, Page } from 'playwright/test';
import type { Act } from '#lib/dialogue/act.ts';
import type { ExerciseDefinition, Step } from '#lib/dialogue/exercise.ts';
import type { Mode } from '#lib/dialogue/mode.ts';
import type { ExerciseTexts } from '#lib/exercises/texts.ts';
import { stepTexts, wayTexts, withPartner } from '#lib/exercises/texts-of.ts';
import { en } from '#lib/i18n/en.ts';
import type { Language } from '#lib/i18n/language.ts';
import { nl } from '#lib/i18n/nl.ts';
import { exerciseOf, mirrorDialogue } from '#tests/support/exercises.ts';
import type { Cable } from './cable.ts';
import { expect } from './expect.ts';

function stepsOf({ parts }: ExerciseDefinition): readonly Step[] {
  return parts
    .flatMap((part) => (part.play === 'once' ? part.phases : [...part.phases, ...part.between]))
    .flatMap((phase) => phase.steps);
}

/** The acts that a step of the mirror dialogue offers, in the order of their buttons. */
export function actsAt(step: string): readonly Act[] {
  return (
    stepsOf(mirrorDialogue)
      .find(({ id }) => id === step)
      ?.ways.map(({ act }) => act) ?? []
  );
}

/** A partner with a device: a browser of their own, at the end of a cable of their own. */
export class Device {
  readonly page: Page;
  readonly context: BrowserContext;
  readonly cable: Cable;
  readonly name: string;
  readonly partner: string;
  readonly language: Language;
  readonly messages: typeof nl | typeof en;
  #exercise = exerciseOf(mirrorDialogue.id);

  constructor(setup: {
    page: Page;
    cable: Cable;
    name: string;
    partner: string;
    language: Language;
  }) {
    this.page = setup.page;
    this.context = setup.page.context();
    this.cable = setup.cable;
    this.name = setup.name;
    this.partner = setup.partner;
    this.language = setup.language;
    this.messages = setup.language === 'nl' ? nl : en;
  }

  /** Which exercise is on, so that its steps are known by their texts here. */
  plays(id: string): void {
    this.#exercise = exerciseOf(id);
  }

  get #texts(): ExerciseTexts {
    return this.#exercise.texts[this.language];
  }

  button(name: string): Locator {
    return this.page.getByRole('button', { name, exact: true });
  }

  /** A message with the partner's name in it. */
  named(message: string): string {
    return message.replaceAll('{name}', () => this.partner);
  }

  /** Everything between the header of the page and its footer. */
  get main(): Locator {
    return this.page.getByRole('main');
  }

  /** Starts a room from the home page; the answer is the invitation's link. */
  async startRoom(): Promise<string> {
    const { home, room, common } = this.messages;
    await this.page.goto(this.cable.url);
    await this.page.getByLabel(common.name.label).fill(this.name);
    await this.button(home.start).click();
    await this.page.waitForURL('**/room/*');
    await this.button(room.invite.make).click();
    return this.page.getByLabel(room.invite.link).inputValue();
  }

  /** Comes in through a link that the other made, over a cable of its own. */
  async acceptLink(link: string): Promise<void> {
    const { join, common } = this.messages;
    const { pathname, hash } = new URL(link);
    await this.page.goto(this.cable.url + pathname + hash);
    await this.page.getByLabel(common.name.label).fill(this.name);
    await this.button(join.open.enter).click();
    await this.page.waitForURL('**/room/*');
  }

  /** What there is to choose from, in the lobby while nothing is put forward. */
  get library(): Locator {
    return this.page.getByRole('region', { name: this.messages.library.choose.heading });
  }

  /** The one exercise that is suggested, and why. */
  get suggestion(): Locator {
    return this.page.getByRole('region', { name: this.messages.library.suggestion.heading });
  }

  /** What is put forward, on its own in the lobby. */
  get proposal(): Locator {
    return this.page.getByRole('region').filter({ has: this.page.locator('#proposal') });
  }

  /** Opens the detail of an exercise in the library. */
  async look(id: string): Promise<Locator> {
    const { name } = exerciseOf(id).texts[this.language].about;
    const card = this.library.getByRole('button', { name, exact: true });
    const [more] = this.messages.library.choose.more.split('{count}');
    const whole = this.library.getByRole('button', { name: more ?? '' });
    const suggestion = this.suggestion.filter({
      has: this.page.getByRole('heading', { name, exact: true }),
    });
    await expect(card.or(whole).first()).toBeVisible();
    await expect(this.suggestion.getByRole('button')).toBeVisible();
    if (!(await card.or(suggestion).first().isVisible())) await whole.click();
    await card.or(suggestion.getByRole('button')).first().click();
    return this.page.getByRole('dialog', { name });
  }

  /** Puts an exercise forward to the other. */
  async propose(id: string, mode: Mode): Promise<void> {
    const { detail } = this.messages.library;
    const dialog = await this.look(id);
    await dialog.getByRole('radio', { name: detail[mode] }).check();
    await dialog.getByRole('button', { name: this.named(detail.propose) }).click();
    await expect(this.proposal).toBeVisible();
  }

  /** Agrees to what the other put forward. */
  async accept(): Promise<void> {
    await this.button(this.messages.library.proposal.accept).click();
  }

  /** What the app asks of whoever acts at this step. */
  prompt(step: string, mode: 'acting' | 'waiting' | 'spoken' = 'acting'): Locator {
    const asked = stepTexts(this.#texts, step)[mode];
    return this.page.getByText(withPartner(asked, this.partner), { exact: true }).first();
  }

  /** The button of an act at a step, as it is called here. */
  way(step: string, act: Act, spoken = false): string {
    const { aloud, label } = wayTexts(this.#texts, step, act);
    return withPartner((spoken && aloud) || label, this.partner);
  }

  get composer(): Locator {
    return this.page.getByLabel(this.messages.session.composer.label);
  }

  /** The names of the buttons between the header of the page and its footer. */
  async buttonsInMain(): Promise<readonly string[]> {
    return this.main.getByRole('button').allInnerTexts();
  }

  /** Does an act in writing, as a person would: the words, then the button. */
  async write(step: string, act: Act, text?: string): Promise<void> {
    const ways = stepsOf(this.#exercise.definition).find(({ id }) => id === step)?.ways ?? [];
    await expect(this.prompt(step)).toBeVisible();
    if (text === undefined) return this.button(this.way(step, act)).click();
    if (ways.length > 1) await this.button(this.way(step, act)).click();
    await this.composer.fill(text);
    return this.button(this.way(step, act)).click();
  }

  /** Names the first of the ready-made days. */
  async nameDay(step: string, act: Act): Promise<void> {
    const ways = stepsOf(this.#exercise.definition).find(({ id }) => id === step)?.ways ?? [];
    await expect(this.prompt(step)).toBeVisible();
    if (ways.length > 1) await this.button(this.way(step, act)).click();
    const [soon] = this.messages.session.day.week.split('{day}');
    await this.page.getByRole('button', { name: soon ?? '' }).click();
  }

  /** Does an act in spoken mode: it was said aloud, and one button says so. */
  async say(step: string, act: Act): Promise<void> {
    await expect(this.prompt(step, 'spoken')).toBeVisible();
    await this.button(this.way(step, act, true)).click();
  }

  /** Opens the one control that is always in reach, and makes a choice in it. */
  async choose(choice: string): Promise<void> {
    const { hold } = this.messages;
    await this.page.getByRole('banner').getByRole('button').first().click();
    const dialog = this.page.getByRole('dialog', { name: hold.menu.heading });
    await dialog.getByRole('button', { name: choice, exact: true }).click();
  }

  /** Everything that was said so far, as this device shows it. */
  async saidSoFar(): Promise<readonly string[]> {
    const { session, common } = this.messages;
    await this.button(session.soFar.open).click();
    const dialog = this.page.getByRole('dialog', { name: session.soFar.open });
    await expect(dialog).toBeVisible();
    const said = await dialog.locator('.said').allInnerTexts();
    await dialog.getByRole('button', { name: common.close }).click();
    return said;
  }

  /** Ends the session for both, after the question whether that is meant. */
  async stop(): Promise<void> {
    const { hold } = this.messages;
    await this.choose(hold.menu.stop);
    await this.button(hold.stop.sure).click();
  }

  /** Says to be ready to go on after a hold. */
  async resume(): Promise<void> {
    await this.button(this.messages.hold.resume).click();
  }

  /** Answers whether the words stay. */
  async keep(answer: 'yes' | 'no' = 'yes'): Promise<void> {
    await this.button(this.messages.ending.keep[answer]).click();
  }

  /** Answers a hidden question with the slider. */
  async rate(rating: number): Promise<void> {
    await this.#slideTo(rating);
    await this.button(this.messages.session.rating.done).click();
  }

  /**
   * Answers some of several hidden questions, one after another.
   * @param total how many there are; all of them are answered when left out.
   * @param from the first that is answered, from 0.
   */
  async check(ratings: readonly number[], total = ratings.length, from = 0): Promise<void> {
    const { rating: labels } = this.messages.session;
    for (const [index, rating] of ratings.entries()) {
      const place = from + index;
      const at = { index: String(place + 1), total: String(total) };
      const question = labels.question.replace('{index}', at.index).replace('{total}', at.total);
      await expect(this.page.getByText(question, { exact: true })).toBeVisible();
      await this.#slideTo(rating);
      const last = place === total - 1;
      await this.button(last ? labels.done : labels.nextQuestion).click();
    }
  }

  async #slideTo(rating: number): Promise<void> {
    const slider = this.page.getByRole('slider');
    await slider.focus();
    await slider.press('Home');
    for (let step = 0; step < rating; step += 1) await slider.press('ArrowRight');
  }

  /** Looks at both answers once they are open, and goes on. */
  async goOn(): Promise<void> {
    await this.button(this.messages.session.rating.goOn).click();
  }
}
