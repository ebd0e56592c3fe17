import type { DialogueEvent } from '#lib/dialogue/event.ts';
import type { Viewer } from '#lib/dialogue/observer.ts';
import { seats } from '#lib/dialogue/seat.ts';
import type { Begun, DialogueState } from '#lib/dialogue/state.ts';
import { revealed } from '#lib/dialogue/view.ts';

/** An answer that was given hidden, and the place of the event that laid it open, if any did. */
interface HiddenAnswer {
  event: DialogueEvent;
  openedAt: number | null;
}

/** The hidden answers of one session whose words are still there. */
export class HiddenAnswers {
  readonly #answers = new Map<number, HiddenAnswer>();

  /** Takes note of an event that led from one state to the next. */
  note(event: DialogueEvent, before: DialogueState, after: Begun): void {
    const { seq } = event;
    if (after.concealed.some((entry) => entry.seq === seq)) {
      this.#answers.set(seq, { event, openedAt: null });
    }
    const opened = new Set(seats.flatMap((seat) => revealed(before, after, seat)));
    for (const [place, answer] of this.#answers) {
      if (opened.has(place)) answer.openedAt = seq;
      if (!after.content.some((entry) => entry.seq === place)) this.#answers.delete(place);
    }
  }

  /** The answers of others that were hidden from this viewer, and laid open at such a place. */
  openedFor(viewer: Viewer, at: (seq: number) => boolean): DialogueEvent[] {
    return [...this.#answers.values()]
      .filter(({ event, openedAt }) => event.author !== viewer && openedAt !== null && at(openedAt))
      .map(({ event }) => event);
  }
}
