import * as v from 'valibot';
import { InvitationId, MoveId, ObservationId, RoomId, SessionId } from '#lib/dialogue/id.ts';
import { toBase64url } from './base64url.ts';
import { randomBytes } from './bytes.ts';

/** 128 random bits as 22 characters of base64url. */
export function newId(): string {
  return toBase64url(randomBytes(16));
}

export function newMoveId(): MoveId {
  return v.parse(MoveId, newId());
}

export function newSessionId(): SessionId {
  return v.parse(SessionId, newId());
}

export function newRoomId(): RoomId {
  return v.parse(RoomId, newId());
}

export function newInvitationId(): InvitationId {
  return v.parse(InvitationId, newId());
}

export function newObservationId(): ObservationId {
  return v.parse(ObservationId, newId());
}
