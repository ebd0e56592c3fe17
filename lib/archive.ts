import * as z from 'zod/mini';
import { DialogueEvent } from './dialogue/event.ts';
import { ExerciseRef } from './dialogue/exercise.ts';
import { RoomId, SessionId, Time } from './dialogue/id.ts';
import { Seat } from './dialogue/seat.ts';

/** A session that is over, as the room lists it. `words`: asked for still, kept, or gone. */
export const PastSession = z.strictObject({
  sessionId: SessionId,
  exercise: ExerciseRef,
  openedAt: Time,
  endedAt: Time,
  words: z.enum(['asked', 'kept', 'gone']),
});
export type PastSession = z.infer<typeof PastSession>;

/** What GET /api/rooms/<room>/sessions answers: newest first. */
export const PastSessions = z.strictObject({ sessions: z.array(PastSession) });

/** What GET /api/sessions/<session> answers: the whole log, as this seat may see it. */
export const SessionRecord = z.strictObject({
  roomId: RoomId,
  you: Seat,
  /** The names in the room, sealed. */
  sealedNames: z.strictObject({ a: z.nullable(z.string()), b: z.nullable(z.string()) }),
  events: z.array(DialogueEvent),
});
export type SessionRecord = z.infer<typeof SessionRecord>;
