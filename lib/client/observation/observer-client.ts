import type { Cue, CueTo } from '#lib/dialogue/cue.ts';
import type { RoomId, SessionId } from '#lib/dialogue/id.ts';
import type { Lens } from '#lib/dialogue/observer.ts';
import type { PublicKey } from '#lib/keyholder.ts';
import type { Suggestion } from '#lib/observation.ts';
import type { ObserverAct, ObserverView } from '#lib/observer-protocol.ts';
import type { Refusal } from '#lib/protocol.ts';
import type { CaseKey } from '#lib/vault/case-key.ts';
import { sealCue } from '#lib/vault/cue.ts';
import type { DeviceSafe } from '#lib/vault/device-safe.ts';
import type { HolderKeys } from '#lib/vault/holder-keys.ts';
import { newMoveId } from '#lib/vault/new-id.ts';
import type { Clock } from '../clock.ts';
import type { SessionLogDeps } from '../session-log.ts';
import { ActQueue, type QueuedAct } from './act-queue.ts';
import { ObserverKeys } from './observer-keys.ts';
import type { ObserverLink } from './observer-link.ts';
import { ObserverSession } from './observer-session.ts';
import type { ObserverSnapshot } from './observer-snapshot.ts';
import type { TakeAttend } from './steps.ts';
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
  #acts: ActQueue | null = null;
  #session: ObserverSession | null = null;
  #keys: ObserverKeys | null = null;
  #entering: Promise<void> = Promise.resolve();
  #snapshot = nothingWatched;

  constructor(deps: ObserverClientDeps) {
    this.#deps = deps;
    deps.link.listen({
      connected: () => {
        void this.#session?.level();
        this.#acts?.pump();
      },
      disconnected: () => this.#change({ connection: 'offline' }),
      turnedAway: () => void this.#end(this.#session?.over ? 'session' : 'over'),
      outdated: () => this.#change({ connection: 'outdated' }),
      view: (view) => {
        // One view that could not be taken in must not keep out the next.
        this.#entering = this.#entering.then(() => this.#enter(view)).catch(() => undefined);
      },
      events: ({ sessionId, events }) => {
        if (sessionId === this.#session?.sessionId) void this.#session.receive(events);
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
    const act = await this.#sealed(cue, to);
    if (!act || !this.#acts) return 'no-key';
    this.#acts.add(act);
    return null;
  }

  askPause(): void {
    this.#act({ type: 'ask-pause' });
  }

  proposePhase(): void {
    this.#act({ type: 'propose-phase' });
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
    const { safe, roomId, holder } = this.#deps;
    if (this.#snapshot.ended) return;
    const helperKey = await pinnedHelper(safe, roomId, view.observation);
    if (this.#snapshot.ended) return;
    this.#change({ connection: 'online', view, compared: helperKey !== null });
    if (helperKey) await this.#follow(view, holder, helperKey);
  }

  async #follow(view: ObserverView, holder: HolderKeys, helperKey: PublicKey): Promise<void> {
    const { sessionId } = view;
    if (!sessionId) return;
    const session = this.#session ?? this.#begin(sessionId, view.lens);
    const keys = this.#keys;
    if (session.sessionId !== sessionId || !keys) return;
    if (!session.shown) void session.level();
    const former = keys.newest?.epoch ?? 0;
    if (!(await keys.take(view, holder, helperKey))) return this.#renew();
    if (this.#snapshot.ended) return keys.drop();
    this.#change({ names: keys.names });
    await session.keysCame();
    this.#acts?.pump();
    const { newest } = keys;
    if (newest && newest.epoch > former) {
      this.#deps.caseKeyCame?.({ epoch: newest.epoch, key: newest.bundle.caseKey });
    }
  }

  #begin(sessionId: SessionId, lens: Lens): ObserverSession {
    const { link, clock } = this.#deps;
    const keys = new ObserverKeys(sessionId);
    const queue = new ActQueue({
      clock,
      send: (request) => link.act(request),
      sealAgain: async ({ request, cue }) => {
        const newer = (keys.newest?.epoch ?? 0) > (request.cue?.epoch ?? 0);
        return newer && cue && request.act.type === 'cue'
          ? this.#sealed(cue, request.act.to)
          : null;
      },
      changed: () => this.#renew(),
    });
    const session = new ObserverSession({
      ...this.#deps,
      sessionId,
      lens,
      keys,
      changed: () => this.#renew(),
      clockRead: (serverNow) => this.#change({ clockOffset: Math.round(serverNow - clock.now()) }),
      arrived: ({ moveId }) => queue.settle(moveId),
    });
    this.#keys = keys;
    this.#acts = queue;
    this.#session = session;
    void session.level();
    return session;
  }

  #act(act: ObserverAct): void {
    const { sessionId } = this.#session ?? {};
    if (!sessionId) return;
    this.#acts?.add({ request: { sessionId, moveId: newMoveId(), act, cue: null }, cue: null });
  }

  /** A cue under the newest key she was given, as a move of its own. */
  async #sealed(cue: Cue, to: CueTo): Promise<QueuedAct | null> {
    const { view } = this.#snapshot;
    const newest = this.#keys?.newest;
    if (!view || !newest || !this.#session) return null;
    const { sessionId } = this.#session;
    const { roomId, observation } = view;
    const { epoch } = newest;
    const moveId = newMoveId();
    const place = { roomId, sessionId, observation, epoch, moveId, to };
    const sealed = await sealCue(newest.bundle.cueKey, place, cue);
    return {
      request: { sessionId, moveId, act: { type: 'cue', to }, cue: { sealed, epoch } },
      cue,
    };
  }

  #renew(): void {
    const followed = this.#session?.shown;
    if (!followed || !this.#acts) return;
    const { pending, refused } = this.#acts;
    this.#change({ session: { ...followed, pending, refused } });
    if (this.#session?.over) void this.#end('session');
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
    this.#acts?.close();
    this.#session?.close();
    this.#keys?.drop();
    this.#acts = null;
    this.#session = null;
    this.#keys = null;
  }

  #change(change: Partial<ObserverSnapshot>): void {
    if (this.#snapshot.ended) return;
    this.#snapshot = { ...this.#snapshot, ...change };
    for (const watcher of this.#watchers) watcher();
  }
}
