import * as z from 'zod/mini';
import { DialogueEvent } from './dialogue/event.ts';
import { ExerciseRef } from './dialogue/exercise.ts';
import { Digest, InvitationId, MoveId, RoomId, SessionId, Time } from './dialogue/id.ts';
import { Mode } from './dialogue/mode.ts';
import { Submission } from './dialogue/move.ts';
import { Rejection } from './dialogue/rejection.ts';
import { Seat } from './dialogue/seat.ts';

/** Raised when an older client could no longer be understood. */
export const protocolVersion = 1;

/** Most events in one answer to a join. */
export const pageSize = 200;

/** Why the server did not do what was asked. The first group is final, the second passes. */
export const Refusal = z.enum([
  ...Rejection.options,
  'bad-request',
  'forbidden',
  'move-id-reused',
  'session-open',
  'seat-taken',
  'unknown-exercise',
  'storage',
  'draining',
  'retry',
]);
export type Refusal = z.infer<typeof Refusal>;

const passing: ReadonlySet<Refusal> = new Set<Refusal>(['storage', 'draining', 'retry']);

/** Whether the same request may succeed when it is sent again unchanged. */
export function passes(refusal: Refusal): boolean {
  return passing.has(refusal);
}

const sealedBlob = z.string().check(z.minLength(1), z.maxLength(2_000));

/** What a browser shows when it opens the socket. The seat comes from the auth session's cookie. */
export const Handshake = z.strictObject({ roomId: RoomId, protocol: z.literal(protocolVersion) });
export type Handshake = z.infer<typeof Handshake>;

/** Opens a session of an exercise in the room. Refused with `session-open` while another runs. */
export const OpenRequest = z.strictObject({
  sessionId: SessionId,
  moveId: MoveId,
  exercise: ExerciseRef,
  mode: Mode,
});
export type OpenRequest = z.infer<typeof OpenRequest>;

/** Joins or rejoins a session: the one way to come level with its log. */
export const JoinRequest = z.strictObject({
  sessionId: SessionId,
  after: z.int().check(z.nonnegative()),
});
export type JoinRequest = z.infer<typeof JoinRequest>;

export const MoveRequest = z.strictObject({ sessionId: SessionId, submission: Submission });
export type MoveRequest = z.infer<typeof MoveRequest>;

export const WritingRequest = z.strictObject({ writing: z.boolean() });
export type WritingRequest = z.infer<typeof WritingRequest>;

/** Makes a new invitation for a seat and withdraws the ones that were still open for it. */
export const InviteRequest = z.strictObject({
  invitationId: InvitationId,
  seat: Seat,
  /** SHA-256 of the token in the link. */
  tokenHash: Digest,
  /** The room's key, wrapped with the link's secret. */
  wrappedKey: sealedBlob,
});
export type InviteRequest = z.infer<typeof InviteRequest>;

export const WithdrawRequest = z.strictObject({ invitationId: InvitationId });
export type WithdrawRequest = z.infer<typeof WithdrawRequest>;

const refusal = z.strictObject({ ok: z.literal(false), reason: Refusal });

export const Done = z.discriminatedUnion('ok', [z.strictObject({ ok: z.literal(true) }), refusal]);
export type Done = z.infer<typeof Done>;

/** The move is in the log, durably, at `seq`; `again` when it already was. */
export const MoveReply = z.discriminatedUnion('ok', [
  z.strictObject({ ok: z.literal(true), seq: z.int(), again: z.boolean() }),
  refusal,
]);
export type MoveReply = z.infer<typeof MoveReply>;

/** The events after the asked seq, at most a page; `head` is the last seq there is; `now` the server's clock. */
export const JoinReply = z.discriminatedUnion('ok', [
  z.strictObject({
    ok: z.literal(true),
    events: z.array(DialogueEvent),
    head: z.int(),
    now: Time,
  }),
  refusal,
]);
export type JoinReply = z.infer<typeof JoinReply>;

export const OpenReply = z.discriminatedUnion('ok', [
  z.strictObject({ ok: z.literal(true), sessionId: SessionId }),
  refusal,
]);
export type OpenReply = z.infer<typeof OpenReply>;

const SeatView = z.strictObject({
  taken: z.boolean(),
  /** The name its owner chose, sealed with the room's key; null before anyone sat down. */
  sealedName: z.nullable(sealedBlob),
  here: z.boolean(),
  writing: z.boolean(),
});

/** What a partner sees of the room itself. */
export const RoomView = z.strictObject({
  roomId: RoomId,
  you: Seat,
  seats: z.strictObject({ a: SeatView, b: SeatView }),
  /** The session that is open, or whose words still wait for an answer; null when there is none. */
  sessionId: z.nullable(SessionId),
  /** The open invitation, if any. */
  invitation: z.nullable(
    z.strictObject({ invitationId: InvitationId, seat: Seat, expiresAt: Time }),
  ),
});
export type RoomView = z.infer<typeof RoomView>;

export const EventsNotice = z.strictObject({
  sessionId: SessionId,
  events: z.array(DialogueEvent),
});
export type EventsNotice = z.infer<typeof EventsNotice>;

/** The server goes away for a moment; come back after `in` milliseconds. */
export const RestartNotice = z.strictObject({ in: z.int() });
export type RestartNotice = z.infer<typeof RestartNotice>;

/** The answer to each request that has one. */
export interface Replies {
  'session:open': OpenReply;
  'session:join': JoinReply;
  'move:submit': MoveReply;
  'invitation:make': Done;
  'invitation:withdraw': Done;
}

/** The shapes of the answers, for whoever parses them. */
export const replies: { [Name in keyof Replies]: z.ZodMiniType<Replies[Name]> } = {
  'session:open': OpenReply,
  'session:join': JoinReply,
  'move:submit': MoveReply,
  'invitation:make': Done,
  'invitation:withdraw': Done,
};

type Ack<Reply> = (reply: Reply) => void;

/** What a browser may ask, with the answer it gets. */
export interface Requests {
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
