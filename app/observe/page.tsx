import type { Metadata } from 'next';
import { createTranslator } from 'use-intl/core';
import { visitor } from '#app/visitor.ts';
import { Speaking } from '#components/language/speaking.tsx';
import { Arrival } from '#components/observe/arrival.tsx';
import { Who } from '#components/observe/who.tsx';
import { SecureContext } from '#components/secure-context/secure-context.tsx';
import { localeOf } from '#lib/i18n/locale.ts';
import { messagesFor } from '#lib/i18n/messages.ts';
import { requestLanguage } from '#lib/i18n/request-language.ts';

export async function generateMetadata(): Promise<Metadata> {
  const language = await requestLanguage();
  const messages = messagesFor(language, ['observe']);
  const t = createTranslator({ locale: localeOf[language], messages, namespace: 'observe' });
  return { title: t('title'), robots: { index: false } };
}

/** Where the link leads that a couple gives to a therapist. */
export default async function ObservePage() {
  const { person } = (await visitor()).actor;
  return (
    <Speaking names={['observe']}>
      <SecureContext>
        {person === 'therapist' ? <Arrival /> : <Who person={person} to="/observe" />}
      </SecureContext>
    </Speaking>
  );
}
