import type { Time } from '#lib/dialogue/id.ts';
import type { Appointment } from '#lib/observation.ts';

/** Appointments that are not over and not cancelled, the first to come first. */
export function upcoming(appointments: readonly Appointment[], now: Time): readonly Appointment[] {
  return appointments
    .filter((one) => one.cancelledAt === null && !isOver(one, now))
    .sort((one, other) => one.at - other.at);
}

/** Whether an appointment has passed, to its last minute. */
export function isOver({ at, minutes }: Appointment, now: Time): boolean {
  return at + minutes * 60_000 <= now;
}
