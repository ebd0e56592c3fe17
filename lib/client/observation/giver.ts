import type { RoomId, SessionId } from '#lib/dialogue/id.ts';
import { lesserOf } from '#lib/dialogue/observer.ts';
import type { Bundle } from '#lib/observation.ts';
import type { RoomObservation } from '#lib/protocol.ts';
import { sealBundle } from '#lib/vault/bundle.ts';
import type { DeviceSafe } from '#lib/vault/device-safe.ts';
import type { HolderKeys } from '#lib/vault/holder-keys.ts';
import type { Clock } from '../clock.ts';
import type { HeldKeys } from '../held-keys.ts';
import type { RoomSnapshot } from '../snapshot.ts';
import { letInOf } from './let-in.ts';
import type { TakeTend } from './steps.ts';

const giveAgainAfter = 3_000;
/** Most bundles in one step. */
const most = 20;

/** The room that is given of: a `RoomClient` is one. */
export interface GivingRoom {
  readonly snapshot: RoomSnapshot;
  watch(watcher: () => void): () => void;
  readonly keys: HeldKeys;
}

export interface GiverDeps {
  roomId: RoomId;
  room: GivingRoom;
  take: TakeTend;
  safe: DeviceSafe;
  clock: Clock;
  /** This device as a keyholder. Rejects when it keeps nothing. */
  holder: () => Promise<HolderKeys>;
}

/**
 * Gives an observer that was let in the keys of the session that runs, of every epoch that its words were
 * sealed with and of the one in use. Only on the device that compared digits with hers, only for the key it
 * saw then, and never more than the lens lets through that both chose. Asks the person nothing.
 */
export class Giver {
  readonly #deps: GiverDeps;
  readonly #unwatch: () => void;
  #giving = false;
  #again = false;
  #stopResting: (() => void) | null = null;
  #closed = false;

  constructor(deps: GiverDeps) {
    this.#deps = deps;
    this.#unwatch = deps.room.watch(() => this.look());
    this.look();
  }

  /** Gives what is to be given by now. Harmless at any time. */
  look(): void {
    this.#again = true;
    if (this.#giving || this.#stopResting || this.#closed) return;
    this.#giving = true;
    void this.#work()
      .catch(() => this.#rest())
      .finally(() => {
        this.#giving = false;
        if (this.#again) this.look();
      });
  }

  close(): void {
    this.#closed = true;
    this.#unwatch();
    this.#stopResting?.();
  }

  async #work(): Promise<void> {
    this.#again = false;
    const { room, take } = this.#deps;
    const { view, session } = room.snapshot;
    if (!view?.observation?.admitted || !session || view.sessionId !== session.sessionId) return;
    const { observation } = view;
    const { sessionId } = session;
    const wanted = this.#wanted(observation, sessionId);
    if (wanted.length === 0) return;
    const bundles = await this.#bundles(observation, sessionId, wanted);
    if (bundles.length === 0) return;
    await take({ step: 'give', id: observation.id, bundles });
    // Whether it was taken the room itself tells; what it does not by then is given again.
    this.#rest();
  }

  #wanted(observation: RoomObservation, sessionId: SessionId): readonly number[] {
    const { keys, snapshot } = this.#deps.room;
    const epochs = new Set([...(snapshot.session?.epochs ?? []), keys.held.epoch]);
    const told = observation.given.filter((one) => one.sessionId === sessionId);
    return [...epochs].filter(
      (epoch) => keys.held.of(epoch) !== null && !told.some((one) => one.epoch === epoch),
    );
  }

  async #bundles(
    { id, lens: told }: RoomObservation,
    sessionId: SessionId,
    epochs: readonly number[],
  ): Promise<Bundle[]> {
    const { roomId, safe, holder, room } = this.#deps;
    const { pinned } = await letInOf(safe, roomId, id);
    if (!pinned || !told) return [];
    const helper = await holder();
    const { observerKey, caseId } = pinned;
    // What was chosen when she was let in stands; the server cannot put in more later on.
    const lens = lesserOf(pinned.lens, told);
    const { names } = room.snapshot;
    const bundles: Bundle[] = [];
    for (const epoch of epochs.slice(0, most)) {
      const roomKey = room.keys.held.of(epoch);
      if (!roomKey) continue;
      const helperKey = helper.publicKey;
      const place = { roomId, observation: id, sessionId, epoch, observerKey, helperKey };
      const sealed = await sealBundle(helper, place, { roomKey, caseId, lens, names });
      if (sealed) bundles.push({ sessionId, epoch, sealed });
    }
    return bundles;
  }

  #rest(): void {
    if (this.#closed) return;
    this.#stopResting = this.#deps.clock.after(giveAgainAfter, () => {
      this.#stopResting = null;
      this.look();
    });
  }
}
