import { refuse } from '#app/account-answer.ts';
import { post } from '#app/api-route.ts';
import { freshlyProved } from '#app/owner.ts';
import { FreshlyProved, type TotpBegun } from '#lib/account.ts';
import { sealHere } from '#lib/credentials/server-key.ts';
import { newTotpSecret, totpAddress } from '#lib/credentials/totp.ts';
import { env } from '#lib/env.ts';
import { makeTicket } from '#prisma/tickets.ts';

/** A secret for an authenticator app. `bad-request` while there is an app: that one goes first. */
export const POST = post(
  { action: 'account:second-factor', schema: FreshlyProved },
  freshlyProved(async ({ db, now, account: { userId, email, totpSecret } }) => {
    if (totpSecret !== null) return refuse('bad-request');
    const secret = newTotpSecret();
    const detail = sealHere(env().secret, 'totp', userId, secret);
    const ticket = await makeTicket(db, 'totp', { userId, detail, now });
    const body: TotpBegun = { address: totpAddress(secret, email), secret, ticket };
    return { body };
  }),
);
