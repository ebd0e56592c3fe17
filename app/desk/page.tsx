import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { createTranslator } from 'use-intl/core';
import { visitor } from '#app/visitor.ts';
import { Desk } from '#components/desk/desk.tsx';
import { Speaking } from '#components/language/speaking.tsx';
import { SecureContext } from '#components/secure-context/secure-context.tsx';
import { catalogueOf } from '#lib/exercises/catalogue.ts';
import { localeOf } from '#lib/i18n/locale.ts';
import { messagesFor } from '#lib/i18n/messages.ts';
import { requestLanguage } from '#lib/i18n/request-language.ts';
import { can } from '#lib/rights/can.ts';
import { sharedLibrary } from '#prisma/shared-library.ts';

export async function generateMetadata(): Promise<Metadata> {
  const language = await requestLanguage();
  const messages = messagesFor(language, ['desk']);
  const t = createTranslator({ locale: localeOf[language], messages, namespace: 'desk' });
  return { title: t('page'), robots: { index: false } };
}

/** The desk of a therapist. What is on it is opened on the device. */
export default async function DeskPage() {
  const { actor } = await visitor();
  if (actor.person === 'anonymous') redirect('/account/sign-in#to=/desk');
  if (!can(actor, 'desk:use')) redirect('/account');
  const catalogue = catalogueOf(await sharedLibrary(), await requestLanguage());
  return (
    <Speaking names={['desk', 'cues', 'account', 'library']}>
      <SecureContext>
        <Desk catalogue={catalogue} />
      </SecureContext>
    </Speaking>
  );
}
