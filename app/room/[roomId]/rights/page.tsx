import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { createTranslator } from 'use-intl/core';
import * as v from 'valibot';
import { Speaking } from '#components/language/speaking.tsx';
import { Rights } from '#components/rights/rights.tsx';
import { SecureContext } from '#components/secure-context/secure-context.tsx';
import { RoomId } from '#lib/dialogue/id.ts';
import { catalogueOf } from '#lib/exercises/catalogue.ts';
import { localeOf } from '#lib/i18n/locale.ts';
import { messagesFor } from '#lib/i18n/messages.ts';
import { requestLanguage } from '#lib/i18n/request-language.ts';
import { sharedLibrary } from '#prisma/shared-library.ts';

export async function generateMetadata(): Promise<Metadata> {
  const language = await requestLanguage();
  const messages = messagesFor(language, ['rights']);
  const t = createTranslator({ locale: localeOf[language], messages, namespace: 'rights' });
  return { title: `${t('title')} · Weerklank`, robots: { index: false } };
}

/** What somebody can see and decide about what is kept of their room. */
export default async function RightsPage({ params }: { params: Promise<{ roomId: string }> }) {
  const roomId = v.safeParse(RoomId, (await params).roomId);
  if (!roomId.success) notFound();
  const { names } = catalogueOf(await sharedLibrary(), await requestLanguage());
  return (
    <Speaking names={['rights', 'replay', 'cues']}>
      <SecureContext>
        <Rights roomId={roomId.output} catalogue={{ offered: [], names }} />
      </SecureContext>
    </Speaking>
  );
}
