import { type Act, acts } from '#lib/dialogue/act.ts';
import { actOf, type DialogueEvent, isSeat } from '#lib/dialogue/event.ts';
import { evolve } from '#lib/dialogue/evolve.ts';
import type { ExerciseDefinition, ExerciseRef } from '#lib/dialogue/exercise.ts';
import type { Digest, MoveId, RoomId, SessionId } from '#lib/dialogue/id.ts';
import type { SealedWords } from '#lib/dialogue/move.ts';
import type { Result } from '#lib/dialogue/result.ts';
import type { Seat } from '#lib/dialogue/seat.ts';
import { type DialogueState, newSession } from '#lib/dialogue/state.ts';
import type { Words } from '#lib/dialogue/words.ts';
import type { Exercise } from '#lib/exercises/exercise.ts';
import { openWords, sealWords, type WordsContext } from '#lib/vault/words.ts';
import type { WordKeys } from './held-keys.ts';

export interface SessionLogDeps {
  roomId: RoomId;
  sessionId: SessionId;
  keys: WordKeys;
  /** Null for one there is not; rejects while it cannot be had. */
  fetchExercise: (ref: ExerciseRef) => Promise<Exercise | null>;
}

/** Which move words belong to, and whose they are. */
export interface WordsPlace {
  moveId: MoveId;
  seat: Seat;
  act: Act;
}

/** What became of an event that was offered. `unready`: its exercise or its key cannot be had at the moment. */
export type Taken = 'taken' | 'revealed' | 'known' | 'gap' | 'unready' | 'broken';

/**
 * The log of one session as this device has it: in order, checked, and opened. Used by the live room
 * and by the replay alike.
 */
export class SessionLog {
  readonly words = new Map<number, Words>();
  readonly #deps: SessionLogDeps;
  #events: readonly DialogueEvent[] = [];
  #state: DialogueState = newSession;
  #exercise: Exercise | null = null;
  #head: Digest | null = null;
  #intact = true;

  constructor(deps: SessionLogDeps) {
    this.#deps = deps;
  }

  get events(): readonly DialogueEvent[] {
    return this.#events;
  }

  get state(): DialogueState {
    return this.#state;
  }

  /** Null until the first event has said which exercise it is. */
  get exercise(): ExerciseDefinition | null {
    return this.#exercise?.definition ?? null;
  }

  /** What is told about that exercise; null as long as there is none. */
  get texts(): Exercise['texts'] | null {
    return this.#exercise?.texts ?? null;
  }

  /** False once anything did not fit: the order, the chain of words, or words that do not open. */
  get intact(): boolean {
    return this.#intact;
  }

  /** Seals words behind the last ones in the log; null before the first event. */
  async seal(place: WordsPlace, words: Words): Promise<Result<SealedWords, 'too-long'> | null> {
    const { epoch } = this.#deps.keys;
    const prev = this.#state.status === 'new' ? null : this.#state.head;
    const context = this.#state.status === 'new' ? null : this.#context(place, { epoch, prev });
    const key = context && (await this.#deps.keys.of(epoch));
    return key && sealWords(key, context, words);
  }

  /** The words of a move, in the log or not; null when they do not open at this place. */
  async open(place: WordsPlace, sealed: SealedWords): Promise<Words | null> {
    const context = this.#context(place, sealed);
    const key = context && (await this.#deps.keys.of(sealed.epoch));
    const opened = key && (await openWords(key, context, sealed));
    // A key holder could seal sentences where a number belongs; nobody else vouches for the kind.
    return opened?.ok && opened.value.kind === acts[place.act].words ? opened.value : null;
  }

  /** Takes one event. Calls must not overlap: the caller keeps them in order. */
  async take(event: DialogueEvent): Promise<Taken> {
    const { seq } = this.#state;
    if (event.seq <= seq) return this.#takeAgain(event);
    if (event.seq > seq + 1) return 'gap';
    if (event.fact.type === 'opened') {
      try {
        this.#exercise = await this.#deps.fetchExercise(event.fact.exercise);
      } catch {
        return 'unready';
      }
    }
    if (!(await this.#canRead(event))) return 'unready';
    const next = this.#next(event);
    if (!next) {
      this.#intact = false;
      return 'broken';
    }
    if (event.hash !== null) {
      if (event.prev !== this.#head) this.#intact = false;
      this.#head = event.hash;
    }
    await this.#read(event);
    this.#state = next;
    this.#events = [...this.#events, event];
    if (event.hash === null) this.#forgetErased();
    return 'taken';
  }

  /** An event that is already here; hidden words may have come into the open since. */
  async #takeAgain(event: DialogueEvent): Promise<Taken> {
    const known = this.#events[event.seq - 1];
    if (!known || known.sealed !== null || event.sealed === null) return 'known';
    // A message that was overtaken by an erasure must not bring the words back.
    if (!this.#stands(event.seq)) return 'known';
    if (event.hash !== known.hash || event.moveId !== known.moveId) {
      this.#intact = false;
      return 'known';
    }
    if (!(await this.#canRead(event))) return 'unready';
    await this.#read(event);
    this.#events = this.#events.with(event.seq - 1, event);
    return 'revealed';
  }

  #next(event: DialogueEvent): DialogueState | null {
    if (!this.#exercise) return null;
    try {
      return evolve(this.#exercise.definition, this.#state, event);
    } catch {
      return null;
    }
  }

  async #read(event: DialogueEvent): Promise<void> {
    const { sealed, epoch, prev, hash, author, moveId, seq } = event;
    const act = actOf(event.fact);
    if (sealed === null || hash === null || !isSeat(author) || !act) return;
    const words = await this.open({ moveId, seat: author, act }, { sealed, epoch, prev, hash });
    if (words) this.words.set(seq, words);
    else this.#intact = false;
  }

  /** Whether the key of these words is here, or came when it was asked for. A cue is waited for by nobody. */
  async #canRead({ sealed, hash, epoch }: DialogueEvent): Promise<boolean> {
    const { keys } = this.#deps;
    if (sealed === null || hash === null || keys.of(epoch)) return true;
    await keys.renew();
    return keys.of(epoch) !== null;
  }

  /** Null until the first event has said which exercise the words are part of. */
  #context(
    place: WordsPlace,
    { epoch, prev }: Pick<WordsContext, 'epoch' | 'prev'>,
  ): WordsContext | null {
    if (!this.#exercise) return null;
    const { roomId, sessionId } = this.#deps;
    const { id, version } = this.#exercise.definition;
    return { roomId, sessionId, epoch, ...place, exercise: { id, version }, prev };
  }

  /** Whether the words of this event, if it had any, were not erased. */
  #stands(seq: number): boolean {
    const state = this.#state;
    return state.status !== 'new' && state.content.some((entry) => entry.seq === seq);
  }

  /** Words that were erased are not kept on the device either; cues go when all words do. */
  #forgetErased(): void {
    const state = this.#state;
    if (state.status === 'new') return;
    const standing = new Set(state.content.map((entry) => entry.seq));
    for (const seq of this.words.keys()) {
      if (!standing.has(seq)) this.words.delete(seq);
    }
    const gone = state.status === 'ended' && state.words === 'gone';
    const stays = ({ seq, hash }: DialogueEvent) => (hash ? standing.has(seq) : !gone);
    this.#events = this.#events.map((event) =>
      event.sealed === null || stays(event) ? event : { ...event, sealed: null },
    );
  }
}
