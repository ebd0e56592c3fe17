import { done, refuse } from '#app/account-answer.ts';
import { post } from '#app/api-route.ts';
import { log } from '#app/log.ts';
import { proved } from '#app/owner.ts';
import { tellOwner } from '#app/tell-owner.ts';
import { PasswordChange } from '#lib/account.ts';
import { hashOf } from '#lib/credentials/password-hash.ts';
import { setPassword } from '#prisma/accounts.ts';
import { endOtherAuthSessions } from '#prisma/auth-sessions.ts';
import { voidTickets } from '#prisma/tickets.ts';

/** Another password. Whoever is signed in elsewhere is out, and so is everybody on the way in. */
export const POST = post(
  { action: 'account:change', schema: PasswordChange },
  proved(async ({ db, input, visit, now, account }) => {
    const { userId, email } = account;
    const passwordHash = await hashOf(input.authKey);
    const entry = { ...input, passwordHash };
    // What was proved is worth nothing when somebody else changed it in the meantime.
    if (!(await setPassword(db, account, entry, null, now))) return refuse('proof');
    await endOtherAuthSessions(db, { userId, but: visit?.authSessionId ?? null, now });
    await voidTickets(db, userId);
    log().info('password changed', { userId });
    await tellOwner(email, 'password');
    return done;
  }),
);
