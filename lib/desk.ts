import * as v from 'valibot';
import { Epoch } from './dialogue/epoch.ts';
import { ExerciseRef } from './dialogue/exercise.ts';
import { ObservationId, RoomId, Time } from './dialogue/id.ts';
import { Appointment, CaseId, Homework, Profile } from './observation.ts';

const token = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{22}$/));

/**
 * Something only she can read: a note, what she calls a room (with the key of the case), her own list
 * of cues. Which, stands inside.
 */
export const DeskItem = v.strictObject({
  id: v.pipe(token, v.brand('DeskItemId')),
  sealed: v.pipe(v.string(), v.minLength(1), v.maxLength(24_000)),
  changedAt: Time,
});
export type DeskItem = v.InferOutput<typeof DeskItem>;
export const DeskItemId = DeskItem.entries.id;
export type DeskItemId = v.InferOutput<typeof DeskItemId>;

/** A session she watched: that it was, and when. All that stays when a case is over. */
export const Watched = v.strictObject({
  observation: ObservationId,
  admittedAt: Time,
  endedAt: v.nullable(Time),
});

/** A room that admitted her. */
export const Case = v.strictObject({
  id: CaseId,
  /** Null once it is over: the way back is gone. */
  roomId: v.nullable(RoomId),
  since: Time,
  endedAt: v.nullable(Time),
  watched: v.array(Watched),
  homework: v.array(Homework),
  appointments: v.array(Appointment),
});
export type Case = v.InferOutput<typeof Case>;

/** A room whose link she opened, and that has not let her in yet: a way to its lobby, and nothing of the couple. */
export const Waiting = v.strictObject({ id: CaseId, roomId: RoomId, since: Time });
export type Waiting = v.InferOutput<typeof Waiting>;

/** GET /api/desk: everything on it. */
export const Desk = v.strictObject({
  profile: v.nullable(Profile),
  verified: v.boolean(),
  cases: v.array(Case),
  waiting: v.array(Waiting),
  items: v.array(DeskItem),
});
export type Desk = v.InferOutput<typeof Desk>;

/**
 * POST /api/desk, one change at a time; the answer is the desk as it is then. The same change once more, by
 * its id, changes nothing more. Refused with `not-found` about a case that is not hers or is over, with
 * `unknown-exercise`, and with `full` where no more can be kept. `profile`: another name or role than the host
 * saw is not verified any more. `end-case`: also for a room that never let her in.
 */
export const DeskChange = v.variant('change', [
  v.strictObject({ change: v.literal('profile'), profile: Profile }),
  v.strictObject({ change: v.literal('keep'), id: DeskItemId, sealed: DeskItem.entries.sealed }),
  v.strictObject({ change: v.literal('drop'), id: DeskItemId }),
  v.strictObject({
    change: v.literal('give-homework'),
    id: token,
    caseId: CaseId,
    exercise: ExerciseRef,
    epoch: Epoch,
    sealedLine: Homework.entries.sealedLine,
  }),
  v.strictObject({ change: v.literal('take-homework'), id: token }),
  v.strictObject({
    change: v.literal('make-appointment'),
    id: token,
    caseId: CaseId,
    at: Time,
    minutes: Appointment.entries.minutes,
  }),
  v.strictObject({ change: v.literal('cancel-appointment'), id: token }),
  v.strictObject({ change: v.literal('end-case'), caseId: CaseId }),
]);
export type DeskChange = v.InferOutput<typeof DeskChange>;
