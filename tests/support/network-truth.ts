import { isDeepStrictEqual } from 'node:util';
import type { SessionSnapshot } from '#lib/client/snapshot.ts';
import type { DialogueEvent } from '#lib/dialogue/event.ts';
import { evolve } from '#lib/dialogue/evolve.ts';
import type { ExerciseDefinition } from '#lib/dialogue/exercise.ts';
import type { Submission } from '#lib/dialogue/move.ts';
import type { Seat } from '#lib/dialogue/seat.ts';
import { type DialogueState, newSession } from '#lib/dialogue/state.ts';
import type { LineContent } from '#lib/dialogue/transcript.ts';
import { isConcealed } from '#lib/dialogue/view.ts';
import { type MoveReply, passes } from '#lib/protocol.ts';
import type { Intents } from './intents.ts';
import type { ShakyStore } from './shaky-store.ts';
import type { Overhearing } from './simulated-server.ts';

/** What really happened, to hold everything against that anybody says. */
export class NetworkTruth implements Overhearing {
  readonly faults: string[] = [];
  /** How often moves were answered in which way. */
  readonly answers = new Map<string, number>();
  readonly #states: DialogueState[] = [newSession];

  constructor(
    readonly exercise: ExerciseDefinition,
    readonly store: ShakyStore,
    readonly intents: Intents,
  ) {}

  get log(): readonly DialogueEvent[] {
    return this.store.log;
  }

  /** How things stood after so many events. */
  stateAt(seq: number): DialogueState {
    for (let next = this.#states.length; next <= seq; next += 1) {
      const [before, event] = [this.#states[next - 1], this.log[next - 1]];
      if (!before || !event) return newSession;
      this.#states.push(evolve(this.exercise, before, event));
    }
    return this.#states[seq] ?? newSession;
  }

  asked(submission: Submission): void {
    this.intents.sent(submission);
  }

  answered(seat: Seat, { moveId }: Submission, reply: MoveReply): void {
    const kind = !reply.ok ? reply.reason : reply.again ? 'again' : 'taken';
    this.answers.set(kind, (this.answers.get(kind) ?? 0) + 1);
    if (!reply.ok) {
      if (!passes(reply.reason)) this.intents.refused.add(moveId);
      return;
    }
    const event = this.log[reply.seq - 1];
    if (event?.moveId !== moveId || event.author !== seat) {
      this.faults.push(`a move of ${seat} was acknowledged at ${reply.seq} and is not there`);
    }
  }

  /** Nobody is told words that are still hidden from him, or gone. */
  told(seat: Seat, events: readonly DialogueEvent[]): void {
    const state = this.stateAt(this.log.length);
    if (state.status === 'new') return;
    for (const { seq, sealed } of events) {
      if (sealed === null) continue;
      if (isConcealed(state, seq, seat))
        this.faults.push(`${seat} was told a hidden answer, ${seq}`);
      const there = state.content.some((entry) => entry.seq === seq);
      if (!there) this.faults.push(`${seat} was told words that are gone, ${seq}`);
    }
  }

  /** What is wrong with what a device shows now. */
  faultsIn({ seq, lines, state }: SessionSnapshot): string[] {
    if (lines.length !== seq || seq > this.log.length) return [`shows ${lines.length} of ${seq}`];
    const astray = lines.find((line, index) => {
      const event = this.log[index];
      return line.seq !== index + 1 || line.at !== event?.at || line.fact.type !== event.fact.type;
    });
    if (astray) return [`shows another event at ${astray.seq}`];
    return isDeepStrictEqual(state, this.stateAt(seq)) ? [] : [`stands elsewhere at ${seq}`];
  }

  /** What this seat must read in a line when it has everything. */
  contentFor(seat: Seat, { seq, hash, author, moveId }: DialogueEvent): LineContent {
    const last = this.stateAt(this.log.length);
    if (hash === null || last.status === 'new') return { kind: 'none' };
    if (!last.content.some((entry) => entry.seq === seq)) return { kind: 'gap' };
    if (author !== seat && isConcealed(last, seq, seat)) return { kind: 'withheld' };
    const words = this.intents.intentOf(moveId)?.words;
    if (!words) return { kind: 'none' };
    return words.kind === 'text' ? { ...words, text: words.text.normalize() } : words;
  }
}
