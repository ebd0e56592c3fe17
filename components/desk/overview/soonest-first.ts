import type { Time } from '#lib/dialogue/id.ts';
import { upcoming } from '../appointments/upcoming.ts';
import type { CaseHere } from '../spread.ts';

/** Couples with an appointment first, the soonest before the others; then whom she watched last. */
export function soonestFirst(cases: readonly CaseHere[], now: Time): readonly CaseHere[] {
  const next = (one: CaseHere) =>
    upcoming(one.kept?.appointments ?? [], now)[0]?.at ?? Number.POSITIVE_INFINITY;
  const last = ({ kept }: CaseHere) =>
    Math.max(kept?.since ?? 0, ...(kept?.watched ?? []).map(({ admittedAt }) => admittedAt));
  return [...cases].sort((one, other) => {
    const [soon, later] = [next(one), next(other)];
    return soon === later ? last(other) - last(one) : soon - later;
  });
}
