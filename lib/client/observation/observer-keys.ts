import type { SessionId } from '#lib/dialogue/id.ts';
import type { PublicKey } from '#lib/keyholder.ts';
import type { ObserverView } from '#lib/observer-protocol.ts';
import { type OpenedBundle, openBundle } from '#lib/vault/bundle.ts';
import type { CueKey } from '#lib/vault/cue.ts';
import type { HolderKeys } from '#lib/vault/holder-keys.ts';
import type { SessionKey } from '#lib/vault/room-key.ts';
import type { WordKeys } from '../held-keys.ts';
import type { ObserverSnapshot } from './observer-snapshot.ts';

const nobody: ObserverSnapshot['names'] = { a: null, b: null };

/** The keys of one session that a partner's device gave an observer. In memory only. */
export class ObserverKeys implements WordKeys {
  readonly epoch = 0;
  readonly #sessionId: SessionId;
  readonly #opened = new Map<number, OpenedBundle>();
  readonly #unreadable = new Set<number>();
  /** What was tried before, whether or not it opened. */
  readonly #tried = new Set<string>();

  constructor(sessionId: SessionId) {
    this.#sessionId = sessionId;
  }

  /**
   * Opens what came, and believes it only when the device sealed it that she compared digits with.
   * @returns whether a key came that was not here.
   */
  async take(
    { roomId, observation, bundles }: ObserverView,
    observer: HolderKeys,
    helperKey: PublicKey,
  ): Promise<boolean> {
    let came = false;
    for (const { sessionId, epoch, sealed } of bundles) {
      if (sessionId !== this.#sessionId || this.#opened.has(epoch) || this.#tried.has(sealed)) {
        continue;
      }
      this.#tried.add(sealed);
      const observerKey = observer.publicKey;
      const place = { roomId, observation, sessionId, epoch, observerKey, helperKey };
      const bundle = await openBundle(observer, place, sealed);
      if (bundle.ok) {
        this.#opened.set(epoch, bundle.value);
        this.#unreadable.delete(epoch);
        came = true;
      } else this.#unreadable.add(epoch);
    }
    return came;
  }

  /** Whether something was passed on that the device she compared with did not seal. */
  get unreadable(): boolean {
    return this.#unreadable.size > 0;
  }

  get names(): ObserverSnapshot['names'] {
    return this.newest?.bundle.names ?? nobody;
  }

  /** What she was given of the newest epoch; null for nothing. */
  get newest(): { epoch: number; bundle: OpenedBundle } | null {
    const epoch = Math.max(0, ...this.#opened.keys());
    const bundle = this.#opened.get(epoch);
    return bundle ? { epoch, bundle } : null;
  }

  cueKeyOf(epoch: number): CueKey | null {
    return this.#opened.get(epoch)?.cueKey ?? null;
  }

  of(epoch: number): Promise<SessionKey> | null {
    const key = this.#opened.get(epoch)?.sessionKey;
    return key ? Promise.resolve(key) : null;
  }

  /** There is nobody to ask: keys come with the view of the room. */
  async renew(): Promise<boolean> {
    return false;
  }

  /** Lets go of all of them. */
  drop(): void {
    this.#opened.clear();
    this.#unreadable.clear();
    this.#tried.clear();
  }
}
