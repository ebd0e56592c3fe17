import type { Metadata } from 'next';
import { createTranslator } from 'use-intl/core';
import { Help } from '#components/help/help.tsx';
import { Speaking } from '#components/language/speaking.tsx';
import { localeOf } from '#lib/i18n/locale.ts';
import { messagesFor } from '#lib/i18n/messages.ts';
import { requestLanguage } from '#lib/i18n/request-language.ts';

/** A title as any app's help has it: it stays in the history of the browser. */
export async function generateMetadata(): Promise<Metadata> {
  const language = await requestLanguage();
  const messages = messagesFor(language, ['help']);
  const t = createTranslator({ locale: localeOf[language], messages, namespace: 'help' });
  return { title: `${t('title')} · Weerklank` };
}

/** Whom to call, for everyone, without a seat or a room. */
export default function HelpPage() {
  return (
    <Speaking names={['care', 'help']}>
      <Help />
    </Speaking>
  );
}
