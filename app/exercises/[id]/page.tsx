import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { createTranslator } from 'use-intl/core';
import { Speaking } from '#components/language/speaking.tsx';
import { Sheet } from '#components/library/paper/sheet.tsx';
import type { Exercise } from '#lib/exercises/exercise.ts';
import { leafletOf } from '#lib/exercises/leaflet.ts';
import { localeOf } from '#lib/i18n/locale.ts';
import { messagesFor } from '#lib/i18n/messages.ts';
import { requestLanguage } from '#lib/i18n/request-language.ts';
import { sharedLibrary } from '#prisma/shared-library.ts';

type Params = Promise<{ id: string }>;

export async function generateMetadata({ params }: { params: Params }): Promise<Metadata> {
  const language = await requestLanguage();
  const { name, purpose } = (await found(params)).texts[language].about;
  return { title: `${name} · Weerklank`, description: purpose };
}

/** One exercise on one page, to print. */
export default async function ExercisePage({ params }: { params: Params }) {
  const exercise = await found(params);
  const language = await requestLanguage();
  const messages = messagesFor(language, ['library']);
  const t = createTranslator({ locale: localeOf[language], messages, namespace: 'library.paper' });
  return (
    <Speaking names={['library']}>
      <Sheet leaflet={leafletOf(exercise, language, t('partner'))} />
    </Speaking>
  );
}

/** The version that is offered now; what there is not, or not any more, has no page. */
async function found(params: Params): Promise<Exercise> {
  const { id } = await params;
  const { offered } = await sharedLibrary();
  return offered.find(({ definition }) => definition.id === id) ?? notFound();
}
