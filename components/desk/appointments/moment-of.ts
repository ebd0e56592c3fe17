import type { Time } from '#lib/dialogue/id.ts';
import { accepted, type Result, refused } from '#lib/dialogue/result.ts';

/** Why a date and a time are no moment for an appointment. `skipped`: the clock jumps over it. */
export type MomentFault = 'noDate' | 'noTime' | 'past' | 'far' | 'skipped';

const farthest = 2 * 366 * 24 * 3_600_000;

/**
 * The moment that a date and a time name here, in the device's own time zone.
 * @param date as a date field gives it, `2026-12-03`; @param time as a time field does, `14:30`.
 */
export function momentOf(date: string, time: string, now: Time): Result<Time, MomentFault> {
  const day = /^(\d{4,6})-(\d\d)-(\d\d)$/.exec(date);
  if (!day) return refused('noDate');
  const clock = /^(\d\d):(\d\d)/.exec(time);
  if (!clock) return refused('noTime');
  const [year, month, dayOfMonth] = day.slice(1).map(Number);
  const [hours, minutes] = clock.slice(1).map(Number);
  const moment = new Date(year ?? 0, (month ?? 1) - 1, dayOfMonth, hours, minutes);
  if (Number.isNaN(moment.getTime()) || moment.getDate() !== dayOfMonth) return refused('noDate');
  if (moment.getHours() !== hours || moment.getMinutes() !== minutes) return refused('skipped');
  if (moment.getTime() <= now) return refused('past');
  if (moment.getTime() - now > farthest) return refused('far');
  return accepted(moment.getTime());
}
