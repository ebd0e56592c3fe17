import * as v from 'valibot';
import type { RoomId, SessionId } from '#lib/dialogue/id.ts';
import { deriveKey } from './derive.ts';
import { newSecret, Secret } from './secret.ts';

/** The 32 random bytes both partners share. They never reach the server, only wrapped. */
export const RoomKey = v.pipe(Secret, v.brand('RoomKey'));
export type RoomKey = v.InferOutput<typeof RoomKey>;

/** Seals and opens the words of one session in one epoch; cannot be exported. */
export const SessionKey = v.pipe(
  v.custom<CryptoKey>((value) => value instanceof CryptoKey),
  v.brand('SessionKey'),
);
export type SessionKey = v.InferOutput<typeof SessionKey>;

export function newRoomKey(): RoomKey {
  return v.parse(RoomKey, newSecret());
}

/** Which session and which of the room's keys a key of a session comes from. */
export interface SessionKeyPlace {
  roomId: RoomId;
  sessionId: SessionId;
  /** Whole, from 1. */
  epoch: number;
}

/** What a key of a session is derived for. */
export const sessionInfo = ({ roomId, sessionId, epoch }: SessionKeyPlace) => [
  'weerklank session',
  roomId,
  sessionId,
  String(epoch),
];

/**
 * The key of one session, by HKDF-SHA-256 (RFC 5869). Who has it learns nothing of the room key, of
 * other sessions or of other epochs.
 * @param roomKey the key of `epoch`.
 */
export async function sessionKeyOf(roomKey: RoomKey, place: SessionKeyPlace): Promise<SessionKey> {
  return v.parse(SessionKey, await deriveKey(roomKey, ...sessionInfo(place)));
}
