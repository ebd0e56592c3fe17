import * as v from 'valibot';
import { Act } from '#lib/dialogue/act.ts';
import type { Cue } from '#lib/dialogue/cue.ts';
import { actOf, type DialogueEvent } from '#lib/dialogue/event.ts';
import type { MoveId } from '#lib/dialogue/id.ts';
import { legalMoves } from '#lib/dialogue/legal.ts';
import type { Move, SealedWords, Submission } from '#lib/dialogue/move.ts';
import type { Seat } from '#lib/dialogue/seat.ts';
import { transcriptOf } from '#lib/dialogue/transcript.ts';
import type { Words } from '#lib/dialogue/words.ts';
import { type MoveReply, passes } from '#lib/protocol.ts';
import type { DeviceSafe } from '#lib/vault/device-safe.ts';
import { newMoveId } from '#lib/vault/new-id.ts';
import type { Clock } from './clock.ts';
import { Drafts } from './drafts.ts';
import { type HeldKeys, wordKeys } from './held-keys.ts';
import type { Link } from './link.ts';
import { cuesIn } from './observation/cues.ts';
import { Outbox, type SealAgainReason } from './outbox.ts';
import { outboxPlace } from './outbox-place.ts';
import { SessionLog, type SessionLogDeps } from './session-log.ts';
import type { Pending, SessionSnapshot } from './snapshot.ts';

const levelAgainAfter = 1_000;

export interface SessionClientDeps extends Omit<SessionLogDeps, 'keys'> {
  keys: HeldKeys;
  seat: Seat;
  link: Link;
  safe: DeviceSafe;
  clock: Clock;
  changed: () => void;
  clockRead: (serverNow: number) => void;
}

/** One seat's part in one session: follows its log and hands in moves. Knows no React and no socket. */
export class SessionClient {
  readonly #deps: SessionClientDeps;
  readonly #log: SessionLog;
  readonly #outbox: Outbox;
  readonly #drafts: Drafts;
  /** The words of the moves that are not in the log yet, by move. */
  readonly #pendingWords = new Map<MoveId, Words>();
  /** The cues that open here, by event. */
  #cues: ReadonlyMap<number, Cue> = new Map();
  #refused: SessionSnapshot['refused'] = null;
  #taking: Promise<unknown> = Promise.resolve();
  #levelling: Promise<void> | null = null;
  /** Something is known to be missing that no page under way was asked for. */
  #behind = false;
  /** Its exercise, or the key of its words, could not be had yet. */
  #unready = false;
  /** Whether the moves an earlier visit left were taken up. */
  #restored = false;
  #retry: (() => void) | null = null;
  #closed = false;
  #snapshot: SessionSnapshot | null = null;

  constructor(deps: SessionClientDeps) {
    this.#deps = deps;
    this.#log = new SessionLog({ ...deps, keys: wordKeys(deps.keys, deps) });
    this.#drafts = new Drafts(deps.safe, `draft:${deps.roomId}:${deps.sessionId}:`);
    this.#outbox = new Outbox(outboxPlace(deps.roomId, deps.sessionId), {
      safe: deps.safe,
      clock: deps.clock,
      send: (submission) =>
        deps.link.request('move:submit', { sessionId: deps.sessionId, submission }),
      sealAgain: (submission, reason) => this.#sealAgain(submission, reason),
      answered: (submission, reply) => void this.#answered(submission, reply),
      changed: () => this.#renew(),
    });
  }

  get sessionId() {
    return this.#deps.sessionId;
  }

  /** Null until the first event has arrived. */
  get snapshot(): SessionSnapshot | null {
    return this.#snapshot;
  }

  /** Whether moves wait here, or may have been left here by an earlier visit. */
  get unsent(): boolean {
    return !this.#restored || this.#outbox.first !== null;
  }

  /**
   * Asks for everything after the last event this device has: the one way to join and to rejoin. The
   * first time it takes up the moves that an earlier visit left.
   */
  level(): Promise<void> {
    this.#behind = true;
    this.#levelling ??= this.#joinPages();
    return this.#levelling;
  }

  /** Takes what the server tells; a gap is filled by joining again. */
  async receive(events: readonly DialogueEvent[]): Promise<void> {
    const whole = await this.#take(events);
    if (!whole) await this.level();
  }

  /** Seals the words and hands the move in. What becomes of it shows in the snapshot. */
  async submit(move: Move, words: Words | null): Promise<'too-long' | null> {
    const moveId = newMoveId();
    const sealed = await this.#seal(moveId, move, words);
    if (sealed === 'too-long') return 'too-long';
    this.#refused = null;
    if (words) this.#pendingWords.set(moveId, words);
    await this.#outbox.add({ moveId, move, words: sealed });
    return null;
  }

  readDraft(step: string): Promise<string> {
    return this.#drafts.read(step);
  }

  saveDraft(step: string, text: string): void {
    this.#drafts.save(step, text);
  }

  close(): void {
    this.#closed = true;
    this.#retry?.();
    this.#outbox.close();
  }

  async #joinPages(): Promise<void> {
    let joined: boolean | 'shut' = true;
    while (this.#behind && joined === true && !this.#closed) {
      this.#behind = false;
      joined = await this.#joinPage();
    }
    this.#levelling = null;
    if (this.#closed || joined === 'shut') return;
    if (!joined) {
      this.#retry?.();
      this.#retry = this.#deps.clock.after(levelAgainAfter, () => void this.level());
      return;
    }
    this.#outbox.pump();
    // Not before: without the log nothing could be shown of a move that is refused.
    if (!this.#restored) {
      this.#restored = true;
      await this.#outbox.restore();
    }
    await this.#recallPendingWords();
  }

  /** Asks for one page. False when no answer came; `shut` when we may not or cannot follow this session. */
  async #joinPage(): Promise<boolean | 'shut'> {
    const { sessionId, link, clock, clockRead, keys } = this.#deps;
    const sentAt = clock.now();
    const before = this.#log.state.seq;
    const reply = await link.request('session:join', { sessionId, after: before });
    if (!reply?.ok) return reply && !passes(reply.reason) ? 'shut' : false;
    clockRead(reply.now + (clock.now() - sentAt) / 2);
    await this.#take(reply.events);
    const { seq } = this.#log.state;
    // Joining again would bring what cannot be opened, each second; other keys make us join anyway.
    if (this.#unready && keys.lost && this.#log.exercise) return 'shut';
    if (this.#unready) return false;
    // Without progress the log itself is broken; asking again would never end.
    if (seq > before && seq < reply.head) this.#behind = true;
    return true;
  }

  async #seal(
    moveId: Submission['moveId'],
    move: Move,
    words: Words | null,
  ): Promise<SealedWords | null | 'too-long'> {
    const act = v.safeParse(Act, move.type);
    if (!words || !act.success) return null;
    const place = { moveId, seat: this.#deps.seat, act: act.output };
    const sealed = await this.#log.seal(place, words);
    return sealed?.ok ? sealed.value : (sealed?.reason ?? null);
  }

  async #answered({ moveId, move }: Submission, reply: MoveReply): Promise<void> {
    this.#pendingWords.delete(moveId);
    if (!reply.ok) {
      this.#refused = { move, reason: reply.reason };
      this.#renew();
      return this.level();
    }
    await this.#taking;
    if (reply.seq > this.#log.state.seq) await this.level();
  }

  /**
   * The other wrote at the same moment, or the room has another key by now: the same words, sealed again
   * behind theirs and with the key that is in use.
   */
  async #sealAgain(
    submission: Submission,
    reason: SealAgainReason,
  ): Promise<Submission | null | 'later'> {
    const { move } = submission;
    const { keys } = this.#deps;
    const isNewer = () => keys.held.epoch > (submission.words?.epoch ?? keys.held.epoch);
    if (reason === 'stale-epoch' && !isNewer()) await keys.renew();
    await this.level();
    const words = await this.#open(submission);
    const { state, exercise } = this.#log;
    if (state.status === 'new') return 'later';
    if (state.head === submission.words?.prev && !isNewer()) return 'later';
    if (!exercise || !legalMoves(exercise, state, this.#deps.seat).includes(move.type)) return null;
    const moveId = newMoveId();
    const sealed = await this.#seal(moveId, move, words);
    if (!words || !sealed || sealed === 'too-long') return null;
    this.#pendingWords.set(moveId, words);
    return { moveId, move, words: sealed };
  }

  /** The words of a move of ours that is not in the log. */
  async #open({ moveId, move, words }: Submission): Promise<Words | null> {
    const act = v.safeParse(Act, move.type);
    if (!words || !act.success) return null;
    return this.#log.open({ moveId, seat: this.#deps.seat, act: act.output }, words);
  }

  async #recallPendingWords(): Promise<void> {
    const { entries } = this.#outbox;
    for (const moveId of this.#pendingWords.keys()) {
      if (!entries.some((entry) => entry.moveId === moveId)) this.#pendingWords.delete(moveId);
    }
    for (const waiting of entries) {
      if (this.#pendingWords.has(waiting.moveId)) continue;
      const words = await this.#open(waiting);
      if (words) this.#pendingWords.set(waiting.moveId, words);
    }
    this.#renew();
  }

  /** Takes events one after another. False when one of them left a gap. */
  #take(events: readonly DialogueEvent[]): Promise<boolean> {
    const taking = this.#taking.then(async () => {
      let whole = true;
      for (const event of events) {
        const { state } = this.#log;
        const taken = await this.#log.take(event);
        if (taken === 'gap') whole = false;
        this.#unready = taken === 'unready';
        if (this.#unready) {
          whole = false;
          break;
        }
        if (taken !== 'taken') continue;
        this.#pendingWords.delete(event.moveId);
        this.#outbox.settle(event.moveId);
        const own = event.author === this.#deps.seat && actOf(event.fact) !== undefined;
        if (own && state.status === 'running') this.#drafts.answered(state.place.step);
      }
      if (this.#log.state.status === 'ended') void this.#drafts.forget();
      this.#renew();
      if (this.#log.events.some(({ fact }) => fact.type === 'cued')) void this.#openCues();
      return whole;
    });
    this.#taking = taking;
    return taking;
  }

  /** Seldom needed, so a page fetches the part that does it only then. */
  async #openCues(): Promise<void> {
    const { roomId, sessionId, keys } = this.#deps;
    const { events } = this.#log;
    try {
      const { cueKeysOf, openCues } = await import('./observation/open-cues.ts');
      const keyOf = cueKeysOf(keys.held, { roomId, sessionId });
      const cues = await openCues({ roomId, sessionId, events, keyOf });
      // Whatever came meanwhile is opened by a call of its own.
      if (events !== this.#log.events || this.#closed) return;
      this.#cues = cues;
      this.#renew();
    } catch {
      // That part could not be had; it is tried again with the next event.
    }
  }

  #renew(): void {
    const { state, exercise, texts, events, words, intact } = this.#log;
    if (state.status === 'new' || !exercise || !texts) return;
    const lines = transcriptOf(exercise, events, words, { cues: this.#cues });
    this.#snapshot = {
      sessionId: this.#deps.sessionId,
      exercise,
      texts,
      state,
      lines,
      pending: this.#pending(),
      refused: this.#refused,
      intact,
      seq: state.seq,
      cues: cuesIn(lines),
      epochs: [...new Set(events.filter(({ hash }) => hash).map(({ epoch }) => epoch))],
    };
    this.#deps.changed();
  }

  #pending(): Pending | null {
    const { first, trouble } = this.#outbox;
    if (!first) return null;
    return { move: first.move, words: this.#pendingWords.get(first.moveId) ?? null, trouble };
  }
}
