import * as v from 'valibot';
import { Epoch } from './dialogue/epoch.ts';
import { MoveId, ObservationId, RoomId, SessionId } from './dialogue/id.ts';
import { Lens } from './dialogue/observer.ts';
import { Seat } from './dialogue/seat.ts';
import { PublicKey } from './keyholder.ts';
import { Bundle, Suggestion } from './observation.ts';
import type {
  Done,
  EventsNotice,
  JoinReply,
  JoinRequest,
  MoveReply,
  RestartNotice,
} from './protocol.ts';

/*
 * The sockets of an observer. The handshake is that of a partner (`Handshake`), and so is `session:join`;
 * everything else that a partner may ask is refused with `forbidden`.
 */

/** What an observer asks for. Facts about the structure; words of the couple it never carries. */
export const ObserverAct = v.variant('type', [
  /** With the cue itself beside it, sealed. */
  v.strictObject({ type: v.literal('cue'), to: v.union([v.literal('both'), Seat]) }),
  v.strictObject({ type: v.literal('ask-pause') }),
  v.strictObject({ type: v.literal('propose-phase') }),
]);
export type ObserverAct = v.InferOutput<typeof ObserverAct>;

/** An act as it is handed in: made once, sent again byte for byte until it is answered. */
export const ObserverRequest = v.strictObject({
  sessionId: SessionId,
  moveId: MoveId,
  act: ObserverAct,
  /** Null but for a cue. */
  cue: v.nullable(
    v.strictObject({
      sealed: v.pipe(v.string(), v.minLength(1), v.maxLength(2_000)),
      epoch: Epoch,
    }),
  ),
});
export type ObserverRequest = v.InferOutput<typeof ObserverRequest>;

/** Puts an exercise in front of them while no session runs; null takes it away. */
export const SuggestRequest = v.strictObject({ suggestion: v.nullable(Suggestion) });
export type SuggestRequest = v.InferOutput<typeof SuggestRequest>;

/** What an observer sees of the room itself. */
export const ObserverView = v.strictObject({
  roomId: RoomId,
  observation: ObservationId,
  lens: Lens,
  /** Whether both allowed that a cue is for one of them alone. */
  privateCues: v.boolean(),
  here: v.strictObject({ a: v.boolean(), b: v.boolean() }),
  /** The session she was let in to; null until there is one. */
  sessionId: v.nullable(SessionId),
  /** The key of the partner's device that she compared digits with, which sealed the bundles. */
  helperKey: PublicKey,
  bundles: v.array(Bundle),
  suggestion: v.nullable(Suggestion),
});
export type ObserverView = v.InferOutput<typeof ObserverView>;

type Ack<Reply> = (reply: Reply) => void;

export interface ObserverRequests {
  'session:join': (request: JoinRequest, ack: Ack<JoinReply>) => void;
  'observer:act': (request: ObserverRequest, ack: Ack<MoveReply>) => void;
  'exercise:suggest': (request: SuggestRequest, ack: Ack<Done>) => void;
}

export interface ObserverNotices {
  'observer:changed': (view: ObserverView) => void;
  'session:events': (notice: EventsNotice) => void;
  'server:restart': (notice: RestartNotice) => void;
}
