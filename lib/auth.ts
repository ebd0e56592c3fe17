import * as v from 'valibot';
import { openAuthToken } from './auth-token.ts';
import { UserId } from './dialogue/id.ts';

/** How long a browser keeps the cookie after its last visit, in seconds. What it is worth, the row of its auth session says. */
export const authCookieAge = 90 * 24 * 60 * 60;

/** The cookie that remembers a device's seat. `__Host-` ties it to this very host, over https only. */
export function authCookieName(secure: boolean): string {
  return secure ? '__Host-weerklank-auth' : 'weerklank-auth';
}

/** One stay of somebody with one device, from coming in to going out. */
export const AuthSessionId = v.pipe(
  v.string(),
  v.regex(/^[A-Za-z0-9_-]{22}$/),
  v.brand('AuthSessionId'),
);
export type AuthSessionId = v.InferOutput<typeof AuthSessionId>;

/** What a valid cookie says of itself; whether it still counts, its auth session's row says. */
export interface Claim {
  userId: UserId;
  authSessionId: AuthSessionId;
}

/** `sid` is absent from cookies of before there were auth sessions: those have one with the id of their user. */
const Claims = v.pipe(
  v.object({ sub: UserId, sid: v.optional(AuthSessionId) }),
  v.transform(
    ({ sub, sid }): Claim => ({ userId: sub, authSessionId: sid ?? v.parse(AuthSessionId, sub) }),
  ),
);

/** The claim in an already opened token, or null. */
export function claimOf(token: unknown): Claim | null {
  const claim = v.safeParse(Claims, token);
  return claim.success ? claim.output : null;
}

/**
 * What the auth cookie in a `Cookie` header claims; null for anything but a token that we signed and
 * that has not run out. Never throws: a cookie can hold anything.
 */
export async function readClaim(
  cookieHeader: string | undefined | null,
  { secret, secure }: { secret: string; secure: boolean },
): Promise<Claim | null> {
  const token = readCookie(cookieHeader ?? '', authCookieName(secure));
  if (!token) return null;
  try {
    return claimOf(await openAuthToken({ token, secret }));
  } catch {
    return null;
  }
}

/** The value of one cookie in a `Cookie` header. */
export function readCookie(header: string, name: string): string | undefined {
  for (const pair of header.split(';')) {
    const cut = pair.indexOf('=');
    if (cut > 0 && pair.slice(0, cut).trim() === name) return pair.slice(cut + 1).trim();
  }
  return undefined;
}
