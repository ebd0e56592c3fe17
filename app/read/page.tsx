import type { Metadata } from 'next';
import { createTranslator } from 'use-intl/core';
import { Speaking } from '#components/language/speaking.tsx';
import { Reread } from '#components/reread/reread.tsx';
import { localeOf } from '#lib/i18n/locale.ts';
import { messagesFor } from '#lib/i18n/messages.ts';
import { requestLanguage } from '#lib/i18n/request-language.ts';

export async function generateMetadata(): Promise<Metadata> {
  const language = await requestLanguage();
  const messages = messagesFor(language, ['reread']);
  const t = createTranslator({ locale: localeOf[language], messages, namespace: 'reread' });
  return { title: `${t('title')} · Weerklank`, robots: { index: false } };
}

/** Where a file that was taken along is played again. Nothing of it leaves the device. */
export default function ReadPage() {
  return (
    <Speaking names={['reread', 'replay', 'refusal', 'cues']}>
      <Reread />
    </Speaking>
  );
}
