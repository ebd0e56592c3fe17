import * as v from 'valibot';
import { assertNever } from './assert-never.ts';
import type { ObservationId, Time } from './id.ts';
import type { Seat } from './seat.ts';

/** How much an observer may see, from least to most: the course of the talk, its words too, its ratings too. */
export const Lens = v.picklist(['phases', 'words', 'ratings']);
export type Lens = v.InferOutput<typeof Lens>;

/** Rule O2: the lesser of what both partners chose is what an observer sees. */
export function lesserOf(one: Lens, other: Lens): Lens {
  const lesser = Math.min(Lens.options.indexOf(one), Lens.options.indexOf(other));
  return Lens.options[lesser] ?? 'phases';
}

/** The therapist who watches a session, as its log says. */
export interface Observer {
  observation: ObservationId;
  /** As both partners saw it when they let her in. */
  name: string;
  lens: Lens;
  /** Whether both allowed that a cue is for one of them alone. */
  privateCues: boolean;
  since: Time;
}

/** Whoever looks at a session: a partner by their seat, or an observer through a lens. */
export type Viewer = Seat | { lens: Lens };

/** Whether a lens lets through words of this kind. */
export function letsThrough(lens: Lens, kind: 'text' | 'date' | 'rating' | 'ratings'): boolean {
  switch (lens) {
    case 'phases':
      return false;
    case 'words':
      return kind === 'text' || kind === 'date';
    case 'ratings':
      return true;
    default:
      return assertNever(lens);
  }
}
