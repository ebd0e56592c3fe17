import { decode } from 'next-auth/jwt';
import * as v from 'valibot';
import { UserId } from './dialogue/id.ts';

/** How long a device keeps its seat after its last visit to the room, in seconds. */
export const authSessionAge = 90 * 24 * 60 * 60;

/** The cookie that remembers a device's seat. `__Host-` ties it to this very host, over https only. */
export function authCookieName(secure: boolean): string {
  return secure ? '__Host-weerklank-auth' : 'weerklank-auth';
}

/**
 * Who a request comes from, by its `Cookie` header; null for anyone without a valid auth session.
 * Never throws: a cookie can hold anything.
 */
export async function readUser(
  cookieHeader: string | undefined | null,
  { secret, secure }: { secret: string; secure: boolean },
): Promise<UserId | null> {
  const token = readCookie(cookieHeader ?? '', authCookieName(secure));
  if (!token) return null;
  try {
    const claims = await decode({ token, secret });
    const user = v.safeParse(UserId, claims?.sub);
    return user.success ? user.output : null;
  } catch {
    return null;
  }
}

function readCookie(header: string, name: string): string | undefined {
  for (const pair of header.split(';')) {
    const cut = pair.indexOf('=');
    if (cut > 0 && pair.slice(0, cut).trim() === name) return pair.slice(cut + 1).trim();
  }
  return undefined;
}
