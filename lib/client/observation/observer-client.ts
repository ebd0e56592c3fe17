import type { Cue, CueTo } from '#lib/dialogue/cue.ts';
import type { RoomId } from '#lib/dialogue/id.ts';
import type { PublicKey } from '#lib/keyholder.ts';
import type { Suggestion } from '#lib/observation.ts';
import type { ObserverView } from '#lib/observer-protocol.ts';
import type { Refusal } from '#lib/protocol.ts';
import type { CaseKey } from '#lib/vault/case-key.ts';
import type { DeviceSafe } from '#lib/vault/device-safe.ts';
import type { HolderKeys } from '#lib/vault/holder-keys.ts';
import type { Clock } from '../clock.ts';
import type { SessionLogDeps } from '../session-log.ts';
import type { ObserverLink } from './observer-link.ts';
import type { ObserverSnapshot } from './observer-snapshot.ts';
import type { TakeAttend } from './steps.ts';
import { WatchedSession } from './watched-session.ts';
import { forgetWatching, pinnedHelper } from './watching.ts';

/** What an observer can do while she watches. */
export interface ObserverActions {
  /** Gives a cue to both or to one. `no-key`: nothing to seal it with has come yet. It shows in the snapshot. */
  cue(cue: Cue, to: CueTo): Promise<'no-key' | null>;
  /** Asks whether they would like to pause; a partner does it, or rather not. */
  askPause(): void;
  /** Asks whoever has the floor to go on to the next phase. */
  proposePhase(): void;
  /** Puts an exercise in front of them while no session runs; null takes it away. Null when it stands. */
  suggest(suggestion: Suggestion | null): Promise<Refusal | 'no-answer' | null>;
  /** Goes, and takes everything of the couple off this device. False when that did not get through. */
  leave(): Promise<boolean>;
  /** An exercise with its texts; null for one there is not; rejects while it cannot be had. */
  fetchExercise: SessionLogDeps['fetchExercise'];
}

export interface ObserverClientDeps {
  roomId: RoomId;
  link: ObserverLink;
  take: TakeAttend;
  safe: DeviceSafe;
  clock: Clock;
  /** This device as a keyholder. */
  holder: HolderKeys;
  fetchExercise: SessionLogDeps['fetchExercise'];
  /** She was given a key of the case that is newer than before. */
  caseKeyCame?: (given: { epoch: number; key: CaseKey }) => void;
}

export const nothingWatched: ObserverSnapshot = {
  connection: 'connecting',
  view: null,
  compared: false,
  names: { a: null, b: null },
  session: null,
  ended: null,
  clockOffset: 0,
};

/** A therapist who watches: everything her screen needs, without React and without a socket. */
export class ObserverClient implements ObserverActions {
  readonly #deps: ObserverClientDeps;
  readonly #watchers = new Set<() => void>();
  #session: WatchedSession | null = null;
  #entering: Promise<void> = Promise.resolve();
  #snapshot = nothingWatched;

  constructor(deps: ObserverClientDeps) {
    this.#deps = deps;
    deps.link.listen({
      connected: () => this.#session?.connected(),
      disconnected: () => this.#change({ connection: 'offline' }),
      turnedAway: () => void this.#end(this.#session?.over ? 'session' : 'over'),
      outdated: () => this.#change({ connection: 'outdated' }),
      view: (view) => {
        // One view that could not be taken in must not keep out the next.
        this.#entering = this.#entering.then(() => this.#enter(view)).catch(() => undefined);
      },
      events: ({ sessionId, events }) => {
        if (sessionId === this.#session?.sessionId) this.#session.receive(events);
      },
    });
  }

  get snapshot(): ObserverSnapshot {
    return this.#snapshot;
  }

  /** Calls back at every change of the snapshot; the answer stops that. */
  watch(watcher: () => void): () => void {
    this.#watchers.add(watcher);
    return () => this.#watchers.delete(watcher);
  }

  get fetchExercise(): SessionLogDeps['fetchExercise'] {
    return this.#deps.fetchExercise;
  }

  async cue(cue: Cue, to: CueTo): Promise<'no-key' | null> {
    return this.#session ? this.#session.cue(cue, to) : 'no-key';
  }

  askPause(): void {
    this.#session?.ask({ type: 'ask-pause' });
  }

  proposePhase(): void {
    this.#session?.ask({ type: 'propose-phase' });
  }

  async suggest(suggestion: Suggestion | null): Promise<Refusal | 'no-answer' | null> {
    const reply = await this.#deps.link.suggest({ suggestion });
    if (!reply) return 'no-answer';
    return reply.ok ? null : reply.reason;
  }

  async leave(): Promise<boolean> {
    const { take } = this.#deps;
    const state = await take({ step: 'state' });
    const id = typeof state === 'string' ? null : state.observation?.id;
    if (state === 'offline' || (id && (await take({ step: 'leave', id })) === 'offline')) {
      return false;
    }
    await this.#end('left');
    return true;
  }

  /** Stops following, as when the page is left; the device keeps what it needs to come back. */
  close(): void {
    this.#deps.link.close();
    this.#letGo();
  }

  async #enter(view: ObserverView): Promise<void> {
    const { safe, roomId } = this.#deps;
    if (this.#snapshot.ended) return;
    const helperKey = await pinnedHelper(safe, roomId, view.observation);
    if (this.#snapshot.ended) return;
    this.#change({ connection: 'online', view, compared: helperKey !== null });
    if (helperKey) await this.#follow(view, helperKey);
  }

  async #follow(view: ObserverView, helperKey: PublicKey): Promise<void> {
    const { sessionId } = view;
    if (!sessionId) return;
    this.#session ??= new WatchedSession(sessionId, view, {
      ...this.#deps,
      changed: () => this.#renew(),
      clockRead: (serverNow) =>
        this.#change({ clockOffset: Math.round(serverNow - this.#deps.clock.now()) }),
    });
    const session = this.#session;
    if (session.sessionId !== sessionId) return;
    const caseKey = await session.take(view, helperKey);
    // She was let go meanwhile: what came since goes as well.
    if (this.#session !== session) return session.close();
    if (caseKey) this.#deps.caseKeyCame?.(caseKey);
  }

  #renew(): void {
    const { shown, names, over } = this.#session ?? {};
    if (!names) return;
    this.#change({ names, ...(shown ? { session: shown } : {}) });
    if (over) void this.#end('session');
  }

  /** It is over: no word, name or key stays in this page or on this device. */
  async #end(ended: NonNullable<ObserverSnapshot['ended']>): Promise<void> {
    if (this.#snapshot.ended) return;
    const { connection, clockOffset } = this.#snapshot;
    this.#snapshot = { ...nothingWatched, connection, clockOffset, ended };
    this.close();
    for (const watcher of this.#watchers) watcher();
    await forgetWatching(this.#deps.safe, this.#deps.roomId);
  }

  #letGo(): void {
    this.#session?.close();
    this.#session = null;
  }

  #change(change: Partial<ObserverSnapshot>): void {
    if (this.#snapshot.ended) return;
    this.#snapshot = { ...this.#snapshot, ...change };
    for (const watcher of this.#watchers) watcher();
  }
}
