import * as v from 'valibot';
import { decide } from '#lib/dialogue/decide.ts';
import { firstEpoch } from '#lib/dialogue/epoch.ts';
import { actOf, type DialogueEvent } from '#lib/dialogue/event.ts';
import { evolve } from '#lib/dialogue/evolve.ts';
import { type ExerciseRef, isRefOf } from '#lib/dialogue/exercise.ts';
import { Digest } from '#lib/dialogue/id.ts';
import type { Move, SealedWords } from '#lib/dialogue/move.ts';
import type { Rejection } from '#lib/dialogue/rejection.ts';
import { otherSeat, type Seat } from '#lib/dialogue/seat.ts';
import { type DialogueState, newSession } from '#lib/dialogue/state.ts';
import { transcriptOf } from '#lib/dialogue/transcript.ts';
import type { Words } from '#lib/dialogue/words.ts';
import type { Exercise } from '#lib/exercises/exercise.ts';
import type { Language } from '#lib/i18n/language.ts';
import type { Refusal, RoomView } from '#lib/protocol.ts';
import { newMoveId, newRoomId, newSessionId } from '#lib/vault/new-id.ts';
import type { Clock } from './clock.ts';
import type { RoomActions } from './room-client.ts';
import type { RoomSnapshot, SessionSnapshot } from './snapshot.ts';
import type { InEach, SoloPartner } from './solo-partner.ts';

/** How long the partner seems to write before an answer. */
export const writesFor = 1_600;

const you: Seat = 'a';
const partner = otherSeat(you);

/** Words in each language: those of the partner follow the page, those of the visitor stay. */
type WordsInEach = Readonly<Record<Language, Words>>;

/** As a room with a server has it, except that it is never waited for. */
export interface SoloSnapshot extends RoomSnapshot {
  view: RoomView;
}

export interface SoloRoomDeps {
  exercise: Exercise;
  partner: SoloPartner;
  clock: Clock;
  /** The language of the page. */
  language: Language;
}

/**
 * A room with one person in it: the same rules, judged on this device, and a partner who is played here.
 * Nothing leaves the device and nothing is kept on it; closing the page is the end of all of it. The
 * partner has put the exercise forward, so it opens with `openProposed`, and the partner tells first.
 */
export class SoloRoom implements RoomActions {
  readonly #deps: SoloRoomDeps;
  readonly #roomId = newRoomId();
  readonly #sessionId = newSessionId();
  readonly #watchers = new Set<() => void>();
  readonly #words = new Map<number, WordsInEach>();
  readonly #drafts = new Map<string, string>();
  #language: Language;
  #events: readonly DialogueEvent[] = [];
  #state: DialogueState = newSession;
  #refused: SessionSnapshot['refused'] = null;
  /** Keeps the partner from answering; null while no answer is on its way. */
  #silence: (() => void) | null = null;
  #snapshot: SoloSnapshot;

  constructor(deps: SoloRoomDeps) {
    this.#deps = deps;
    this.#language = deps.language;
    this.#snapshot = this.#draw();
  }

  get snapshot(): SoloSnapshot {
    return this.#snapshot;
  }

  /** Calls back at every change of the snapshot; the answer stops that. */
  watch(watcher: () => void): () => void {
    this.#watchers.add(watcher);
    return () => this.#watchers.delete(watcher);
  }

  /** The language of the page has changed: the partner's words follow, also those that were said. */
  speak(language: Language): void {
    if (language === this.#language) return;
    this.#language = language;
    this.#renew();
  }

  async openProposed(): Promise<Refusal | null> {
    if (this.#state.status !== 'new') return 'not-proposed';
    const { id, version } = this.#deps.exercise.definition;
    const move = { type: 'open', exercise: { id, version }, mode: 'written' } as const;
    return this.#judge(partner, move, null);
  }

  async submit(move: Move, words: Words | null): Promise<null> {
    this.#refused = null;
    const reason = this.#judge(you, move, words && { nl: words, en: words });
    if (reason) {
      this.#refused = { move, reason };
      this.#renew();
    }
    return null;
  }

  async readDraft(step: string): Promise<string> {
    return this.#drafts.get(step) ?? '';
  }

  saveDraft(step: string, text: string): void {
    this.#drafts.set(step, text);
  }

  async fetchExercise(ref: ExerciseRef): Promise<Exercise | null> {
    const { exercise } = this.#deps;
    return isRefOf(ref, exercise.definition) ? exercise : null;
  }

  /** Refused: there is one thing to do here, and it was put forward already. */
  async propose(): Promise<Refusal> {
    return 'not-now';
  }

  /** Refused for the same reason. */
  async retract(): Promise<Refusal> {
    return 'not-now';
  }

  /** Null: nobody can come in. */
  async makeInvitation(): Promise<null> {
    return null;
  }

  async currentInvitation(): Promise<null> {
    return null;
  }

  async withdrawInvitation(): Promise<true> {
    return true;
  }

  /** Told to nobody: the partner does not look. */
  setWriting(): void {}

  /** There is no room behind the session; leaving the page is leaving it. */
  dismissSession(): void {}

  /** The partner does nothing more. */
  close(): void {
    this.#silence?.();
    this.#silence = null;
  }

  /** Null when it happened, else the reason why not; then nothing has changed. */
  #judge(seat: Seat, move: Move, words: WordsInEach | null): Rejection | null {
    const { definition } = this.#deps.exercise;
    const submission = { moveId: newMoveId(), move, words: words && this.#chained() };
    const before = this.#state;
    const judged = decide(definition, before, submission, seat, this.#deps.clock.now());
    if (!judged.ok) return judged.reason;
    const event = judged.value;
    this.#state = evolve(definition, before, event);
    this.#events = [...this.#events, event];
    if (words) this.#words.set(event.seq, words);
    const answered = seat === you && actOf(event.fact) !== undefined;
    if (answered && before.status === 'running') this.#drafts.delete(before.place.step);
    this.#forgetErased();
    this.#letPartnerWrite();
    this.#renew();
    return null;
  }

  /** What stands in the log for words. They are not sealed, since only this device ever has the log. */
  #chained(): SealedWords {
    const prev = this.#state.status === 'new' ? null : this.#state.head;
    const hash = v.parse(Digest, String(this.#state.seq + 1).padStart(43, '0'));
    return { sealed: 'not sealed', epoch: firstEpoch, prev, hash };
  }

  #forgetErased(): void {
    const { content } = this.#state.status === 'new' ? { content: [] } : this.#state;
    for (const seq of this.#words.keys()) {
      if (!content.some((entry) => entry.seq === seq)) this.#words.delete(seq);
    }
  }

  #letPartnerWrite(): void {
    this.close();
    if (!this.#answer()) return;
    this.#silence = this.#deps.clock.after(writesFor, () => {
      this.#silence = null;
      const answer = this.#answer();
      if (!answer) return;
      const { move, words } = answer;
      const reason = this.#judge(partner, move, words && inEach(words));
      if (reason) throw new Error(`The partner did what is refused: ${move.type}, ${reason}`);
    });
  }

  #answer(): ReturnType<SoloPartner['answer']> {
    const { exercise, partner: played } = this.#deps;
    const state = this.#state;
    if (state.status !== 'running') return null;
    const lines = this.#lines();
    return played.answer({ exercise: exercise.definition, state, lines, seat: partner });
  }

  #lines(): SessionSnapshot['lines'] {
    const words = new Map([...this.#words].map(([seq, said]) => [seq, said[this.#language]]));
    return transcriptOf(this.#deps.exercise.definition, this.#events, words);
  }

  #renew(): void {
    this.#snapshot = this.#draw();
    for (const watcher of this.#watchers) watcher();
  }

  #draw(): SoloSnapshot {
    const { exercise, partner: played } = this.#deps;
    const { definition, texts } = exercise;
    const { id, version } = definition;
    const state = this.#state;
    const sessionId = state.status === 'new' ? null : this.#sessionId;
    const proposed = { by: partner, exercise: { id, version }, mode: 'written' } as const;
    const seated = { taken: true, sealedName: null, here: true, writing: false };
    return {
      connection: 'online',
      key: 'held',
      clockOffset: 0,
      names: { a: null, b: played.name[this.#language] },
      view: {
        roomId: this.#roomId,
        you,
        seats: { a: seated, b: { ...seated, writing: this.#silence !== null } },
        sessionId,
        proposal: sessionId === null ? proposed : null,
        invitation: null,
        epoch: firstEpoch,
        rotationDue: false,
        keysWanted: false,
        observation: null,
      },
      session:
        state.status === 'new'
          ? null
          : {
              sessionId: this.#sessionId,
              exercise: definition,
              texts,
              state,
              lines: this.#lines(),
              pending: null,
              refused: this.#refused,
              intact: true,
              seq: state.seq,
              cues: [],
              epochs: [],
            },
    };
  }
}

function inEach({ nl, en }: InEach): WordsInEach {
  return { nl: { kind: 'text', text: nl }, en: { kind: 'text', text: en } };
}
