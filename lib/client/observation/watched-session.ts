import type { Cue, CueTo } from '#lib/dialogue/cue.ts';
import type { SessionId } from '#lib/dialogue/id.ts';
import type { PublicKey } from '#lib/keyholder.ts';
import type { ObserverAct, ObserverView } from '#lib/observer-protocol.ts';
import type { CaseKey } from '#lib/vault/case-key.ts';
import { sealCue } from '#lib/vault/cue.ts';
import type { HolderKeys } from '#lib/vault/holder-keys.ts';
import { newMoveId } from '#lib/vault/new-id.ts';
import type { Clock } from '../clock.ts';
import type { SessionLogDeps } from '../session-log.ts';
import { ActQueue, type QueuedAct } from './act-queue.ts';
import { ObserverKeys } from './observer-keys.ts';
import type { ObserverLink } from './observer-link.ts';
import { ObserverSession } from './observer-session.ts';
import type { ObservedSession, ObserverSnapshot } from './observer-snapshot.ts';

export interface WatchedSessionDeps {
  link: ObserverLink;
  clock: Clock;
  /** This device as a keyholder. */
  holder: HolderKeys;
  fetchExercise: SessionLogDeps['fetchExercise'];
  changed: () => void;
  clockRead: (serverNow: number) => void;
}

/** The session that an observer was let in to: its log, the keys she was given of it, and what she does in it. */
export class WatchedSession {
  readonly sessionId: SessionId;
  readonly #deps: WatchedSessionDeps;
  readonly #view: ObserverView;
  readonly #keys: ObserverKeys;
  readonly #acts: ActQueue;
  readonly #session: ObserverSession;

  constructor(sessionId: SessionId, view: ObserverView, deps: WatchedSessionDeps) {
    const { link, clock, changed } = deps;
    this.sessionId = sessionId;
    this.#deps = deps;
    this.#view = view;
    this.#keys = new ObserverKeys(sessionId);
    this.#acts = new ActQueue({
      clock,
      send: (request) => link.act(request),
      sealAgain: (act) => this.#sealAgain(act),
      changed,
    });
    this.#session = new ObserverSession({
      ...deps,
      roomId: view.roomId,
      sessionId,
      lens: view.lens,
      keys: this.#keys,
      arrived: ({ moveId }) => this.#acts.settle(moveId),
    });
    void this.#session.level();
  }

  /** Null until the first event has arrived. */
  get shown(): ObservedSession | null {
    const { shown } = this.#session;
    const { pending, refused } = this.#acts;
    return shown && { ...shown, pending, refused };
  }

  get names(): ObserverSnapshot['names'] {
    return this.#keys.names;
  }

  /** Whether the log says that the session is over. */
  get over(): boolean {
    return this.#session.over;
  }

  /** Comes level after a connection is there again. */
  connected(): void {
    void this.#session.level();
    this.#acts.pump();
  }

  receive(events: Parameters<ObserverSession['receive']>[0]): void {
    void this.#session.receive(events);
  }

  /**
   * Takes the keys in a view that this device of theirs sealed, and opens what waited for them. The newest key
   * of the case, when one came; null otherwise.
   */
  async take(
    view: ObserverView,
    helperKey: PublicKey,
  ): Promise<{ epoch: number; key: CaseKey } | null> {
    if (!this.#session.shown) void this.#session.level();
    const former = this.#keys.newest?.epoch ?? 0;
    if (!(await this.#keys.take(view, this.#deps.holder, helperKey))) {
      this.#deps.changed();
      return null;
    }
    await this.#session.keysCame();
    this.#acts.pump();
    const { newest } = this.#keys;
    return newest && newest.epoch > former
      ? { epoch: newest.epoch, key: newest.bundle.caseKey }
      : null;
  }

  /** Gives a cue. `no-key`: nothing to seal it with has come yet. */
  async cue(cue: Cue, to: CueTo): Promise<'no-key' | null> {
    const act = await this.#sealed(cue, to);
    if (!act) return 'no-key';
    this.#acts.add(act);
    return null;
  }

  /** Asks for something that carries nothing. */
  ask(act: Exclude<ObserverAct, { type: 'cue' }>): void {
    const { sessionId } = this;
    this.#acts.add({ request: { sessionId, moveId: newMoveId(), act, cue: null }, cue: null });
  }

  /** Lets go of every word and key. */
  close(): void {
    this.#acts.close();
    this.#session.close();
    this.#keys.drop();
  }

  async #sealAgain({ request, cue }: QueuedAct): Promise<QueuedAct | null> {
    const newer = (this.#keys.newest?.epoch ?? 0) > (request.cue?.epoch ?? 0);
    return newer && cue && request.act.type === 'cue' ? this.#sealed(cue, request.act.to) : null;
  }

  /** A cue under the newest key she was given, as a move of its own. */
  async #sealed(cue: Cue, to: CueTo): Promise<QueuedAct | null> {
    const { newest } = this.#keys;
    if (!newest) return null;
    const { sessionId } = this;
    const { roomId, observation } = this.#view;
    const { epoch } = newest;
    const moveId = newMoveId();
    const place = { roomId, sessionId, observation, epoch, moveId, to };
    const sealed = await sealCue(newest.bundle.cueKey, place, cue);
    return {
      request: { sessionId, moveId, act: { type: 'cue', to }, cue: { sealed, epoch } },
      cue,
    };
  }
}
