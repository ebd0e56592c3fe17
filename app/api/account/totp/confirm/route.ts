import { refuse } from '#app/account-answer.ts';
import { post } from '#app/api-route.ts';
import { attempt } from '#app/attempt.ts';
import { log } from '#app/log.ts';
import { owned } from '#app/owner.ts';
import { firstBackupCodes } from '#app/second-factor.ts';
import { tellOwner } from '#app/tell-owner.ts';
import { type BackupCodes, TotpConfirm } from '#lib/account.ts';
import { openHere } from '#lib/credentials/server-key.ts';
import { totpStepOf } from '#lib/credentials/totp.ts';
import { env } from '#lib/env.ts';
import { setTotp } from '#prisma/second-factors.ts';
import { readTicket, takeTicket } from '#prisma/tickets.ts';

/** Takes the app into use once it shows a right code. Answers with backup codes when there were none. */
export const POST = post(
  { action: 'account:second-factor', schema: TotpConfirm },
  owned(async ({ account, ...asked }) => {
    const { db, input, now } = asked;
    const { userId, email } = account;
    const ticket = await readTicket(db, 'totp', input.ticket, now);
    if (!ticket || ticket.userId !== userId) return refuse('spent');
    const turn = await attempt(asked, `totp ${userId}`, userId);
    if ('wait' in turn) return refuse('wait', turn.wait);
    const secret = openHere(env().secret, 'totp', userId, ticket.detail);
    const step = secret === null ? null : totpStepOf(secret, input.code, now);
    if (step === null) return refuse('code');
    await turn.succeeded();
    const taken = await takeTicket(db, 'totp', input.ticket, now);
    const set = taken && (await setTotp(db, { userId, sealedSecret: ticket.detail, step }));
    if (!set) return refuse('spent');
    log().info('authenticator app added', { userId });
    await tellOwner(email, 'factor');
    const body: BackupCodes = { codes: [...(await firstBackupCodes(db, userId))] };
    return { body };
  }),
);
