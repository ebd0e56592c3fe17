import { done, refuse } from '#app/account-answer.ts';
import { post } from '#app/api-route.ts';
import { log } from '#app/log.ts';
import { freshlyProved } from '#app/owner.ts';
import { EndAuthSession } from '#lib/account.ts';
import { endAuthSession, endOtherAuthSessions } from '#prisma/auth-sessions.ts';

/** Ends one of one's own auth sessions, or all but this one; one of somebody else's stays as it is. */
export const POST = post(
  { action: 'auth-session:end', schema: EndAuthSession },
  freshlyProved(async ({ db, input: { id }, visit, now }) => {
    if (!visit) return refuse('forbidden');
    const { userId, authSessionId } = visit;
    if (id === null) await endOtherAuthSessions(db, { userId, but: authSessionId, now });
    else await endAuthSession(db, { userId, authSessionId: id, now });
    log().info('auth session ended', { userId, code: id === null ? 'others' : 'one' });
    return done;
  }),
);
