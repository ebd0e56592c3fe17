import type { MoveId } from '#lib/dialogue/id.ts';
import type { Move, Submission } from '#lib/dialogue/move.ts';
import type { Seat } from '#lib/dialogue/seat.ts';
import type { Words } from '#lib/dialogue/words.ts';
import type { Refusal } from '#lib/protocol.ts';

/** What somebody meant to do, once, however often it was sealed and sent. */
export interface Intent {
  seat: Seat;
  device: string;
  move: Move;
  words: Words | null;
  /** More than one when the words had to be sealed again behind those of the other. */
  moveIds: Set<MoveId>;
}

/** The refusal of a move for good, as a screen showed it. */
export interface Shown {
  device: string;
  move: Move;
  reason: Refusal;
}

/** Remembers what was asked of every device, and what each of them then wrote down, sent and showed. */
export class Intents {
  readonly faults: string[] = [];
  readonly all: Intent[] = [];
  readonly shown: Shown[] = [];
  /** What the server refused for good, at least once. */
  readonly refused = new Set<MoveId>();
  readonly #written = new Map<MoveId, string>();
  readonly #making = new Map<string, Intent>();
  readonly #places = new Map<string, Intent>();

  /** A device is asked for a move; call what is returned when it has taken it. */
  begin(intent: Intent): (taken: boolean) => void {
    this.#making.set(intent.device, intent);
    this.all.push(intent);
    return (taken) => {
      this.#making.delete(intent.device);
      if (!taken) this.all.splice(this.all.indexOf(intent), 1);
      else if (intent.moveIds.size === 0) this.faults.push(`${describe(intent)} was not kept`);
    };
  }

  /** A device wrote a submission down; what it seals again it writes in the same place. */
  written(device: string, place: string, submission: Submission): void {
    this.#written.set(submission.moveId, JSON.stringify(submission));
    const intent = this.#places.get(place) ?? this.#making.get(device);
    if (intent) {
      intent.moveIds.add(submission.moveId);
      this.#places.set(place, intent);
    } else this.faults.push(`${device} made a ${submission.move.type} nobody asked for`);
  }

  /** A submission arrived at the server. */
  sent(submission: Submission): void {
    if (this.#written.get(submission.moveId) !== JSON.stringify(submission)) {
      this.faults.push(`a ${submission.move.type} was sent in other bytes than were written down`);
    }
  }

  intentOf(moveId: MoveId): Intent | undefined {
    return this.all.find((intent) => intent.moveIds.has(moveId));
  }
}

/** An intent in a few words, for a report. */
export function describe({ device, move, words }: Intent): string {
  return `${device}'s ${move.type} ${words ? JSON.stringify(words) : ''}`.trim();
}
