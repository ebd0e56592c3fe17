import type { Proof } from '#lib/account.ts';
import { isHashed } from '#lib/credentials/password-hash.ts';
import { type Account, accountOf } from '#prisma/accounts.ts';
import { isOwnDoing } from '#prisma/auth-sessions.ts';
import { refuse } from './account-answer.ts';
import type { Answer, Asked } from './api-route.ts';
import { attempt } from './attempt.ts';
import { log } from './log.ts';
import { isSecondFactor } from './second-factor.ts';

type Owned<Input> = Asked<Input> & { account: Account };

/** For how long it counts that somebody showed who they are when coming in, in milliseconds. */
const freshFor = 10 * 60_000;

/** Hands the account of whoever asks along; a guest is `forbidden`. */
export function owned<Input>(
  handle: (asked: Owned<Input>) => Promise<Answer>,
): (asked: Asked<Input>) => Promise<Answer> {
  return async (asked) => {
    const { userId } = asked.actor;
    const account = userId && (await accountOf(asked.db, userId));
    return account ? handle({ ...asked, account }) : refuse('forbidden');
  };
}

/**
 * As `owned`, for what cannot be undone: only for whoever shows the password, and a code where there is an
 * authenticator app. Others hear `proof`, and `wait` when they tried too often.
 */
export function proved<Input extends { proof: Proof }>(
  handle: (asked: Owned<Input>) => Promise<Answer>,
): (asked: Asked<Input>) => Promise<Answer> {
  return owned<Input>(async (asked) => (await doubt(asked, asked.input.proof)) ?? handle(asked));
}

/**
 * As `proved`, for what lets somebody in or puts somebody out. Whoever came in less than ten minutes ago
 * with a password or a passkey has just proved it; others who bring no proof hear `proof`.
 */
export function freshlyProved<Input extends { proof: Proof | null }>(
  handle: (asked: Owned<Input>) => Promise<Answer>,
): (asked: Asked<Input>) => Promise<Answer> {
  return owned<Input>(async (asked) => {
    const { visit, now, input } = asked;
    if (input.proof) return (await doubt(asked, input.proof)) ?? handle(asked);
    const fresh = visit && isOwnDoing(visit.way) && now - visit.since < freshFor;
    return fresh ? handle(asked) : refuse('proof');
  });
}

/** Why this proof is not enough; null when it is. */
async function doubt(asked: Owned<unknown>, { authKey, second }: Proof): Promise<Answer | null> {
  const { account, db, now } = asked;
  const { userId, passwordHash, totpSecret } = account;
  const turn = await attempt(asked, `proof ${userId}`, userId);
  if ('wait' in turn) return refuse('wait', turn.wait);
  const known = await isHashed(passwordHash, authKey);
  // Whoever has a passkey alone has shown it when coming in, and cannot show it here.
  const shown =
    known && (second ? await isSecondFactor(db, account, second, now) : totpSecret === null);
  if (!shown) {
    log().warn('proof refused', { userId });
    return refuse('proof');
  }
  await turn.succeeded();
  return null;
}
