import type { SessionSnapshot } from '#lib/client/snapshot.ts';
import { SoloRoom, writesFor } from '#lib/client/solo-room.ts';
import type { PlainAct } from '#lib/dialogue/act.ts';
import type { Seat } from '#lib/dialogue/seat.ts';
import type { Language } from '#lib/i18n/language.ts';
import { tasteExercise } from '#lib/taste/exercise.ts';
import { tastePartner } from '#lib/taste/partner.ts';
import { Random } from './random.ts';
import { SkewedClock, Timeline } from './virtual-clock.ts';

/** The seats in a room for one. */
export const visitor: Seat = 'a';
export const noor: Seat = 'b';

/** Somebody who plays a taste, with time that passes when it is told to. */
export class Alone {
  readonly room: SoloRoom;
  readonly #timeline = new Timeline(1_700_000_000_000);

  constructor(language: Language) {
    const clock = new SkewedClock(this.#timeline, new Random(1));
    this.room = new SoloRoom({
      exercise: tasteExercise(),
      partner: tastePartner,
      clock,
      language,
    });
  }

  get session(): SessionSnapshot {
    const { session } = this.room.snapshot;
    if (!session) throw new Error('The session is not open yet');
    return session;
  }

  /** What happened, each with who did it. */
  get facts(): readonly string[] {
    return this.session.lines.map(({ by, fact }) => `${by ?? 'nobody'} ${fact.type}`);
  }

  /** Lets the partner answer once. */
  async wait(): Promise<void> {
    await this.#timeline.pass(writesFor);
  }

  async do(act: PlainAct): Promise<void> {
    await this.room.submit({ type: act }, null);
  }

  async say(act: PlainAct, text: string): Promise<void> {
    await this.room.submit({ type: act }, { kind: 'text', text });
  }

  /** Plays up to where the visitor tells. */
  async toYourStory(): Promise<void> {
    await this.wait();
    await this.say('mirror', 'Je miste me.');
    await this.wait();
    await this.wait();
    await this.do('receive');
  }
}

/** A taste that was begun. */
export async function alone(language: Language = 'nl'): Promise<Alone> {
  const talk = new Alone(language);
  await talk.room.openProposed();
  return talk;
}

/** The sentences of one of the two, in order. */
export function saidBy({ session }: Alone, seat: Seat): readonly string[] {
  return session.lines.flatMap(({ by, content }) =>
    by === seat && content.kind === 'text' ? [content.text] : [],
  );
}
