import type { AuthSessionId } from '#lib/auth.ts';
import type { Account } from './accounts.ts';
import { beginAuthSession } from './auth-sessions.ts';
import type { Database } from './client.ts';
import { patiently } from './patiently.ts';

/**
 * Writes down that the owner of an account came in.
 * @param account as it was when they showed who they are.
 * @returns null when its password has changed since, or it is gone: then nobody is in.
 */
export async function beginAccountSession(
  db: Database,
  session: Parameters<typeof beginAuthSession>[1],
  { passwordChangedAt }: Pick<Account, 'passwordChangedAt'>,
): Promise<AuthSessionId | null> {
  const { userId, now } = session;
  const id = await beginAuthSession(db, session);
  // Begun first and looked at afterwards: a change that comes later than this ends it with all others,
  // and until this is known nobody has the cookie.
  const ended = await patiently(
    () => db.$executeRaw`
      UPDATE "AuthSession" SET "endedAt" = ${now}
      WHERE "id" = ${id} AND NOT EXISTS (
        SELECT 1 FROM "Account"
        WHERE "userId" = ${userId} AND "passwordChangedAt" = ${passwordChangedAt})`,
  );
  return ended === 0 ? id : null;
}
