import type { Cue } from '#lib/dialogue/cue.ts';
import type { DialogueEvent } from '#lib/dialogue/event.ts';
import type { RoomId, SessionId } from '#lib/dialogue/id.ts';
import { type Lens, lesserOf } from '#lib/dialogue/observer.ts';
import { type TranscriptLine, transcriptOf } from '#lib/dialogue/transcript.ts';
import { isWithin } from '#lib/dialogue/view.ts';
import type { Clock } from '../clock.ts';
import { SessionLog, type SessionLogDeps } from '../session-log.ts';
import { cuesIn } from './cues.ts';
import type { ObserverKeys } from './observer-keys.ts';
import type { ObserverLink } from './observer-link.ts';
import type { ObservedSession } from './observer-snapshot.ts';
import { openCues } from './open-cues.ts';

const levelAgainAfter = 1_000;

export interface ObserverSessionDeps {
  roomId: RoomId;
  sessionId: SessionId;
  /** What the server says that she may see. */
  lens: Lens;
  keys: ObserverKeys;
  link: ObserverLink;
  clock: Clock;
  fetchExercise: SessionLogDeps['fetchExercise'];
  changed: () => void;
  clockRead: (serverNow: number) => void;
  /** An event is in the log. */
  arrived: (event: DialogueEvent) => void;
}

/** What a session shows by itself; acts that wait are beside it. */
export type FollowedSession = Omit<ObservedSession, 'pending' | 'refused'>;

/** An observer's part in one session: follows its log through a lens. */
export class ObserverSession {
  readonly #deps: ObserverSessionDeps;
  readonly #log: SessionLog;
  /** Words that her lens lets through and whose key has not come; in the log they are absent meanwhile. */
  readonly #sealed = new Map<number, DialogueEvent>();
  #cues: ReadonlyMap<number, Cue> = new Map();
  #taking: Promise<unknown> = Promise.resolve();
  #levelling: Promise<void> | null = null;
  #behind = false;
  #stopResting: (() => void) | null = null;
  #closed = false;

  constructor(deps: ObserverSessionDeps) {
    this.#deps = deps;
    this.#log = new SessionLog(deps);
  }

  get sessionId(): SessionId {
    return this.#deps.sessionId;
  }

  /** Whether the log says that the session is over. */
  get over(): boolean {
    return this.#log.state.status === 'ended';
  }

  /** Asks for everything after the last event that is here. */
  level(): Promise<void> {
    this.#behind = true;
    this.#levelling ??= this.#joinPages();
    return this.#levelling;
  }

  /** Takes what the server tells; a gap is filled by joining again. */
  async receive(events: readonly DialogueEvent[]): Promise<void> {
    if (!(await this.#take(events))) await this.level();
  }

  /** Opens what waited for keys that are here by now. */
  async keysCame(): Promise<void> {
    await this.#take([...this.#sealed.values()]);
  }

  close(): void {
    this.#closed = true;
    this.#stopResting?.();
    this.#sealed.clear();
    this.#log.words.clear();
    this.#cues = new Map();
  }

  /** Null until the first event has arrived. */
  get shown(): FollowedSession | null {
    const { state, exercise, texts, events, words, intact } = this.#log;
    if (state.status === 'new' || !exercise || !texts) return null;
    const { keys, sessionId } = this.#deps;
    const lens = this.#lens;
    const opened = transcriptOf(exercise, events, words, { cues: this.#cues, lens });
    const lines = opened.map((line) => this.#line(line));
    return {
      sessionId,
      exercise,
      texts,
      state,
      lines,
      events,
      cues: cuesIn(lines),
      intact,
      seq: state.seq,
      keys: keys.unreadable ? 'unreadable' : this.#waits ? 'waiting' : 'held',
    };
  }

  /** What waits for its key is not gone. */
  #line(line: TranscriptLine): TranscriptLine {
    return this.#sealed.has(line.seq) ? { ...line, content: { kind: 'withheld' } } : line;
  }

  /** Never more than the device of theirs said that gave the keys. */
  get #lens(): Lens {
    const { keys, lens } = this.#deps;
    return keys.newest ? lesserOf(keys.newest.bundle.lens, lens) : lens;
  }

  get #waits(): boolean {
    return this.#deps.keys.newest === null || this.#sealed.size > 0;
  }

  async #joinPages(): Promise<void> {
    let joined: boolean | 'shut' = true;
    while (this.#behind && joined === true && !this.#closed) {
      this.#behind = false;
      joined = await this.#joinPage();
    }
    this.#levelling = null;
    if (this.#closed || joined !== false) return;
    this.#stopResting?.();
    this.#stopResting = this.#deps.clock.after(levelAgainAfter, () => void this.level());
  }

  /** Asks for one page. False when it is to be asked again; `shut` when she may not follow this session. */
  async #joinPage(): Promise<boolean | 'shut'> {
    const { sessionId, link, clock, clockRead } = this.#deps;
    const sentAt = clock.now();
    const before = this.#log.state.seq;
    const reply = await link.join({ sessionId, after: before });
    if (!reply) return false;
    if (!reply.ok) return reply.reason === 'forbidden' ? 'shut' : false;
    clockRead(reply.now + (clock.now() - sentAt) / 2);
    await this.#take(reply.events);
    const { seq } = this.#log.state;
    if (seq > before && seq < reply.head) this.#behind = true;
    return seq > 0;
  }

  /** Takes events one after another. False when one of them left a gap, or its exercise could not be had. */
  #take(events: readonly DialogueEvent[]): Promise<boolean> {
    const taking = this.#taking.then(async () => {
      let whole = true;
      for (const event of events) {
        if (this.#closed) break;
        const taken = await this.#log.take(this.#readable(event));
        if (taken === 'gap' || taken === 'unready') whole = false;
        if (taken === 'unready') break;
        if (taken === 'taken') this.#deps.arrived(event);
      }
      this.#forgetGone();
      const { roomId, sessionId, keys } = this.#deps;
      const keyOf = (epoch: number) => keys.cueKeyOf(epoch);
      this.#cues = await openCues({ roomId, sessionId, events: this.#log.events, keyOf });
      if (!this.#closed) this.#deps.changed();
      return whole;
    });
    this.#taking = taking;
    return taking;
  }

  /** The event as it can be taken: without words that her lens keeps from her, whoever sent them, or that wait for a key. */
  #readable(event: DialogueEvent): DialogueEvent {
    if (event.sealed === null || event.hash === null) return event;
    this.#sealed.delete(event.seq);
    if (!isWithin(this.#lens, event)) return { ...event, sealed: null };
    if (this.#deps.keys.of(event.epoch)) return event;
    this.#sealed.set(event.seq, event);
    return { ...event, sealed: null };
  }

  /** Words that were erased are not waited for. */
  #forgetGone(): void {
    const { state } = this.#log;
    if (state.status === 'new') return;
    const standing = new Set(state.content.map(({ seq }) => seq));
    for (const seq of this.#sealed.keys()) if (!standing.has(seq)) this.#sealed.delete(seq);
  }
}
