import * as z from 'zod/mini';

/** 128 random bits as 22 characters of base64url. */
const token = /^[A-Za-z0-9_-]{22}$/;
/** A SHA-256 digest as 43 characters of base64url. */
const digest = /^[A-Za-z0-9_-]{43}$/;

export const RoomId = z.string().check(z.regex(token)).brand<'RoomId'>();
export type RoomId = z.infer<typeof RoomId>;

export const SessionId = z.string().check(z.regex(token)).brand<'SessionId'>();
export type SessionId = z.infer<typeof SessionId>;

export const MoveId = z.string().check(z.regex(token)).brand<'MoveId'>();
export type MoveId = z.infer<typeof MoveId>;

export const InvitationId = z.string().check(z.regex(token)).brand<'InvitationId'>();
export type InvitationId = z.infer<typeof InvitationId>;

export const UserId = z.string().check(z.regex(token)).brand<'UserId'>();
export type UserId = z.infer<typeof UserId>;

export const Digest = z.string().check(z.regex(digest)).brand<'Digest'>();
export type Digest = z.infer<typeof Digest>;

/** Milliseconds since 1970 in UTC. */
export const Time = z.int().check(z.nonnegative());
export type Time = z.infer<typeof Time>;
