import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { createTranslator } from 'use-intl/core';
import * as v from 'valibot';
import { visitor } from '#app/visitor.ts';
import { Speaking } from '#components/language/speaking.tsx';
import { Room } from '#components/room/room.tsx';
import { SecureContext } from '#components/secure-context/secure-context.tsx';
import { RoomId } from '#lib/dialogue/id.ts';
import { catalogueOf } from '#lib/exercises/catalogue.ts';
import { localeOf } from '#lib/i18n/locale.ts';
import { messagesFor } from '#lib/i18n/messages.ts';
import { requestLanguage } from '#lib/i18n/request-language.ts';
import { sharedLibrary } from '#prisma/shared-library.ts';

async function translator() {
  const language = await requestLanguage();
  const messages = messagesFor(language, ['room']);
  return createTranslator({ locale: localeOf[language], messages, namespace: 'room' });
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await translator();
  return { title: t('title'), robots: { index: false } };
}

/** The room of a couple. The server only brings the texts; everything else is opened on the device. */
export default async function RoomPage({ params }: { params: Promise<{ roomId: string }> }) {
  const roomId = v.safeParse(RoomId, (await params).roomId);
  if (!roomId.success) notFound();
  const language = await requestLanguage();
  const catalogue = catalogueOf(await sharedLibrary(), language);
  const { actor } = await visitor();
  const aside = actor.person === 'guest' && (
    <a className="button button-quiet small" href="/account">
      {(await translator())('keepAccount')}
    </a>
  );
  return (
    <Speaking
      names={[
        'room',
        'library',
        'session',
        'hold',
        'ending',
        'refusal',
        'replay',
        'care',
        'hints',
        'observing',
        'cues',
      ]}
    >
      <SecureContext>
        <Room roomId={roomId.output} catalogue={catalogue} aside={aside} />
      </SecureContext>
    </Speaking>
  );
}
