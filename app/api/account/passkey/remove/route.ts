import { done, refuse } from '#app/account-answer.ts';
import { post } from '#app/api-route.ts';
import { log } from '#app/log.ts';
import { freshlyProved } from '#app/owner.ts';
import { dropIdleBackupCodes } from '#app/second-factor.ts';
import { tellOwner } from '#app/tell-owner.ts';
import { PasskeyRemove } from '#lib/account.ts';
import { removePasskey } from '#prisma/passkeys.ts';

/** Takes a passkey out of use. `needed`: a therapist keeps a second factor. */
export const POST = post(
  { action: 'account:second-factor', schema: PasskeyRemove },
  freshlyProved(async ({ db, input, account: { userId, email } }) => {
    if (!(await removePasskey(db, userId, input.id))) return refuse('needed');
    await dropIdleBackupCodes(db, userId);
    log().info('passkey removed', { userId });
    await tellOwner(email, 'factor');
    return done;
  }),
);
