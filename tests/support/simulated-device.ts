import type { HeldKeys } from '#lib/client/held-keys.ts';
import { SessionClient } from '#lib/client/session-client.ts';
import type { SessionSnapshot } from '#lib/client/snapshot.ts';
import type { ExerciseDefinition } from '#lib/dialogue/exercise.ts';
import type { RoomId, SessionId } from '#lib/dialogue/id.ts';
import type { Move, Submission } from '#lib/dialogue/move.ts';
import type { Seat } from '#lib/dialogue/seat.ts';
import type { Words } from '#lib/dialogue/words.ts';
import type { DeviceSafe } from '#lib/vault/device-safe.ts';
import type { RoomKeys } from '#lib/vault/room-keys.ts';
import { untold } from './exercises.ts';
import type { Intents } from './intents.ts';
import type { Random } from './random.ts';
import { SimulatedLink, type Weather } from './simulated-network.ts';
import type { SimulatedServer } from './simulated-server.ts';
import { SkewedClock, type Timeline } from './virtual-clock.ts';

/** What all devices of a run share. */
export interface World {
  roomId: RoomId;
  sessionId: SessionId;
  /** The room's keys, of which each device holds those it was last given. */
  keys: { all: RoomKeys };
  exercise: ExerciseDefinition;
  server: SimulatedServer;
  timeline: Timeline;
  random: Random;
  intents: Intents;
  weather: Weather;
}

/** A browser tab with a real client in it, which can be reloaded and finds its own safe again. */
export class SimulatedDevice {
  readonly clock: SkewedClock;
  /** What was wrong with a snapshot at the moment it was shown. */
  readonly faults: string[] = [];
  readonly #safe: DeviceSafe;
  readonly #keys: HeldKeys;
  #offset = 0;
  #started = false;
  #refused: SessionSnapshot['refused'] = null;
  #client: SessionClient;
  #link: SimulatedLink;

  constructor(
    readonly name: string,
    readonly seat: Seat,
    safe: DeviceSafe,
    readonly world: World,
  ) {
    this.clock = new SkewedClock(world.timeline, world.random);
    this.#safe = this.#watched(safe);
    this.#keys = this.#newKeys();
    this.#link = this.#newLink();
    this.#client = this.#newClient();
    this.#link.connect();
  }

  get snapshot(): SessionSnapshot | null {
    return this.#client.snapshot;
  }

  get connected(): boolean {
    return this.#link.connected;
  }

  /** The server's time, as this device would show it. */
  get serverNow(): number {
    return this.clock.now() + this.#offset;
  }

  submit(move: Move, words: Words | null): void {
    const { name: device, seat } = this;
    const done = this.world.intents.begin({ device, seat, move, words, moveIds: new Set() });
    void this.#client.submit(move, words).then((trouble) => done(trouble === null));
  }

  cut(): void {
    this.#link.cut();
  }

  connect(weather: Weather): void {
    this.#link.weather = weather;
    this.#link.connect();
  }

  /** Closes the tab and opens it again. */
  reload(): void {
    this.#client.close();
    this.#link.close();
    this.#refused = null;
    this.#started = false;
    this.#link = this.#newLink();
    this.#client = this.#newClient();
    this.#link.connect();
  }

  /** What still lies in the safe for this session. */
  unsent(): Promise<string[]> {
    return this.#safe.names('outbox:');
  }

  #newLink(): SimulatedLink {
    const { server, timeline, random, weather } = this.world;
    const link: SimulatedLink = new SimulatedLink(this.seat, server, timeline, random);
    link.weather = weather;
    link.listen({
      connected: () => this.#connected(),
      disconnected: () => timeline.after(random.whole(100, 6_000), () => link.connect()),
      outdated: () => this.faults.push('was outdated'),
      turnedAway: () => this.faults.push('was turned away'),
      room: () => undefined,
      events: ({ events }) => void this.#client.receive(events),
    });
    return link;
  }

  #newClient(): SessionClient {
    const { roomId, sessionId, exercise } = this.world;
    const client: SessionClient = new SessionClient({
      roomId,
      sessionId,
      keys: this.#keys,
      fetchExercise: async () => untold(exercise),
      seat: this.seat,
      link: this.#link,
      safe: this.#safe,
      clock: this.clock,
      changed: () => {
        if (client === this.#client) this.#changed();
      },
      clockRead: (serverNow) => {
        this.#offset = serverNow - this.clock.now();
      },
    });
    return client;
  }

  /** Kept over a reload; asking for others takes a while, and comes to nothing without a connection. */
  #newKeys(): HeldKeys {
    const { keys, timeline, random } = this.world;
    let held = keys.all;
    return {
      get held() {
        return held;
      },
      lost: false,
      renew: async () => {
        await timeline.wait(random.whole(1, 400));
        const before = held;
        if (this.connected) held = keys.all;
        return held.epoch > before.epoch;
      },
    };
  }

  #connected(): void {
    if (this.#started) void this.#client.level();
    else void this.#client.level();
    this.#started = true;
  }

  #changed(): void {
    const { snapshot } = this;
    if (!snapshot) return;
    if (!snapshot.intact) this.faults.push(`was not intact at ${snapshot.seq}`);
    const { refused } = snapshot;
    if (refused && refused !== this.#refused) {
      this.world.intents.shown.push({ device: this.name, ...refused });
    }
    this.#refused = refused;
  }

  #watched(safe: DeviceSafe): DeviceSafe {
    return {
      ...safe,
      put: (name, value) => {
        if (name.startsWith('outbox:')) {
          const submission: Submission = JSON.parse(value);
          this.world.intents.written(this.name, name, submission);
        }
        return safe.put(name, value);
      },
    };
  }
}
