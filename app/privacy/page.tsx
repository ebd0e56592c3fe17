import type { Metadata } from 'next';
import { createTranslator } from 'use-intl/core';
import { Speaking } from '#components/language/speaking.tsx';
import { Privacy } from '#components/privacy/privacy.tsx';
import { env } from '#lib/env.ts';
import { localeOf } from '#lib/i18n/locale.ts';
import { messagesFor } from '#lib/i18n/messages.ts';
import { requestLanguage } from '#lib/i18n/request-language.ts';
import { cookieNames } from '#lib/rights/cookies.ts';

export async function generateMetadata(): Promise<Metadata> {
  const language = await requestLanguage();
  const messages = messagesFor(language, ['privacy']);
  const t = createTranslator({ locale: localeOf[language], messages, namespace: 'privacy' });
  return { title: `${t('title')} · Weerklank` };
}

/** How data are treated, for everyone, without a seat or a room. */
export default function PrivacyPage() {
  const { contact, secure } = env();
  return (
    <Speaking names={['privacy']}>
      <Privacy contact={contact} cookies={cookieNames(secure)} />
    </Speaking>
  );
}
