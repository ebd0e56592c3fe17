import * as v from 'valibot';
import { Epoch } from './dialogue/epoch.ts';
import { DialogueEvent } from './dialogue/event.ts';
import { ExerciseRef } from './dialogue/exercise.ts';
import {
  Digest,
  InvitationId,
  MoveId,
  ObservationId,
  RoomId,
  SessionId,
  Time,
} from './dialogue/id.ts';
import { Mode } from './dialogue/mode.ts';
import { Submission } from './dialogue/move.ts';
import { Lens } from './dialogue/observer.ts';
import { Rejection } from './dialogue/rejection.ts';
import { Seat } from './dialogue/seat.ts';
import { PublicKey, Rotation } from './keyholder.ts';

/** Raised when an older client could no longer be understood. */
export const protocolVersion = 4;

/** Most events in one answer to a join. */
export const pageSize = 200;

/** Why the server did not do what was asked. The first group is final, the second passes. */
export const Refusal = v.picklist([
  ...Rejection.options,
  'bad-request',
  'forbidden',
  'move-id-reused',
  'stale-epoch',
  'session-open',
  'seat-taken',
  'unknown-exercise',
  'not-proposed',
  'storage',
  'draining',
  'retry',
  'slow-down',
]);
export type Refusal = v.InferOutput<typeof Refusal>;

const passing: ReadonlySet<Refusal> = new Set<Refusal>([
  'storage',
  'draining',
  'retry',
  'slow-down',
]);

/** Whether the same request may succeed when it is sent again unchanged. */
export function passes(refusal: Refusal): boolean {
  return passing.has(refusal);
}

const sealedBlob = v.pipe(v.string(), v.minLength(1), v.maxLength(2_000));

/** What a browser shows when it opens the socket. The seat comes from the auth session's cookie. */
export const Handshake = v.strictObject({ roomId: RoomId, protocol: v.literal(protocolVersion) });
export type Handshake = v.InferOutput<typeof Handshake>;

/** Puts an exercise forward to the other. Refused with `session-open` while a session runs. */
export const ProposeRequest = v.strictObject({ exercise: ExerciseRef, mode: Mode });
export type ProposeRequest = v.InferOutput<typeof ProposeRequest>;

/** What one of the two would like to do. */
export const Proposal = v.strictObject({ by: Seat, exercise: ExerciseRef, mode: Mode });
export type Proposal = v.InferOutput<typeof Proposal>;

/**
 * Takes back one's own proposal, or declines the other's; the room looks the same after either. Another
 * one that came in its place stays.
 */
export const RetractRequest = v.strictObject({ proposal: Proposal });
export type RetractRequest = v.InferOutput<typeof RetractRequest>;

/**
 * Accepts what the other put forward, which opens a session in which the other speaks first. Refused
 * with `not-proposed` when the other put forward no such thing, or did not any more, and with
 * `session-open` while a session runs.
 */
export const OpenRequest = v.strictObject({
  sessionId: SessionId,
  moveId: MoveId,
  exercise: ExerciseRef,
  mode: Mode,
});
export type OpenRequest = v.InferOutput<typeof OpenRequest>;

/** Joins or rejoins a session: the one way to come level with its log. */
export const JoinRequest = v.strictObject({
  sessionId: SessionId,
  after: v.pipe(v.number(), v.safeInteger(), v.minValue(0)),
});
export type JoinRequest = v.InferOutput<typeof JoinRequest>;

export const MoveRequest = v.strictObject({ sessionId: SessionId, submission: Submission });
export type MoveRequest = v.InferOutput<typeof MoveRequest>;

export const WritingRequest = v.strictObject({ writing: v.boolean() });
export type WritingRequest = v.InferOutput<typeof WritingRequest>;

/**
 * Makes a new invitation for a seat and withdraws the ones that were still open for it. For a seat that
 * the other has taken it comes with a new key for the room, which leaves out their device; refused with
 * `seat-taken` while they sit there, or have an account to come back by, and with `stale-epoch` when
 * the key it holds is not the one in use.
 */
export const InviteRequest = v.strictObject({
  invitationId: InvitationId,
  seat: Seat,
  /** SHA-256 of the token in the link. */
  tokenHash: Digest,
  /** The room's key, wrapped with the link's secret. */
  wrappedKey: sealedBlob,
  /** Which key that is. */
  epoch: Epoch,
  /** The key that is put in use first; null to leave the one that is. */
  rotation: v.nullable(Rotation),
});
export type InviteRequest = v.InferOutput<typeof InviteRequest>;

export const WithdrawRequest = v.strictObject({ invitationId: InvitationId });
export type WithdrawRequest = v.InferOutput<typeof WithdrawRequest>;

const refusal = v.strictObject({ ok: v.literal(false), reason: Refusal });

export const Done = v.variant('ok', [v.strictObject({ ok: v.literal(true) }), refusal]);
export type Done = v.InferOutput<typeof Done>;

/** The move is in the log, durably, at `seq`; `again` when it already was. */
export const MoveReply = v.variant('ok', [
  v.strictObject({
    ok: v.literal(true),
    seq: v.pipe(v.number(), v.safeInteger()),
    again: v.boolean(),
  }),
  refusal,
]);
export type MoveReply = v.InferOutput<typeof MoveReply>;

/** The events after the asked seq, at most a page; `head` is the last seq there is; `now` the server's clock. */
export const JoinReply = v.variant('ok', [
  v.strictObject({
    ok: v.literal(true),
    events: v.array(DialogueEvent),
    head: v.pipe(v.number(), v.safeInteger()),
    now: Time,
  }),
  refusal,
]);
export type JoinReply = v.InferOutput<typeof JoinReply>;

export const OpenReply = v.variant('ok', [
  v.strictObject({ ok: v.literal(true), sessionId: SessionId }),
  refusal,
]);
export type OpenReply = v.InferOutput<typeof OpenReply>;

const SeatView = v.strictObject({
  taken: v.boolean(),
  /** The name its owner chose, sealed with the room's key; null before anyone sat down. */
  sealedName: v.nullable(sealedBlob),
  here: v.boolean(),
  writing: v.boolean(),
});

/**
 * A therapist who waits at the door, or is in. Once she is let go, by whomever, the room has none; what
 * she said when she knocked is asked for over HTTP (`lib/observation.ts`).
 */
export const RoomObservation = v.strictObject({
  id: ObservationId,
  name: v.string(),
  /** Whether both let her in, and her device has keys. */
  admitted: v.boolean(),
  /** Whether she is watching at this moment. */
  here: v.boolean(),
  /** Whether this seat's key is turned. */
  yourKey: v.boolean(),
  /** As in `lib/observation.ts`, where nothing is ever over. */
  stage: v.picklist(['waiting', 'turned', 'admitted']),
  /** What she sees, which is the lesser of what both chose; null before both did. */
  lens: v.nullable(Lens),
  observerKey: PublicKey,
  /** What keys were given for. */
  given: v.array(v.strictObject({ sessionId: SessionId, epoch: Epoch })),
  /** What she would like them to do now. */
  suggestion: v.nullable(ProposeRequest),
});
export type RoomObservation = v.InferOutput<typeof RoomObservation>;

/** What a partner sees of the room itself. */
export const RoomView = v.strictObject({
  roomId: RoomId,
  you: Seat,
  seats: v.strictObject({ a: SeatView, b: SeatView }),
  /** The session that is open, or whose words still wait for an answer; null when there is none. */
  sessionId: v.nullable(SessionId),
  /** What one of the two would like to do; null when nothing is put forward. */
  proposal: v.nullable(Proposal),
  /** Which of the room's keys is in use. */
  epoch: Epoch,
  /** Somebody who holds that key is a keyholder no more: whoever can gives the room another. */
  rotationDue: v.boolean(),
  /** Whether the other asks for the room's keys, which this seat may give. */
  keysWanted: v.boolean(),
  /** The open invitation, if any. */
  invitation: v.nullable(
    v.strictObject({ invitationId: InvitationId, seat: Seat, expiresAt: Time }),
  ),
  observation: v.nullable(RoomObservation),
});
export type RoomView = v.InferOutput<typeof RoomView>;

export const EventsNotice = v.strictObject({
  sessionId: SessionId,
  events: v.array(DialogueEvent),
});
export type EventsNotice = v.InferOutput<typeof EventsNotice>;

/** The server goes away for a moment; come back after `in` milliseconds. */
export const RestartNotice = v.strictObject({ in: v.pipe(v.number(), v.safeInteger()) });
export type RestartNotice = v.InferOutput<typeof RestartNotice>;

/** The answer to each request that has one. */
export interface Replies {
  'exercise:propose': Done;
  'exercise:retract': Done;
  'session:open': OpenReply;
  'session:join': JoinReply;
  'move:submit': MoveReply;
  'invitation:make': Done;
  'invitation:withdraw': Done;
}

/** The shapes of the answers, for whoever parses them. */
export const replies: { [Name in keyof Replies]: v.GenericSchema<unknown, Replies[Name]> } = {
  'exercise:propose': Done,
  'exercise:retract': Done,
  'session:open': OpenReply,
  'session:join': JoinReply,
  'move:submit': MoveReply,
  'invitation:make': Done,
  'invitation:withdraw': Done,
};

type Ack<Reply> = (reply: Reply) => void;

/** What a browser may ask, with the answer it gets. */
export interface Requests {
  'exercise:propose': (request: ProposeRequest, ack: Ack<Done>) => void;
  'exercise:retract': (request: RetractRequest, ack: Ack<Done>) => void;
  'session:open': (request: OpenRequest, ack: Ack<OpenReply>) => void;
  'session:join': (request: JoinRequest, ack: Ack<JoinReply>) => void;
  'move:submit': (request: MoveRequest, ack: Ack<MoveReply>) => void;
  'invitation:make': (request: InviteRequest, ack: Ack<Done>) => void;
  'invitation:withdraw': (request: WithdrawRequest, ack: Ack<Done>) => void;
  'presence:writing': (request: WritingRequest) => void;
}

/** What the server tells of its own accord. */
export interface Notices {
  'room:changed': (view: RoomView) => void;
  'session:events': (notice: EventsNotice) => void;
  'server:restart': (notice: RestartNotice) => void;
}
