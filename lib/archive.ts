import * as v from 'valibot';
import { DialogueEvent } from './dialogue/event.ts';
import { ExerciseRef } from './dialogue/exercise.ts';
import { RoomId, SessionId, Time } from './dialogue/id.ts';
import { Seat } from './dialogue/seat.ts';

/** A session that is over, as the room lists it. `words`: asked for still, kept, or gone. */
export const PastSession = v.strictObject({
  sessionId: SessionId,
  exercise: ExerciseRef,
  openedAt: Time,
  endedAt: Time,
  words: v.picklist(['asked', 'kept', 'gone']),
});
export type PastSession = v.InferOutput<typeof PastSession>;

/** What GET /api/rooms/<room>/sessions answers: newest first. */
export const PastSessions = v.strictObject({ sessions: v.array(PastSession) });

/** POST /api/sessions/<session>: to look back, or to take along one's own words or those of both. */
export const ReadRequest = v.variant('what', [
  v.strictObject({ what: v.literal('transcript') }),
  v.strictObject({ what: v.literal('export'), whose: v.picklist(['mine', 'ours']) }),
]);
export type ReadRequest = v.InferOutput<typeof ReadRequest>;

/** What it answers: the whole log, as this seat may see it for this purpose. */
export const SessionRecord = v.strictObject({
  roomId: RoomId,
  you: Seat,
  /** The names in the room, sealed. */
  sealedNames: v.strictObject({ a: v.nullable(v.string()), b: v.nullable(v.string()) }),
  events: v.array(DialogueEvent),
});
export type SessionRecord = v.InferOutput<typeof SessionRecord>;
