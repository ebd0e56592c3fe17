import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { createTranslator } from 'use-intl/core';
import * as v from 'valibot';
import { Speaking } from '#components/language/speaking.tsx';
import { Room } from '#components/room/room.tsx';
import { SecureContext } from '#components/secure-context/secure-context.tsx';
import { RoomId } from '#lib/dialogue/id.ts';
import { catalogueOf } from '#lib/exercises/catalogue.ts';
import { localeOf } from '#lib/i18n/locale.ts';
import { messagesFor } from '#lib/i18n/messages.ts';
import { requestLanguage } from '#lib/i18n/request-language.ts';
import { sharedLibrary } from '#prisma/shared-library.ts';

export async function generateMetadata(): Promise<Metadata> {
  const language = await requestLanguage();
  const messages = messagesFor(language, ['room']);
  const t = createTranslator({ locale: localeOf[language], messages, namespace: 'room' });
  return { title: t('title'), robots: { index: false } };
}

/** The room of a couple. The server only brings the texts; everything else is opened on the device. */
export default async function RoomPage({ params }: { params: Promise<{ roomId: string }> }) {
  const roomId = v.safeParse(RoomId, (await params).roomId);
  if (!roomId.success) notFound();
  const language = await requestLanguage();
  const catalogue = catalogueOf(await sharedLibrary(), language);
  return (
    <Speaking
      names={['room', 'library', 'session', 'hold', 'ending', 'refusal', 'replay', 'care', 'hints']}
    >
      <SecureContext>
        <Room roomId={roomId.output} catalogue={catalogue} />
      </SecureContext>
    </Speaking>
  );
}
