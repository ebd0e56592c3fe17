import type { Page } from 'playwright/test';
import * as v from 'valibot';
import { DialogueEvent } from '#lib/dialogue/event.ts';

const Told = v.object({ events: v.array(DialogueEvent) });

/** An event that reached a page, and when, by this machine's clock of performance. */
export interface Carried {
  at: number;
  event: DialogueEvent;
}

/** What the sockets of a page carry to it from now on. */
export class Sockets {
  readonly carried: Carried[] = [];
  /** Everything as it came. */
  readonly frames: string[] = [];
  opened = 0;
  #lost: ((at: number) => void)[] = [];

  constructor(page: Page) {
    page.on('websocket', (socket) => {
      this.opened += 1;
      socket.on('framereceived', ({ payload }) => this.#note(`${payload}`));
      socket.on('close', () => {
        for (const lost of this.#lost.splice(0)) lost(performance.now());
      });
    });
  }

  /** Resolves with the moment at which a socket that is open now closes. */
  lost(): Promise<number> {
    return new Promise((resolve) => {
      this.#lost.push(resolve);
    });
  }

  #note(frame: string): void {
    this.frames.push(frame);
    // A notice or an answer of Socket.IO: a number, and JSON.
    const [, json] = /^4[23]\d*(\[.*)$/s.exec(frame) ?? [];
    const said: unknown = json ? JSON.parse(json) : [];
    for (const part of Array.isArray(said) ? said : []) {
      const told = v.safeParse(Told, part);
      const events = told.success ? told.output.events : [];
      this.carried.push(...events.map((event) => ({ at: performance.now(), event })));
    }
  }
}
