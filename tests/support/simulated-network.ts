import type { Asked, Link, LinkListener, RequestOf } from '#lib/client/link.ts';
import type { Seat } from '#lib/dialogue/seat.ts';
import type { EventsNotice, Replies } from '#lib/protocol.ts';
import type { Random } from './random.ts';
import type { Connection, SimulatedServer } from './simulated-server.ts';
import type { Timeline } from './virtual-clock.ts';

const answerWithin = 5_000;

/** How a network treats what it carries: each a chance, except `slowest`, in milliseconds. */
export interface Weather {
  slowest: number;
  /** Carried longer than anyone waits. */
  stuck: number;
  /** A message overtakes another; never over one real socket. */
  overtakes: number;
  losesNotice: number;
  doublesNotice: number;
  losesReply: number;
  doublesRequest: number;
}

/** What one socket does: slow now and then, but whole and in order for as long as it lasts. */
export const socketWeather: Weather = {
  slowest: 400,
  stuck: 0.02,
  overtakes: 0,
  losesNotice: 0,
  doublesNotice: 0,
  losesReply: 0,
  doublesRequest: 0,
};

/** Worse than any socket. */
export const hostileWeather: Weather = {
  slowest: 1_500,
  stuck: 0.05,
  overtakes: 0.3,
  losesNotice: 0.1,
  doublesNotice: 0.1,
  losesReply: 0.05,
  doublesRequest: 0.1,
};

export const calmWeather: Weather = { ...socketWeather, slowest: 50, stuck: 0 };

type Way = 'up' | 'down';

interface Line extends Connection {
  open: boolean;
  /** When the last message of each way arrives: nothing after it arrives before. */
  last: Record<Way, number>;
  /** What to do with those who wait for an answer when the line breaks. */
  unanswered: Set<() => void>;
}

/** A link to a simulated server, over a network that keeps it waiting, and cuts it off when told to. */
export class SimulatedLink implements Link {
  weather: Weather = socketWeather;
  #listener: LinkListener | null = null;
  #line: Line | null = null;
  #closed = false;

  constructor(
    readonly seat: Seat,
    readonly server: SimulatedServer,
    readonly timeline: Timeline,
    readonly random: Random,
  ) {}

  get connected(): boolean {
    return this.#line !== null;
  }

  listen(listener: LinkListener): void {
    this.#listener = listener;
  }

  /** Opens a line, unless there is one. */
  connect(): void {
    if (this.#closed || this.#line) return;
    const line: Line = {
      seat: this.seat,
      follows: false,
      open: true,
      last: { up: 0, down: 0 },
      unanswered: new Set(),
      tell: (notice) => this.#deliver(line, notice),
      drop: () => this.cut(),
    };
    this.#line = line;
    this.server.connect(line);
    this.#listener?.connected();
  }

  /** Breaks the line. What is on its way up may still arrive; nothing comes back. */
  cut(): void {
    const line = this.#line;
    if (!line) return;
    this.#line = null;
    line.open = false;
    this.server.disconnect(line);
    for (const giveUp of [...line.unanswered]) giveUp();
    if (!this.#closed) this.#listener?.disconnected();
  }

  request<Name extends Asked>(name: Name, request: RequestOf<Name>): Promise<Replies[Name] | null> {
    const line = this.#line;
    if (!line) return Promise.resolve(null);
    return new Promise((resolve) => {
      const finish = (reply: Replies[Name] | null) => {
        if (!line.unanswered.delete(giveUp)) return;
        stopWaiting();
        resolve(reply);
      };
      const giveUp = () => finish(null);
      const stopWaiting = this.timeline.after(answerWithin, giveUp);
      line.unanswered.add(giveUp);
      const copies = this.random.chance(this.weather.doublesRequest) ? 2 : 1;
      for (let copy = 0; copy < copies; copy += 1) {
        this.#carry(line, 'up', async () => {
          if (!line.open && this.random.chance(0.5)) return;
          const reply = await this.server.ask(line, name, structuredClone(request));
          if (!this.random.chance(this.weather.losesReply)) {
            this.#carry(line, 'down', () => finish(structuredClone(reply)));
          }
        });
      }
    });
  }

  tellWriting(): void {}

  close(): void {
    this.#closed = true;
    this.cut();
  }

  #deliver(line: Line, notice: EventsNotice): void {
    const { losesNotice, doublesNotice } = this.weather;
    if (this.random.chance(losesNotice)) return;
    const copies = this.random.chance(doublesNotice) ? 2 : 1;
    for (let copy = 0; copy < copies; copy += 1) {
      this.#carry(line, 'down', () => {
        if (line.open) this.#listener?.events(structuredClone(notice));
      });
    }
  }

  #carry(line: Line, way: Way, arrive: () => void): void {
    const { slowest, stuck, overtakes } = this.weather;
    const takes = this.random.chance(stuck)
      ? this.random.whole(4_000, 9_000)
      : this.random.whole(1, slowest);
    const alone = this.timeline.now + takes;
    const at = this.random.chance(overtakes) ? alone : Math.max(alone, line.last[way]);
    line.last[way] = Math.max(at, line.last[way]);
    this.timeline.after(at - this.timeline.now, arrive);
  }
}
