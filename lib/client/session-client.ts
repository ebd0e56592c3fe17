import * as v from 'valibot';
import { Act } from '#lib/dialogue/act.ts';
import type { DialogueEvent } from '#lib/dialogue/event.ts';
import type { MoveId } from '#lib/dialogue/id.ts';
import { legalMoves } from '#lib/dialogue/legal.ts';
import type { Move, SealedWords, Submission } from '#lib/dialogue/move.ts';
import type { Seat } from '#lib/dialogue/seat.ts';
import { transcriptOf } from '#lib/dialogue/transcript.ts';
import type { Words } from '#lib/dialogue/words.ts';
import type { MoveReply } from '#lib/protocol.ts';
import type { DeviceSafe } from '#lib/vault/device-safe.ts';
import { newMoveId } from '#lib/vault/new-id.ts';
import { firstEpoch } from '#lib/vault/room-key.ts';
import { openWords, sealWords } from '#lib/vault/words.ts';
import type { Clock } from './clock.ts';
import type { Link } from './link.ts';
import { Outbox } from './outbox.ts';
import { SessionLog, type SessionLogDeps } from './session-log.ts';
import type { Pending, SessionSnapshot } from './snapshot.ts';

const levelAgainAfter = 1_000;

export interface SessionClientDeps extends SessionLogDeps {
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
  /** The words of the moves that are not in the log yet, by move. */
  readonly #pendingWords = new Map<MoveId, Words>();
  #refused: SessionSnapshot['refused'] = null;
  #taking: Promise<unknown> = Promise.resolve();
  #levelling: Promise<void> | null = null;
  /** Something is known to be missing that no page under way was asked for. */
  #behind = false;
  /** Whether the moves an earlier visit left were taken up. */
  #restored = false;
  #closed = false;
  #snapshot: SessionSnapshot | null = null;

  constructor(deps: SessionClientDeps) {
    this.#deps = deps;
    this.#log = new SessionLog(deps);
    this.#outbox = new Outbox(deps.sessionId, {
      safe: deps.safe,
      clock: deps.clock,
      send: (submission) =>
        deps.link.request('move:submit', { sessionId: deps.sessionId, submission }),
      sealAgain: (submission) => this.#sealAgain(submission),
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

  /** Comes level with the log and takes up moves an earlier visit left. */
  start(): Promise<void> {
    return this.level();
  }

  /** Asks for everything after the last event this device has: the one way to join and to rejoin. */
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
    return this.#deps.safe
      .get(this.#draftName(step))
      .then((text) => text ?? '')
      .catch(() => '');
  }

  saveDraft(step: string, text: string): void {
    const name = this.#draftName(step);
    const saved = text === '' ? this.#deps.safe.remove(name) : this.#deps.safe.put(name, text);
    // A device that cannot write keeps the draft for as long as the page is open.
    saved.catch(() => undefined);
  }

  close(): void {
    this.#closed = true;
    this.#outbox.close();
  }

  async #joinPages(): Promise<void> {
    let joined = true;
    while (this.#behind && joined && !this.#closed) {
      this.#behind = false;
      joined = await this.#joinPage();
    }
    this.#levelling = null;
    if (this.#closed) return;
    if (!joined) {
      this.#deps.clock.after(levelAgainAfter, () => void this.level());
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

  /** Asks for one page. False when no answer came, or the server does not let us follow. */
  async #joinPage(): Promise<boolean> {
    const { sessionId, link, clock, clockRead } = this.#deps;
    const sentAt = clock.now();
    const before = this.#log.state.seq;
    const reply = await link.request('session:join', { sessionId, after: before });
    if (!reply?.ok) return false;
    clockRead(reply.now + (clock.now() - sentAt) / 2);
    await this.#take(reply.events);
    const { seq } = this.#log.state;
    // Without progress the log itself is broken; asking again would never end.
    if (seq > before && seq < reply.head) this.#behind = true;
    return true;
  }

  async #seal(
    moveId: Submission['moveId'],
    move: Move,
    words: Words | null,
  ): Promise<SealedWords | null | 'too-long'> {
    const { state, exercise } = this.#log;
    const act = v.safeParse(Act, move.type);
    if (!words || !act.success || state.status === 'new' || !exercise) return null;
    const { roomId, sessionId, seat } = this.#deps;
    const { id, version } = exercise;
    const context = { roomId, sessionId, epoch: firstEpoch, moveId, seat, act: act.output };
    const sealed = await sealWords(
      await this.#log.key(),
      { ...context, exercise: { id, version }, prev: state.head },
      words,
    );
    return sealed.ok ? sealed.value : sealed.reason;
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

  /** The other wrote at the same moment: the same words, sealed again behind theirs. */
  async #sealAgain(submission: Submission): Promise<Submission | null | 'later'> {
    const { move } = submission;
    await this.level();
    const words = await this.#open(submission);
    const { state, exercise } = this.#log;
    if (state.status === 'new' || state.head === submission.words?.prev) return 'later';
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
    const { exercise } = this.#log;
    if (!words || !act.success || !exercise) return null;
    const { roomId, sessionId, seat } = this.#deps;
    const { id, version } = exercise;
    const context = { roomId, sessionId, epoch: firstEpoch, moveId, seat, act: act.output };
    const opened = await openWords(
      await this.#log.key(),
      { ...context, exercise: { id, version }, prev: words.prev },
      words,
    );
    return opened.ok ? opened.value : null;
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
        if (taken !== 'taken') continue;
        this.#pendingWords.delete(event.moveId);
        this.#outbox.settle(event.moveId);
        if (event.author === this.#deps.seat && event.hash !== null && state.status === 'running') {
          this.saveDraft(state.place.step, '');
        }
      }
      this.#renew();
      return whole;
    });
    this.#taking = taking;
    return taking;
  }

  #renew(): void {
    const { state, exercise, events, words, intact } = this.#log;
    if (state.status === 'new' || !exercise) return;
    this.#snapshot = {
      sessionId: this.#deps.sessionId,
      exercise,
      state,
      lines: transcriptOf(exercise, events, words),
      pending: this.#pending(),
      refused: this.#refused,
      intact,
      seq: state.seq,
    };
    this.#deps.changed();
  }

  #pending(): Pending | null {
    const { first, trouble } = this.#outbox;
    if (!first) return null;
    return { move: first.move, words: this.#pendingWords.get(first.moveId) ?? null, trouble };
  }

  #draftName(step: string): string {
    return `draft:${this.#deps.sessionId}:${step}`;
  }
}
