import type { Metadata } from 'next';
import { createTranslator } from 'use-intl/core';
import { Speaking } from '#components/language/speaking.tsx';
import { Shelf } from '#components/library/paper/shelf.tsx';
import { catalogueOf } from '#lib/exercises/catalogue.ts';
import { localeOf } from '#lib/i18n/locale.ts';
import { messagesFor } from '#lib/i18n/messages.ts';
import { requestLanguage } from '#lib/i18n/request-language.ts';
import { sharedLibrary } from '#prisma/shared-library.ts';

export async function generateMetadata(): Promise<Metadata> {
  const language = await requestLanguage();
  const messages = messagesFor(language, ['library']);
  const t = createTranslator({ locale: localeOf[language], messages, namespace: 'library.paper' });
  return { title: `${t('title')} · Weerklank`, description: t('intro') };
}

/** The exercises for whoever comes by, without a room. */
export default async function ExercisesPage() {
  const { offered } = catalogueOf(await sharedLibrary(), await requestLanguage());
  const cards = [...offered].sort((one, other) => one.minutes - other.minutes);
  return (
    <Speaking names={['library']}>
      <Shelf cards={cards} />
    </Speaking>
  );
}
