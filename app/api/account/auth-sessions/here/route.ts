import { done, refuse } from '#app/account-answer.ts';
import { post } from '#app/api-route.ts';
import { HolderHere } from '#lib/account.ts';
import { tellHolder } from '#prisma/auth-sessions.ts';

/** Notes which keyholder the browser is that asks: it loses the keys when its stay is ended. */
export const POST = post(
  { action: 'auth-session:here', schema: HolderHere },
  async ({ db, input: { holderId }, visit }) => {
    if (!visit) return refuse('forbidden');
    await tellHolder(db, { authSessionId: visit.authSessionId, holderId });
    return done;
  },
);
