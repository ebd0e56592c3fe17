import * as v from 'valibot';
import { Epoch } from './dialogue/epoch.ts';
import { ExerciseRef } from './dialogue/exercise.ts';
import { Digest, InvitationId, ObservationId, RoomId, SessionId, Time } from './dialogue/id.ts';
import { Mode } from './dialogue/mode.ts';
import { Lens } from './dialogue/observer.ts';
import { Seat } from './dialogue/seat.ts';
import { PublicKey } from './keyholder.ts';

const token = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{22}$/));

/** A therapist's standing with a room: from the link she opened until either side ends it. */
export const CaseId = v.pipe(token, v.brand('CaseId'));
export type CaseId = v.InferOutput<typeof CaseId>;

/** A line that shows: something to read, and nothing that turns what stands around it. Nobody watches under no name. */
const line = v.pipe(
  v.string(),
  v.trim(),
  v.maxLength(60),
  v.regex(/^(?=.*[\p{L}\p{N}])[^\p{Cc}\u202a-\u202e\u2066-\u2069]*$/u),
);

/** How a therapist presents herself. What she says of herself is shown as it is: as said by her. */
export const Profile = v.strictObject({
  name: line,
  /** Such as "relatietherapeut". */
  role: line,
});
export type Profile = v.InferOutput<typeof Profile>;

/** What she comes for, in her own words. */
export const Purpose = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(200));

/**
 * Keys for an observer, sealed by a partner's device for hers, of one epoch of one session. What is
 * inside (`lib/vault/bundle.ts`) never holds more than the lens allows.
 */
export const Bundle = v.strictObject({
  sessionId: SessionId,
  epoch: Epoch,
  sealed: v.pipe(v.string(), v.minLength(1), v.maxLength(4_000)),
});
export type Bundle = v.InferOutput<typeof Bundle>;

/**
 * Where it stands before she is in. `waiting`: for both keys. `turned`: both turned theirs, the digits
 * are next. `admitted`: she may watch the next session, or the one that runs. `ended`: nothing more comes.
 */
export const Stage = v.picklist(['waiting', 'turned', 'admitted', 'ended']);
export type Stage = v.InferOutput<typeof Stage>;

/** The six digits' steps, as far as they were shown; see `lib/key-help.ts`. The therapist asks, a partner helps. */
const shown = {
  askerKey: PublicKey,
  commitment: Digest,
  askerNonce: v.nullable(token),
  helper: v.nullable(Seat),
  helperKey: v.nullable(PublicKey),
  helperNonce: v.nullable(token),
};

/** A therapist who waits, or is in, as a partner sees it. */
export const ObservationSeen = v.strictObject({
  id: ObservationId,
  caseId: CaseId,
  ...Profile.entries,
  /** Whether the host of this server checked the role. */
  verified: v.boolean(),
  purpose: Purpose,
  knockedAt: Time,
  stage: Stage,
  /** What each chose; null before. Of the other no more is told than holds for both (`told-to-one.ts`). */
  lenses: v.strictObject({ a: v.nullable(Lens), b: v.nullable(Lens) }),
  privateCues: v.strictObject({ a: v.boolean(), b: v.boolean() }),
  ...shown,
});
export type ObservationSeen = v.InferOutput<typeof ObservationSeen>;

/** A therapist to whom this room was open once, and may be again. */
export const CaseSeen = v.strictObject({ id: CaseId, ...Profile.entries, verified: v.boolean() });

/** Something to do between two sessions, as she asked it. Her line is sealed with the key of the case. */
export const Homework = v.strictObject({
  id: token,
  caseId: CaseId,
  exercise: ExerciseRef,
  epoch: Epoch,
  sealedLine: v.nullable(v.pipe(v.string(), v.minLength(1), v.maxLength(2_000))),
  givenAt: Time,
  declinedAt: v.nullable(Time),
  /** Who said that she may know that it was done; both is a yes, and of the other nothing is told before it. */
  shared: v.strictObject({ a: v.boolean(), b: v.boolean() }),
});
export type Homework = v.InferOutput<typeof Homework>;

export const Appointment = v.strictObject({
  id: token,
  caseId: CaseId,
  at: Time,
  /** Whole, 10 to 240. */
  minutes: v.pipe(v.number(), v.integer(), v.minValue(10), v.maxValue(240)),
  cancelledAt: v.nullable(Time),
});
export type Appointment = v.InferOutput<typeof Appointment>;

/**
 * POST /api/rooms/<room>/observation, by a partner. `turn`: their key, with what she may see; `take-back`:
 * not after all. `decline`: she hears only that it is not possible now. `answer` and `give`: the six
 * digits, and the keys; `give` again, by the same device, when there is a session or an epoch she has none of.
 * `show-out`: she is let go while no session runs (in one, that is the move `revoke`). `part`: she may
 * not come back, and what she gave between sessions goes.
 */
export const Tend = v.variant('step', [
  v.strictObject({ step: v.literal('state') }),
  v.strictObject({ step: v.literal('invite'), invitationId: InvitationId, tokenHash: Digest }),
  v.strictObject({ step: v.literal('withdraw') }),
  v.strictObject({
    step: v.literal('turn'),
    id: ObservationId,
    lens: Lens,
    privateCues: v.boolean(),
  }),
  v.strictObject({ step: v.literal('take-back'), id: ObservationId }),
  v.strictObject({ step: v.literal('decline'), id: ObservationId }),
  v.strictObject({
    step: v.literal('answer'),
    id: ObservationId,
    publicKey: PublicKey,
    nonce: token,
  }),
  v.strictObject({
    step: v.literal('give'),
    id: ObservationId,
    bundles: v.pipe(v.array(Bundle), v.maxLength(20)),
  }),
  v.strictObject({ step: v.literal('show-out'), id: ObservationId }),
  v.strictObject({ step: v.literal('part'), caseId: CaseId }),
  v.strictObject({ step: v.literal('decline-homework'), id: token }),
  v.strictObject({ step: v.literal('share-homework'), id: token }),
  v.strictObject({ step: v.literal('cancel-appointment'), id: token }),
]);
export type Tend = v.InferOutput<typeof Tend>;

/** The answer to every step of a partner: how it stands now. A step out of order changes nothing. */
export const Tended = v.strictObject({
  you: Seat,
  invitation: v.nullable(v.strictObject({ invitationId: InvitationId, by: Seat, expiresAt: Time })),
  observation: v.nullable(ObservationSeen),
  cases: v.array(CaseSeen),
  homework: v.array(Homework),
  appointments: v.array(Appointment),
});
export type Tended = v.InferOutput<typeof Tended>;

/** POST /api/observe, with the token of a link: whose room it is. Good once, for the first therapist. */
export const OpenLink = v.strictObject({ invitationId: InvitationId, token: v.string() });
export const LinkOpened = v.variant('standing', [
  v.strictObject({ standing: v.literal('open'), roomId: RoomId }),
  v.strictObject({ standing: v.picklist(['used', 'expired', 'withdrawn', 'unknown', 'own']) }),
]);
export type LinkOpened = v.InferOutput<typeof LinkOpened>;

/**
 * POST /api/observe/<room>, by a therapist with a case there. `knock`: she is in the lobby from then on;
 * knocking anew starts the digits anew and keeps the keys that were turned. `leave`: she goes, also
 * when she was in.
 */
export const Attend = v.variant('step', [
  v.strictObject({ step: v.literal('state') }),
  v.strictObject({
    step: v.literal('knock'),
    id: ObservationId,
    purpose: Purpose,
    publicKey: PublicKey,
    commitment: Digest,
  }),
  v.strictObject({ step: v.literal('reveal'), id: ObservationId, nonce: token }),
  v.strictObject({ step: v.literal('leave'), id: ObservationId }),
]);
export type Attend = v.InferOutput<typeof Attend>;

/** The answer to every step of a therapist. Nothing of the couple is in it before she is admitted. */
export const Attended = v.strictObject({
  caseId: CaseId,
  observation: v.nullable(
    v.strictObject({
      id: ObservationId,
      stage: Stage,
      ...shown,
    }),
  ),
});
export type Attended = v.InferOutput<typeof Attended>;

/** What she would like them to do now: one of them takes it up as a proposal of their own, or nobody does. */
export const Suggestion = v.strictObject({ exercise: ExerciseRef, mode: Mode });
export type Suggestion = v.InferOutput<typeof Suggestion>;
