import { assertNever } from '#lib/dialogue/assert-never.ts';
import type { Time } from '#lib/dialogue/id.ts';

const minute = 60_000;
const hour = 60 * minute;

/** A moment to come back that is offered ready-made. */
export interface Offer {
  kind: 'twenty' | 'thirty' | 'hour' | 'tonight' | 'tomorrow';
  at: Time;
}

/** The span in which a moment may lie. */
export interface Bounds {
  from: Time;
  to: Time;
}

/** Whether the rules allow this moment. */
export function within(at: Time, { from, to }: Bounds): boolean {
  return at >= from && at <= to;
}

/**
 * The ready-made moments within bounds, soonest first. They stand a little inside the bounds, since
 * some time goes by before a move reaches the server.
 */
export function offersFor(now: Time, bounds: Bounds): readonly Offer[] {
  const kinds: Offer['kind'][] = ['twenty', 'thirty', 'hour', 'tonight', 'tomorrow'];
  return kinds
    .map((kind): Offer => ({ kind, at: momentOf(kind, now) }))
    .filter(({ at }) => at > now && within(at, bounds))
    .sort((one, other) => one.at - other.at);
}

function momentOf(kind: Offer['kind'], now: Time): Time {
  const after = (span: number) => Math.ceil((now + span + minute / 2) / minute) * minute;
  switch (kind) {
    case 'twenty':
      return after(20 * minute);
    case 'thirty':
      return after(30 * minute);
    case 'hour':
      return after(hour);
    case 'tonight':
      return new Date(now).setHours(20, 0, 0, 0);
    case 'tomorrow':
      return Math.floor(now / minute) * minute + 24 * hour - minute;
    default:
      return assertNever(kind);
  }
}

/** The next moment at which a clock shows this time ("20:15"); null when it is no time. */
export function nextAt(time: string, now: Time): Time | null {
  const [hours, minutes] = time.split(':').map(Number);
  if (hours === undefined || minutes === undefined || Number.isNaN(hours + minutes)) return null;
  const today = new Date(now);
  const at = today.setHours(hours, minutes, 0, 0);
  return at > now ? at : new Date(now).setHours(24 + hours, minutes, 0, 0);
}
