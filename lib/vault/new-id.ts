import { InvitationId, MoveId, RoomId, SessionId } from '#lib/dialogue/id.ts';
import { toBase64url } from './base64url.ts';
import { randomBytes } from './bytes.ts';

/** 128 random bits as 22 characters of base64url. */
export function newId(): string {
  return toBase64url(randomBytes(16));
}

export function newMoveId(): MoveId {
  return MoveId.parse(newId());
}

export function newSessionId(): SessionId {
  return SessionId.parse(newId());
}

export function newRoomId(): RoomId {
  return RoomId.parse(newId());
}

export function newInvitationId(): InvitationId {
  return InvitationId.parse(newId());
}
