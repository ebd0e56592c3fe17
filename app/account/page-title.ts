import type { Metadata } from 'next';
import { createTranslator } from 'use-intl/core';
import { localeOf } from '#lib/i18n/locale.ts';
import { messagesFor } from '#lib/i18n/messages.ts';
import { requestLanguage } from '#lib/i18n/request-language.ts';

/** What a page of the account is called; none of them is for search engines. */
export async function pageTitle(
  key:
    | 'account.title'
    | 'signIn.title'
    | 'signIn.unlock.title'
    | 'newAccount.title'
    | 'reset.title',
): Promise<Metadata> {
  const language = await requestLanguage();
  const messages = messagesFor(language, ['account', 'signIn', 'newAccount', 'reset']);
  const t = createTranslator({ locale: localeOf[language], messages });
  return { title: `${t(key)} · Weerklank`, robots: { index: false } };
}
