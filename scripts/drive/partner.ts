import { deviceClock } from '#lib/client/clock.ts';
import { RoomClient } from '#lib/client/room-client.ts';
import type { RoomSnapshot, SessionSnapshot } from '#lib/client/snapshot.ts';
import { socketLink } from '#lib/client/socket-link.ts';
import type { Act } from '#lib/dialogue/act.ts';
import { courseOf, stepAt } from '#lib/dialogue/course.ts';
import { wordsFor } from '#lib/dialogue/decide.ts';
import { actsOf } from '#lib/dialogue/legal.ts';
import type { Move } from '#lib/dialogue/move.ts';
import type { TranscriptLine } from '#lib/dialogue/transcript.ts';
import type { Words } from '#lib/dialogue/words.ts';
import { findExercise } from '#lib/exercises/library.ts';
import { memorySafe } from '#lib/vault/memory-safe.ts';
import type { Guest } from './guest.ts';

const patience = 60_000;
/** After so many acts a partner goes straight to the end. */
const mostDetours = 30;

/** A partner without a screen: the client of the app itself, over the real wire. */
export class Partner {
  readonly guest: Guest;
  readonly client: RoomClient;
  /** What this partner has said, each time something that was never said before. */
  readonly said: string[] = [];
  #acts = 0;

  constructor(guest: Guest) {
    this.guest = guest;
    this.client = new RoomClient({
      roomId: guest.roomId,
      roomKey: guest.roomKey,
      origin: guest.url,
      link: socketLink(guest.roomId, {
        url: guest.url,
        headers: { cookie: guest.cookie, origin: guest.url },
      }),
      safe: memorySafe(),
      clock: deviceClock,
      findExercise,
    });
  }

  get session(): SessionSnapshot | null {
    return this.client.snapshot.session;
  }

  /** Waits until the snapshot answers; rejects after a minute. */
  until<Value>(look: (snapshot: RoomSnapshot) => Value | null | undefined | false): Promise<Value> {
    return new Promise((resolve, reject) => {
      const cancel = deviceClock.after(patience, () => {
        stop();
        reject(new Error('A minute without what was waited for'));
      });
      const check = () => {
        const found = look(this.client.snapshot);
        if (!found) return;
        cancel();
        stop();
        resolve(found);
      };
      const stop = this.client.watch(check);
      check();
    });
  }

  /** The act the exercise asks of this partner now: every third time the longest way, if it has one. */
  nextAct(): Act | null {
    const { session } = this;
    if (session?.state.status !== 'running' || session.pending) return null;
    const choices = actsOf(session.exercise, session.state, this.guest.seat);
    const { ways } = stepAt(courseOf(session.exercise), session.state.place);
    const onward = ways.find((way) => way.to === 'next' && choices.includes(way.act))?.act;
    const detour = this.#acts % 3 === 2 && this.#acts < mostDetours;
    const round = choices.find((act) => act !== onward);
    return (detour ? (round ?? onward) : (onward ?? round)) ?? null;
  }

  /** Does an act, with words that are unlike any others. The answer is what was said. */
  async act(type: Act, until: number): Promise<string | null> {
    this.#acts += 1;
    const mode = this.session?.state.mode ?? 'written';
    const kind = wordsFor(type, mode);
    const text = kind === 'text' ? `${type} ${crypto.randomUUID()}` : null;
    if (text) this.said.push(text);
    const words: Words | null =
      kind === 'rating' ? { kind, rating: this.#acts % 11 } : text ? { kind: 'text', text } : null;
    const move: Move = type === 'postpone' ? { type, until } : { type };
    await this.client.submit(move, words);
    return text;
  }

  /** An act that only the other may do now; the answer is the reason it is refused with. */
  async answerBack(): Promise<string> {
    await this.client.submit({ type: 'send' }, { kind: 'text', text: 'Ja, maar...' });
    return this.until(({ session }) => session?.refused?.reason);
  }

  /** What this partner can read of the session, without what depends on who reads. */
  get lines(): readonly TranscriptLine[] {
    return this.session?.lines ?? [];
  }

  close(): void {
    this.client.close();
  }
}
