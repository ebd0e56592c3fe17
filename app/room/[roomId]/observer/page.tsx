import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { createTranslator } from 'use-intl/core';
import * as v from 'valibot';
import { Speaking } from '#components/language/speaking.tsx';
import { ObserverDoor } from '#components/observing/door.tsx';
import { SecureContext } from '#components/secure-context/secure-context.tsx';
import { RoomId } from '#lib/dialogue/id.ts';
import { localeOf } from '#lib/i18n/locale.ts';
import { messagesFor } from '#lib/i18n/messages.ts';
import { requestLanguage } from '#lib/i18n/request-language.ts';

export async function generateMetadata(): Promise<Metadata> {
  const language = await requestLanguage();
  const messages = messagesFor(language, ['observing']);
  const t = createTranslator({ locale: localeOf[language], messages, namespace: 'observing' });
  return { title: t('title'), robots: { index: false } };
}

/** Where the two of a room let a therapist watch, or do not. */
export default async function ObserverPage({ params }: { params: Promise<{ roomId: string }> }) {
  const roomId = v.safeParse(RoomId, (await params).roomId);
  if (!roomId.success) notFound();
  return (
    <Speaking names={['observing', 'room', 'care']}>
      <SecureContext>
        <ObserverDoor roomId={roomId.output} />
      </SecureContext>
    </Speaking>
  );
}
