import type { ObserverLink, ObserverLinkListener } from '#lib/client/observation/observer-link.ts';
import { acts } from '#lib/dialogue/act.ts';
import { actOf, type DialogueEvent } from '#lib/dialogue/event.ts';
import type { Lens } from '#lib/dialogue/observer.ts';
import { isFor } from './within.ts';

/**
 * An observer's way to the server that can be cut and mended, and that notes down every event it carried to
 * her: what her own program would keep from her screen as well.
 */
export class Tap implements ObserverLink {
  readonly carried: DialogueEvent[] = [];
  readonly #lay: () => ObserverLink;
  #link: ObserverLink | null;
  #listener: ObserverLinkListener | null = null;
  #lost: (() => void) | null = null;

  /** @param lay makes the way anew. */
  constructor(lay: () => ObserverLink) {
    this.#lay = lay;
    this.#link = lay();
  }

  listen(listener: ObserverLinkListener): void {
    this.#listener = listener;
    const gone = () => {
      this.#lost?.();
      this.#lost = null;
    };
    this.#link?.listen({
      ...listener,
      connected: () => listener.connected(),
      disconnected: () => {
        gone();
        listener.disconnected();
      },
      turnedAway: () => {
        gone();
        listener.turnedAway();
      },
      outdated: () => listener.outdated(),
      view: (view) => listener.view(view),
      events: (notice) => {
        this.carried.push(...notice.events);
        listener.events(notice);
      },
    });
  }

  async join(request: Parameters<ObserverLink['join']>[0]): ReturnType<ObserverLink['join']> {
    const reply = (await this.#link?.join(request)) ?? null;
    if (reply?.ok) this.carried.push(...reply.events);
    return reply;
  }

  async act(request: Parameters<ObserverLink['act']>[0]): ReturnType<ObserverLink['act']> {
    return (await this.#link?.act(request)) ?? null;
  }

  async suggest(
    request: Parameters<ObserverLink['suggest']>[0],
  ): ReturnType<ObserverLink['suggest']> {
    return (await this.#link?.suggest(request)) ?? null;
  }

  close(): void {
    this.#link?.close();
    this.#link = null;
  }

  /** The connection is lost, and stays so. */
  cut(): void {
    this.close();
    this.#listener?.disconnected();
  }

  /** Harmless when it was not cut. */
  mend(): void {
    if (this.#link) return;
    this.#link = this.#lay();
    if (this.#listener) this.listen(this.#listener);
  }

  /** Resolves when the server closes the connection that there is now. */
  lost(): Promise<void> {
    return new Promise((resolve) => {
      this.#lost = resolve;
    });
  }
}

/**
 * How many of the carried events held what was not for her.
 * @param last the last event that was for her: the one that let her go; none after it may come.
 */
export function leaksIn(carried: readonly DialogueEvent[], lens: Lens, last: number): number {
  return carried.filter(({ seq, fact, sealed, hash }) => {
    if (seq > last) return true;
    // A cue of her own has no place in the chain of words.
    if (sealed === null || hash === null) return false;
    const act = actOf(fact);
    return !isFor(lens, act ? acts[act].words : 'none');
  }).length;
}
