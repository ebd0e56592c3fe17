import * as v from 'valibot';
import { ObservationId, SessionId, Time } from '#lib/dialogue/id.ts';
import { Lens } from '#lib/dialogue/observer.ts';
import { Seat } from '#lib/dialogue/seat.ts';
import { Months } from './retention.ts';

/** What can be read of a room: the words of a session, the same to take along, or the room's keys. */
export const ReadingKind = v.picklist(['transcript', 'export', 'keys']);

/** That somebody read something, and when; more than once within a short while is one for whoever looks. */
export const Reading = v.strictObject({
  seat: Seat,
  what: ReadingKind,
  /** Null for the keys, which open all sessions. */
  sessionId: v.nullable(SessionId),
  /** The last time. */
  at: Time,
  times: v.pipe(v.number(), v.safeInteger(), v.minValue(1)),
});
export type Reading = v.InferOutput<typeof Reading>;

/** That both let in an observer, what they let through, and from when until when. */
export const Watching = v.strictObject({
  observation: ObservationId,
  /** As she said of herself, and both saw. */
  name: v.string(),
  role: v.string(),
  lens: Lens,
  /** Null when no session came, or when it is no longer there. */
  sessionId: v.nullable(SessionId),
  from: Time,
  /** Null while she may watch still. */
  until: v.nullable(Time),
});
export type Watching = v.InferOutput<typeof Watching>;

const bySeat = <Entry extends v.GenericSchema>(entry: Entry) =>
  v.strictObject({ a: entry, b: entry });

const sealedName = v.nullable(v.string());

/** What GET /api/rooms/<room>/rights answers: what both can see of what they may do, and what was done. */
export const RoomRights = v.strictObject({
  you: Seat,
  /** Null for a seat nobody sits in. */
  sealedNames: bySeat(sealedName),
  /** When someone left a seat for good; null when nobody did. */
  leftAt: bySeat(v.nullable(Time)),
  /** How long each wants sessions to be kept; the shorter one holds. */
  retention: bySeat(Months),
  /** Until when each one's yes to an export of both their words counts; null without one. */
  agreed: bySeat(v.nullable(Time)),
  /** The latest first. */
  readings: v.array(Reading),
  /** The latest first. */
  watchings: v.array(Watching),
});
export type RoomRights = v.InferOutput<typeof RoomRights>;

/** POST /api/rooms/<room>/retention. */
export const RetentionRequest = v.strictObject({ months: Months });

/** POST /api/rooms/<room>/export-agreement: a yes, or a yes taken back. */
export const AgreementRequest = v.strictObject({ agree: v.boolean() });

/** POST /api/rooms/<room>/leave and /api/guest/forget: whether one's own words are erased first. */
export const LeaveRequest = v.strictObject({ erase: v.boolean() });

/** POST of what is asked without anything to say. */
export const PlainRequest = v.strictObject({});
