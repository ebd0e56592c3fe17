import { after } from 'next/server';
import type { Email } from '#lib/account.ts';
import { requestLanguage } from '#lib/i18n/request-language.ts';
import { sendMail } from './mail.ts';

/** Tells the owner of an account by mail what was changed, so that somebody else's doing is noticed. */
export async function tellOwner(
  to: Email,
  kind: 'password' | 'recovery' | 'factor',
): Promise<void> {
  const language = await requestLanguage();
  after(() => sendMail({ to, kind, path: '/account', language }));
}
