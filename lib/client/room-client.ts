import * as v from 'valibot';
import type { ExerciseRef } from '#lib/dialogue/exercise.ts';
import { type InvitationId, type RoomId, SessionId } from '#lib/dialogue/id.ts';
import type { Mode } from '#lib/dialogue/mode.ts';
import type { Move } from '#lib/dialogue/move.ts';
import { type Seat, seats } from '#lib/dialogue/seat.ts';
import type { Words } from '#lib/dialogue/words.ts';
import {
  type EventsNotice,
  type Proposal,
  passes,
  type Refusal,
  type Replies,
  type RoomView,
} from '#lib/protocol.ts';
import type { DeviceSafe } from '#lib/vault/device-safe.ts';
import { invitationLink, newLinkSecret, tokenHashOf, tokenOf } from '#lib/vault/link.ts';
import { openName } from '#lib/vault/name.ts';
import { newInvitationId, newMoveId, newSessionId } from '#lib/vault/new-id.ts';
import { wrapRoomKey } from '#lib/vault/wrap.ts';
import type { Clock } from './clock.ts';
import type { HeldKeys } from './held-keys.ts';
import type { Asked, Link, RequestOf } from './link.ts';
import { outboxPlace } from './outbox-place.ts';
import type { RoomVault } from './room-vault.ts';
import type { SessionClient } from './session-client.ts';
import type { SessionLogDeps } from './session-log.ts';
import type { RoomSnapshot } from './snapshot.ts';

const mostTries = 5;
const askAgainAfter = 1_000;

/** What a partner can do in the room. */
export interface RoomActions {
  /** Puts an exercise forward to the other. Null when it stands; it shows in the snapshot. */
  propose(exercise: ExerciseRef, mode: Mode): Promise<Refusal | 'no-answer' | null>;
  /** Takes back one's own proposal, or declines the other's, if it is still this one. */
  retract(proposal: Proposal): Promise<Refusal | 'no-answer' | null>;
  /** Accepts this proposal of the other. Null when the session is open; it shows in the snapshot. */
  openProposed(proposal: Proposal): Promise<Refusal | 'no-answer' | null>;
  /** An exercise with its texts; null for one there is not; rejects while it cannot be had. */
  fetchExercise: SessionLogDeps['fetchExercise'];
  /** Seals the words and hands the move in; the snapshot tells the rest. */
  submit(move: Move, words: Words | null): Promise<'too-long' | null>;
  setWriting(writing: boolean): void;
  /** A new link for a seat, in the place of any former one; null when the server did not take it. */
  makeInvitation(seat: Seat): Promise<string | null>;
  /** The link of the invitation that is open, when this device made it. */
  currentInvitation(): Promise<string | null>;
  withdrawInvitation(): Promise<boolean>;
  readDraft(step: string): Promise<string>;
  /** Keeps a draft on the device, sealed, until the move it becomes is in the log. */
  saveDraft(step: string, text: string): void;
  /** Leaves a session that has ended, for the room. */
  dismissSession(): void;
}

export interface RoomClientDeps {
  roomId: RoomId;
  keys: RoomVault;
  /** What links begin with, such as https://weerklank.example. */
  origin: string;
  link: Link;
  safe: DeviceSafe;
  clock: Clock;
  fetchExercise: SessionLogDeps['fetchExercise'];
}

/** One seat's part in a room: everything a screen needs, without React and without a socket. */
export class RoomClient implements RoomActions {
  readonly #deps: RoomClientDeps;
  readonly #watchers = new Set<() => void>();
  /** The session on the screen. */
  #session: SessionClient | null = null;
  /** That one, and those in which a move still waits. */
  readonly #sessions = new Set<SessionClient>();
  /** The session that is to be on the screen, as soon as the part that follows one is here. */
  #followed: SessionId | null = null;
  #dismissed: SessionId | null = null;
  #closed = false;
  /** What the server was last told of our writing. */
  #toldWriting = false;
  #entering: Promise<void> = Promise.resolve();
  #snapshot: RoomSnapshot = {
    connection: 'connecting',
    view: null,
    names: { a: null, b: null },
    session: null,
    key: 'held',
    clockOffset: 0,
  };

  constructor(deps: RoomClientDeps) {
    this.#deps = deps;
    deps.keys.watch(() => this.#keysChanged());
    deps.link.listen({
      connected: () => {
        this.#toldWriting = false;
        for (const session of this.#sessions) void session.level();
      },
      disconnected: () => this.#change({ connection: 'offline' }),
      turnedAway: () => this.#change({ connection: 'refused' }),
      outdated: () => this.#change({ connection: 'outdated' }),
      room: (view) => {
        // One view that could not be taken in must not keep out the next.
        this.#entering = this.#entering.then(() => this.#enter(view)).catch(() => undefined);
      },
      events: (notice) => this.#receive(notice),
    });
  }

  get snapshot(): RoomSnapshot {
    return this.#snapshot;
  }

  /** Calls back at every change of the snapshot; the answer stops that. */
  watch(watcher: () => void): () => void {
    this.#watchers.add(watcher);
    return () => this.#watchers.delete(watcher);
  }

  get keys(): HeldKeys {
    return this.#deps.keys;
  }

  get fetchExercise(): SessionLogDeps['fetchExercise'] {
    return this.#deps.fetchExercise;
  }

  propose(exercise: ExerciseRef, mode: Mode): Promise<Refusal | 'no-answer' | null> {
    return this.#try('exercise:propose', { exercise, mode });
  }

  retract(proposal: Proposal): Promise<Refusal | 'no-answer' | null> {
    return this.#try('exercise:retract', { proposal });
  }

  openProposed({ exercise, mode }: Proposal): Promise<Refusal | 'no-answer' | null> {
    const request = { sessionId: newSessionId(), moveId: newMoveId(), exercise, mode };
    return this.#try('session:open', request);
  }

  async submit(move: Move, words: Words | null): Promise<'too-long' | null> {
    return this.#session ? this.#session.submit(move, words) : null;
  }

  setWriting(writing: boolean): void {
    // The partner need only know that, and the server must not count the keys.
    if (this.#toldWriting === writing) return;
    this.#toldWriting = writing;
    this.#deps.link.tellWriting(writing);
  }

  async makeInvitation(seat: Seat): Promise<string | null> {
    const { roomId, keys, origin, safe } = this.#deps;
    const { view } = this.#snapshot;
    // Whoever is let in again comes in with a new key, and the device they lost is left with the old.
    const again = view !== null && view.you !== seat && view.seats[seat].taken;
    const rotated = again ? await keys.prepareRotation(seat) : null;
    if (again && !rotated) return null;
    const key = rotated?.next ?? { epoch: keys.held.epoch, key: keys.held.current };
    const invitationId = newInvitationId();
    const secret = newLinkSecret();
    const reply = await this.#ask('invitation:make', {
      invitationId,
      seat,
      tokenHash: await tokenHashOf(await tokenOf(secret)),
      wrappedKey: await wrapRoomKey(secret, { roomId, invitationId, seat }, key),
      epoch: key.epoch,
      rotation: rotated?.rotation ?? null,
    });
    if (!reply?.ok) return null;
    if (rotated) await keys.take(rotated.keys);
    const url = invitationLink(origin, invitationId, secret);
    await safe.put(this.#linkName(invitationId), url).catch(() => undefined);
    return url;
  }

  async currentInvitation(): Promise<string | null> {
    const open = this.#snapshot.view?.invitation;
    return open ? this.#deps.safe.get(this.#linkName(open.invitationId)) : null;
  }

  async withdrawInvitation(): Promise<boolean> {
    const open = this.#snapshot.view?.invitation;
    if (!open) return true;
    const { invitationId } = open;
    const reply = await this.#deps.link.request('invitation:withdraw', { invitationId });
    if (!reply?.ok) return false;
    await this.#deps.safe.remove(this.#linkName(invitationId)).catch(() => undefined);
    return true;
  }

  readDraft(step: string): Promise<string> {
    return this.#session?.readDraft(step) ?? Promise.resolve('');
  }

  saveDraft(step: string, text: string): void {
    this.#session?.saveDraft(step, text);
  }

  dismissSession(): void {
    this.#dismissed = this.#followed;
    this.#follow(null);
  }

  close(): void {
    this.#closed = true;
    for (const session of this.#sessions) session.close();
    this.#deps.keys.close();
    this.#deps.link.close();
  }

  async #enter(view: RoomView): Promise<void> {
    void this.#deps.keys.follow(view);
    const names = await this.#openNames(view);
    await this.#forgetUsedLinks(view);
    if (!this.#snapshot.view) await this.#takeUpMoves(view);
    this.#change({ connection: 'online', view, names });
    // Before it is needed, so that it is here when there is no network then.
    if (view.seats.a.taken && view.seats.b.taken) void this.#fetchFollowing();
    const { sessionId } = view;
    if (sessionId && sessionId !== this.#dismissed && sessionId !== this.#followed) {
      this.#follow(sessionId);
    }
  }

  /** Other keys open more, and let what was refused for the old one be sealed again. */
  #keysChanged(): void {
    this.#change({ key: this.#deps.keys.lost ? 'lost' : 'held' });
    for (const session of this.#sessions) void session.level();
    this.#entering = this.#entering.then(async () => {
      const { view } = this.#snapshot;
      if (view) this.#change({ names: await this.#openNames(view, true) });
    });
  }

  #follow(sessionId: SessionId | null): void {
    const left = this.#session;
    this.#followed = sessionId;
    this.#session = null;
    if (left) this.#letGo(left);
    this.#change({ session: null });
    const { view } = this.#snapshot;
    if (sessionId && view) void this.#open(sessionId, view.you);
  }

  /** Follows a session from now on, on the screen when it is the one that is to be there. */
  async #open(sessionId: SessionId, seat: Seat): Promise<void> {
    const following = await this.#fetchFollowing();
    if (!following || this.#closed) return;
    const held = [...this.#sessions].find((session) => session.sessionId === sessionId);
    const session: SessionClient =
      held ??
      new following.SessionClient({
        ...this.#deps,
        sessionId,
        seat,
        changed: () => {
          if (this.#session === session) this.#change({ session: session.snapshot });
          else this.#letGo(session);
        },
        clockRead: (serverNow) =>
          this.#change({ clockOffset: Math.round(serverNow - this.#deps.clock.now()) }),
      });
    if (this.#followed === sessionId) this.#session = session;
    this.#sessions.add(session);
    void session.level();
  }

  /** The part that follows a session. Nobody needs it before two are here, so a page fetches it only then. Null once the room is left. */
  async #fetchFollowing(): Promise<typeof import('./session-client.ts') | null> {
    while (!this.#closed) {
      try {
        return await import('./session-client.ts');
      } catch {
        await new Promise<void>((resolve) => this.#deps.clock.after(askAgainAfter, resolve));
      }
    }
    return null;
  }

  /** A session nobody looks at stays until the last move made in it has been answered. */
  #letGo(session: SessionClient): void {
    if (session.unsent) return;
    session.close();
    this.#sessions.delete(session);
  }

  /** Takes up the moves that earlier visits left in other sessions of this room. */
  async #takeUpMoves({ you, sessionId }: RoomView): Promise<void> {
    const place = outboxPlace(this.#deps.roomId);
    for (const name of await this.#deps.safe.names(place).catch(() => [])) {
      const found = v.safeParse(SessionId, name.slice(place.length).split(':')[0]);
      if (found.success && found.output !== sessionId) void this.#open(found.output, you);
    }
  }

  #receive({ sessionId, events }: EventsNotice): void {
    // To the server a move that arrived is the end of writing it.
    const you = this.#snapshot.view?.you;
    if (events.some((event) => event.author === you)) this.#toldWriting = false;
    for (const session of this.#sessions) {
      if (session.sessionId === sessionId) void session.receive(events);
    }
  }

  /** Null when it was done, else why not. */
  async #try<Name extends Asked>(
    name: Name,
    request: RequestOf<Name>,
  ): Promise<Refusal | 'no-answer' | null> {
    const reply = await this.#ask(name, request);
    if (!reply) return 'no-answer';
    return reply.ok ? null : reply.reason;
  }

  /** Asks again, in the same words, while the server says that it will pass. */
  async #ask<Name extends Asked>(
    name: Name,
    request: RequestOf<Name>,
  ): Promise<Replies[Name] | null> {
    const { link, clock } = this.#deps;
    for (let tries = 1; ; tries += 1) {
      const reply = await link.request(name, request);
      if (!reply || reply.ok || !passes(reply.reason) || tries === mostTries) return reply;
      await new Promise<void>((resolve) => clock.after(askAgainAfter, resolve));
    }
  }

  /** @param anew also those that were tried before. */
  async #openNames(view: RoomView, anew = false): Promise<RoomSnapshot['names']> {
    const { roomId, keys } = this.#deps;
    const former = this.#snapshot;
    const names: Record<Seat, string | null> = { ...former.names };
    for (const seat of seats) {
      const { sealedName } = view.seats[seat];
      if (!anew && sealedName === (former.view?.seats[seat].sealedName ?? null)) continue;
      const opened = sealedName ? await openName(keys.held, roomId, seat, sealedName) : null;
      names[seat] = opened?.ok ? opened.value : null;
    }
    return names;
  }

  /** A link that cannot be used any more has no reason to lie on the device. */
  async #forgetUsedLinks(view: RoomView): Promise<void> {
    const { safe } = this.#deps;
    const former = this.#snapshot.view;
    if (former && former.invitation?.invitationId === view.invitation?.invitationId) return;
    const open = view.invitation && this.#linkName(view.invitation.invitationId);
    for (const name of await safe.names(this.#linkPlace).catch(() => [])) {
      if (name !== open) await safe.remove(name).catch(() => undefined);
    }
  }

  get #linkPlace(): string {
    return `invitation:${this.#deps.roomId}:`;
  }

  #linkName(invitationId: InvitationId): string {
    return this.#linkPlace + invitationId;
  }

  #change(change: Partial<RoomSnapshot>): void {
    this.#snapshot = { ...this.#snapshot, ...change };
    for (const watcher of this.#watchers) watcher();
  }
}
