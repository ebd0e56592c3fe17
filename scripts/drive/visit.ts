import type { RoomSnapshot } from '#lib/client/snapshot.ts';
import type { CueTo } from '#lib/dialogue/cue.ts';
import { lesserOf } from '#lib/dialogue/observer.ts';
import { otherSeat, type Seat, seats } from '#lib/dialogue/seat.ts';
import { Door, letIn } from './door.ts';
import { Observer } from './observer.ts';
import type { Partner } from './partner.ts';
import type { Plan } from './plan.ts';
import type { Practice } from './practice.ts';
import { differencesIn, Seen } from './seen.ts';
import { leaksIn } from './tap.ts';
import type { Watched } from './watched.ts';

/** A therapist who watches, and where what she saw is counted. */
export interface Watching {
  plan: Plan;
  practice: Practice;
  watched: Watched;
}

/** So many moves are made before she comes in the middle. */
const middle = 6;

/** One therapist in one room, from the link to the end. */
export class Visit {
  readonly #plan: Plan;
  readonly #practice: Practice;
  readonly #watched: Watched;
  readonly #partners: Readonly<Record<Seat, Partner>>;
  readonly #doors: Readonly<Record<Seat, Door>>;
  readonly #seen: readonly [Seen, Seen];
  /** What she still does, one thing at each second move. */
  readonly #course: (() => Promise<void>)[];
  #in: { observer: Observer; seen: Seen } | null = null;
  /** The event that let her go; nothing after it is for her. */
  #last = Number.POSITIVE_INFINITY;

  constructor({ plan, practice, watched }: Watching, a: Partner, b: Partner) {
    this.#plan = plan;
    this.#practice = practice;
    this.#watched = watched;
    this.#partners = { a, b };
    this.#doors = { a: new Door(a), b: new Door(b) };
    this.#seen = [new Seen(a.client), new Seen(b.client)];
    this.#course = [
      () => this.#cue('both'),
      ...(plan.privateCues ? [() => this.#cue(plan.helper)] : []),
      () => this.#askPause(),
      async () => this.#observer.tap.cut(),
      async () => this.#observer.tap.mend(),
      () => this.#level(),
    ];
  }

  /** Before a session is opened. */
  async before(): Promise<void> {
    if (this.#plan.comes === 'before') await this.#come();
  }

  /** After so many moves of the partners, while none is under way. */
  async between(moves: number): Promise<void> {
    if (!this.#in && moves >= middle) await this.#come();
    if (!this.#in || moves % 2 === 1) return;
    const next = this.#course.shift();
    if (next) return next();
    const { revokedBy } = this.#plan;
    if (revokedBy && this.#last === Number.POSITIVE_INFINITY) await this.#revoke(revokedBy);
  }

  /** After the session. */
  async after(): Promise<void> {
    if (!this.#in) return;
    const { observer, seen } = this.#in;
    // A short session may end while she is away.
    observer.tap.mend();
    await observer.until(({ ended }) => ended);
    const { lenses } = this.#plan;
    const lens = lesserOf(lenses.a, lenses.b);
    this.#watched.visited({
      ...differencesIn(lens, seen, this.#seen),
      leaks: leaksIn(observer.tap.carried, lens, this.#last) + this.#overheard,
    });
  }

  close(): void {
    this.#in?.seen.close();
    this.#in?.observer.close();
    for (const seen of this.#seen) seen.close();
    for (const door of Object.values(this.#doors)) door.close();
  }

  /** Cues for one of the two that the other can read as well. */
  get #overheard(): number {
    return seats.flatMap((seat) => {
      const cues = this.#partners[seat].session?.cues ?? [];
      return cues.filter(({ to, cue }) => to === otherSeat(seat) && cue);
    }).length;
  }

  get #observer(): Observer {
    if (!this.#in) throw new Error('A visit that did not begin');
    return this.#in.observer;
  }

  async #come(): Promise<void> {
    const link = await this.#doors[this.#plan.helper].link();
    const observer = await Observer.by(link, this.#practice);
    await letIn(observer, this.#doors, this.#plan);
    observer.watch();
    this.#in = { observer, seen: new Seen(observer.client) };
    await observer.until(({ view }) => view);
    await this.#level();
  }

  /** Waits until all three have the same events. */
  async #level(): Promise<void> {
    const { a, b } = this.#partners;
    const seq = Math.max(a.session?.seq ?? 0, b.session?.seq ?? 0);
    if (seq === 0) return;
    const there = ({ session }: { session: { seq: number } | null }) =>
      session && session.seq >= seq;
    await Promise.all([a.until(there), b.until(there), this.#observer.level(seq)]);
  }

  /** Gives a cue, and waits until it is read by whom it is for, and told to the other. */
  async #cue(to: CueTo): Promise<void> {
    await this.#level();
    const { client } = this.#observer;
    const at = client.snapshot.session?.cues.length ?? 0;
    const text = `Trager ${at}`;
    const refused = await client.cue({ kind: 'own', text }, to);
    if (refused) throw new Error(`A cue without a key: ${refused}`);
    for (const seat of seats) {
      const theirs = to === 'both' || to === seat;
      await this.#partners[seat].until(({ session }) => {
        const told = session?.cues[at];
        return told && (!theirs || (told.cue?.kind === 'own' && told.cue.text === text));
      });
    }
  }

  /** Asks for a pause; one of the two would rather not. */
  async #askPause(): Promise<void> {
    await this.#level();
    const { helper } = this.#plan;
    const couple = Object.values(this.#partners);
    const running = ({ session }: RoomSnapshot) =>
      session?.state.status === 'running' && !session.pending ? session.state : null;
    this.#observer.client.askPause();
    await Promise.all(couple.map((one) => one.until((shown) => running(shown)?.request)));
    await this.#partners[otherSeat(helper)].client.submit({ type: 'decline-request' }, null);
    await Promise.all(couple.map((one) => one.until((shown) => running(shown)?.request === null)));
  }

  async #revoke(by: Seat): Promise<void> {
    await this.#level();
    const { tap } = this.#observer;
    const lost = tap.lost();
    const partner = this.#partners[by];
    const started = performance.now();
    await partner.client.submit({ type: 'revoke' }, null);
    await lost;
    this.#watched.revoked(performance.now() - started);
    for (const one of Object.values(this.#partners)) {
      this.#last = await one.until(
        ({ session }) =>
          !session?.pending && session?.lines.find(({ fact }) => fact.type === 'revoked')?.seq,
      );
    }
  }
}
