import type { Metadata } from 'next';
import { createTranslator } from 'use-intl/core';
import { CheckBefore } from '#components/care/check-before.tsx';
import { Invitation } from '#components/join/invitation.tsx';
import { Speaking } from '#components/language/speaking.tsx';
import { SecureContext } from '#components/secure-context/secure-context.tsx';
import { localeOf } from '#lib/i18n/locale.ts';
import { messagesFor } from '#lib/i18n/messages.ts';
import { requestLanguage } from '#lib/i18n/request-language.ts';

export async function generateMetadata(): Promise<Metadata> {
  const language = await requestLanguage();
  const messages = messagesFor(language, ['join']);
  const t = createTranslator({ locale: localeOf[language], messages, namespace: 'join' });
  return { title: `${t('title')} · Weerklank`, robots: { index: false } };
}

/** Where an invitation leads. All there is to know of it stays in the browser. */
export default function Join() {
  return (
    <Speaking names={['join', 'care']}>
      <SecureContext>
        <CheckBefore>
          <Invitation />
        </CheckBefore>
      </SecureContext>
    </Speaking>
  );
}
