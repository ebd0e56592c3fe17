import { refuse } from '#app/account-answer.ts';
import { post } from '#app/api-route.ts';
import { log } from '#app/log.ts';
import { owned } from '#app/owner.ts';
import { madeBy } from '#app/relying-party.ts';
import { firstBackupCodes } from '#app/second-factor.ts';
import { tellOwner } from '#app/tell-owner.ts';
import { type BackupCodes, PasskeyRegister } from '#lib/account.ts';
import { addPasskey, passkeysOf } from '#prisma/passkeys.ts';

/** More than anybody has. */
const most = 20;

/**
 * Takes a new passkey into use. What it answers was handed out on proof, once (`register-options`). Answers with
 * backup codes when there were none.
 */
export const POST = post(
  { action: 'account:second-factor', schema: PasskeyRegister },
  owned(async ({ account, ...asked }) => {
    const { db, input, now } = asked;
    const { userId, email } = account;
    const made = await madeBy(asked, userId, input.response);
    if (!made) return refuse('code');
    if ((await passkeysOf(db, userId)).length >= most) return refuse('bad-request');
    if (!(await addPasskey(db, { ...made, userId, name: input.name, now }))) return refuse('code');
    log().info('passkey added', { userId });
    await tellOwner(email, 'factor');
    const body: BackupCodes = { codes: [...(await firstBackupCodes(db, userId))] };
    return { body };
  }),
);
