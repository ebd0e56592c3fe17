import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { createTranslator } from 'use-intl/core';
import * as v from 'valibot';
import { Keys } from '#components/keys/keys.tsx';
import { Speaking } from '#components/language/speaking.tsx';
import { SecureContext } from '#components/secure-context/secure-context.tsx';
import { RoomId } from '#lib/dialogue/id.ts';
import { localeOf } from '#lib/i18n/locale.ts';
import { messagesFor } from '#lib/i18n/messages.ts';
import { requestLanguage } from '#lib/i18n/request-language.ts';

export async function generateMetadata(): Promise<Metadata> {
  const language = await requestLanguage();
  const messages = messagesFor(language, ['keys']);
  const t = createTranslator({ locale: localeOf[language], messages, namespace: 'keys' });
  return { title: t('title'), robots: { index: false } };
}

/** Where one partner asks the other for the room's keys, and the other gives them. */
export default async function KeysPage({ params }: { params: Promise<{ roomId: string }> }) {
  const roomId = v.safeParse(RoomId, (await params).roomId);
  if (!roomId.success) notFound();
  return (
    <Speaking names={['keys', 'room', 'care']}>
      <SecureContext>
        <Keys roomId={roomId.output} />
      </SecureContext>
    </Speaking>
  );
}
