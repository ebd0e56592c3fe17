import type { Metadata } from 'next';
import { createTranslator } from 'use-intl/core';
import { Speaking } from '#components/language/speaking.tsx';
import { SecureContext } from '#components/secure-context/secure-context.tsx';
import { Taste } from '#components/taste/taste.tsx';
import { localeOf } from '#lib/i18n/locale.ts';
import { messagesFor } from '#lib/i18n/messages.ts';
import { requestLanguage } from '#lib/i18n/request-language.ts';
import { tasteExercise } from '#lib/taste/exercise.ts';

export async function generateMetadata(): Promise<Metadata> {
  const language = await requestLanguage();
  const messages = messagesFor(language, ['taste']);
  const t = createTranslator({ locale: localeOf[language], messages, namespace: 'taste' });
  return { title: t('title') };
}

/** A taste of it, alone. The page brings everything along; after that the server hears nothing more. */
export default function TastePage() {
  return (
    <Speaking names={['taste', 'room', 'session', 'refusal', 'hints']}>
      <SecureContext>
        <Taste exercise={tasteExercise()} />
      </SecureContext>
    </Speaking>
  );
}
