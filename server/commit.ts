import type { DialogueEvent } from '#lib/dialogue/event.ts';
import type { ObservationId } from '#lib/dialogue/id.ts';
import type { Viewer } from '#lib/dialogue/observer.ts';
import type { Seat } from '#lib/dialogue/seat.ts';
import type { DialogueState } from '#lib/dialogue/state.ts';
import { redact } from '#lib/dialogue/view.ts';
import type { HiddenAnswers } from './hidden-answers.ts';
import { goneBy, toldOf } from './watching.ts';

/** One event that is now in the log, and what everybody is to be told of it. */
export interface Commit {
  event: DialogueEvent;
  before: DialogueState;
  after: DialogueState;
  news: Readonly<Record<Seat, DialogueEvent[]>> & {
    /** Null when nobody watches. */
    observer: { observation: ObservationId; events: DialogueEvent[] } | null;
  };
  /** Who watches no more by this event: nothing is for them from here on. */
  gone: ObservationId | null;
}

/** What follows from an event, once the hidden answers have taken note of it. */
export function commitOf(
  event: DialogueEvent,
  before: DialogueState,
  after: DialogueState,
  answers: HiddenAnswers,
): Commit {
  /** The event itself, after the hidden answers that it has just laid open for this viewer. */
  const newsFor = (viewer: Viewer) => {
    const opened = answers.openedFor(viewer, (at) => at === event.seq);
    return [...opened, event].map((one) => redact(one, after, viewer));
  };
  const told = toldOf(event, before, after);
  const observer = told && {
    observation: told.observation,
    events: newsFor({ lens: told.lens }),
  };
  return {
    event,
    before,
    after,
    news: { a: newsFor('a'), b: newsFor('b'), observer },
    gone: goneBy(before, after)?.observation ?? null,
  };
}
