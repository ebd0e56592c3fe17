import * as v from 'valibot';

/** 128 random bits as 22 characters of base64url. */
const token = /^[A-Za-z0-9_-]{22}$/;
/** A SHA-256 digest as 43 characters of base64url. */
const digest = /^[A-Za-z0-9_-]{43}$/;

export const RoomId = v.pipe(v.string(), v.regex(token), v.brand('RoomId'));
export type RoomId = v.InferOutput<typeof RoomId>;

export const SessionId = v.pipe(v.string(), v.regex(token), v.brand('SessionId'));
export type SessionId = v.InferOutput<typeof SessionId>;

export const MoveId = v.pipe(v.string(), v.regex(token), v.brand('MoveId'));
export type MoveId = v.InferOutput<typeof MoveId>;

export const InvitationId = v.pipe(v.string(), v.regex(token), v.brand('InvitationId'));
export type InvitationId = v.InferOutput<typeof InvitationId>;

export const UserId = v.pipe(v.string(), v.regex(token), v.brand('UserId'));
export type UserId = v.InferOutput<typeof UserId>;

export const ObservationId = v.pipe(v.string(), v.regex(token), v.brand('ObservationId'));
export type ObservationId = v.InferOutput<typeof ObservationId>;

export const Digest = v.pipe(v.string(), v.regex(digest), v.brand('Digest'));
export type Digest = v.InferOutput<typeof Digest>;

/** Milliseconds since 1970 in UTC. */
export const Time = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
export type Time = v.InferOutput<typeof Time>;
