import * as v from 'valibot';
import type { Seat } from '#lib/dialogue/seat.ts';

/** For how many months sessions can be kept. */
export const retentionChoices = [1, 3, 6, 12, 24] as const;

export const Months = v.picklist(retentionChoices);
export type Months = v.InferOutput<typeof Months>;

/** The wish that holds: the shorter of the two. */
export function heldRetention({ a, b }: Readonly<Record<Seat, Months>>): Months {
  return a < b ? a : b;
}
