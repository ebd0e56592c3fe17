import type { Role } from '#lib/account.ts';
import type { Time, UserId } from '#lib/dialogue/id.ts';
import type { Database } from '#prisma/client.ts';
import { type Coming, writeComing } from '#prisma/coming.ts';
import { secondFactorsOf } from '#prisma/second-factors.ts';
import { makeTicket } from '#prisma/tickets.ts';
import { step } from './account-answer.ts';
import type { Answer } from './api-route.ts';
import { rememberDevice } from './known-device.ts';

interface Asked {
  db: Database;
  request: Request;
  now: Time;
}

/** An account as it was before anything was shown: what is made of it ends with that password. */
interface Comer {
  userId: UserId;
  role: Role;
  passwordChangedAt: Time;
}

/**
 * Everything was shown that had to be: answers with the ticket that next-auth turns into a cookie, and
 * this browser is known from now on. A therapist's devices are never remembered for a month.
 */
export async function comeIn(asked: Asked, comer: Comer, { way, stay }: Coming): Promise<Answer> {
  const { db, now } = asked;
  const { userId, role } = comer;
  const detail = writeComing({ way, stay: stay && role !== 'therapist' });
  const ticket = await makeTicket(db, 'in', { userId, account: comer, detail, now });
  const cookie = await rememberDevice(asked, userId);
  return step({ step: 'in', ticket }, { 'set-cookie': cookie });
}

/**
 * One proof was given: a password, a link from a mail, or a provider's word. Whoever has a second factor
 * now has to show it; others are in.
 */
export async function comeFurther(asked: Asked, comer: Comer, coming: Coming): Promise<Answer> {
  const { db, now } = asked;
  const { userId } = comer;
  const { totp, passkeys, backupCodesLeft } = await secondFactorsOf(db, userId);
  if (!totp && passkeys === 0) return comeIn(asked, comer, coming);
  const detail = writeComing(coming);
  const ticket = await makeTicket(db, 'second', { userId, account: comer, detail, now });
  const ways: ('totp' | 'passkey' | 'backup')[] = [];
  if (totp) ways.push('totp');
  if (passkeys > 0) ways.push('passkey');
  if (backupCodesLeft > 0) ways.push('backup');
  return step({ step: 'second', ticket, ways });
}
