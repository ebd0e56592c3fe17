import { refuse } from '#app/account-answer.ts';
import { post } from '#app/api-route.ts';
import { comeIn } from '#app/come-in.ts';
import { log } from '#app/log.ts';
import { openAccount } from '#app/open-account.ts';
import { CreateFinish } from '#lib/account/links.ts';

/** Makes the account, and lets its owner in. `spent` for a link that is, or whose address got an account. */
export const POST = post({ action: 'account:create', schema: CreateFinish }, async (asked) => {
  const userId = await openAccount(asked);
  if (!userId) return refuse('spent');
  log().info('account made', { userId });
  const { role, stay } = asked.input;
  return comeIn(asked, { userId, role, passwordChangedAt: asked.now }, { way: 'password', stay });
});
