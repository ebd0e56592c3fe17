import { deviceClock } from '#lib/client/clock.ts';
import { exerciseShelf } from '#lib/client/exercise-shelf.ts';
import { Knocker } from '#lib/client/observation/knocker.ts';
import { ObserverClient } from '#lib/client/observation/observer-client.ts';
import { observerLink } from '#lib/client/observation/observer-link.ts';
import type { ObserverSnapshot } from '#lib/client/observation/observer-snapshot.ts';
import { attendOver, openObserverLink, type TakeAttend } from '#lib/client/observation/steps.ts';
import type { RoomId } from '#lib/dialogue/id.ts';
import { memorySafe } from '#lib/vault/memory-safe.ts';
import type { Practice } from './practice.ts';
import { Tap } from './tap.ts';
import { until } from './until.ts';

/** A therapist without a screen, in one room: the clients of the app itself, over the real wire. */
export class Observer {
  readonly knocker: Knocker;
  readonly tap: Tap;
  readonly #practice: Practice;
  readonly #roomId: RoomId;
  readonly #take: TakeAttend;
  readonly #safe = memorySafe();
  #client: ObserverClient | null = null;

  private constructor(practice: Practice, roomId: RoomId) {
    const { url, headers, holder } = practice;
    this.#practice = practice;
    this.#roomId = roomId;
    this.#take = attendOver(roomId, { url, headers });
    this.knocker = new Knocker({
      roomId,
      take: this.#take,
      safe: this.#safe,
      holder: async () => holder,
    });
    this.tap = new Tap(() => observerLink(roomId, { url, headers }));
  }

  /** Opens the link that a partner made. Throws when it is not open. */
  static async by(link: string, practice: Practice): Promise<Observer> {
    const { url, headers } = practice;
    const opened = await openObserverLink(new URL(link).hash, { url, headers });
    if (typeof opened === 'string') throw new Error(`A link that is ${opened}`);
    if (opened.standing !== 'open') throw new Error(`A link that is ${opened.standing}`);
    return new Observer(practice, opened.roomId);
  }

  /** Goes in, once she was let in. */
  watch(): void {
    const { url, holder } = this.#practice;
    this.#client = new ObserverClient({
      roomId: this.#roomId,
      link: this.tap,
      take: this.#take,
      safe: this.#safe,
      clock: deviceClock,
      holder,
      fetchExercise: exerciseShelf((address) => fetch(url + address)).fetch,
    });
  }

  /** Throws before she went in. */
  get client(): ObserverClient {
    if (!this.#client) throw new Error('An observer who did not go in');
    return this.#client;
  }

  /** Waits until her snapshot answers; rejects after a minute. */
  until<Value>(
    look: (snapshot: ObserverSnapshot) => Value | null | undefined | false,
  ): Promise<Value> {
    return until(this.client, look);
  }

  /** Waits until she has this event, and can read what is for her. */
  async level(seq: number): Promise<void> {
    await this.until(({ session }) => session && session.seq >= seq && session.keys === 'held');
  }

  close(): void {
    this.#client?.close();
  }
}
