import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { createTranslator } from 'use-intl/core';
import * as v from 'valibot';
import { Known } from '#components/known/known.tsx';
import { Speaking } from '#components/language/speaking.tsx';
import { SecureContext } from '#components/secure-context/secure-context.tsx';
import { RoomId } from '#lib/dialogue/id.ts';
import { localeOf } from '#lib/i18n/locale.ts';
import { messagesFor } from '#lib/i18n/messages.ts';
import { requestLanguage } from '#lib/i18n/request-language.ts';

export async function generateMetadata(): Promise<Metadata> {
  const language = await requestLanguage();
  const messages = messagesFor(language, ['known']);
  const t = createTranslator({ locale: localeOf[language], messages, namespace: 'known' });
  return { title: `${t('title')} · Weerklank`, robots: { index: false } };
}

/** Everything that stands on this server about a room and about who looks. */
export default async function KnownPage({ params }: { params: Promise<{ roomId: string }> }) {
  const roomId = v.safeParse(RoomId, (await params).roomId);
  if (!roomId.success) notFound();
  return (
    <Speaking names={['known', 'rights']}>
      <SecureContext>
        <Known roomId={roomId.output} />
      </SecureContext>
    </Speaking>
  );
}
