import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { createTranslator } from 'use-intl/core';
import * as v from 'valibot';
import { visitor } from '#app/visitor.ts';
import { Speaking } from '#components/language/speaking.tsx';
import { Observe } from '#components/observe/observe.tsx';
import { Who } from '#components/observe/who.tsx';
import { SecureContext } from '#components/secure-context/secure-context.tsx';
import { RoomId } from '#lib/dialogue/id.ts';
import { catalogueOf } from '#lib/exercises/catalogue.ts';
import { localeOf } from '#lib/i18n/locale.ts';
import { messagesFor } from '#lib/i18n/messages.ts';
import { requestLanguage } from '#lib/i18n/request-language.ts';
import { sharedLibrary } from '#prisma/shared-library.ts';

export async function generateMetadata(): Promise<Metadata> {
  const language = await requestLanguage();
  const messages = messagesFor(language, ['observe']);
  const t = createTranslator({ locale: localeOf[language], messages, namespace: 'observe' });
  return { title: t('title'), robots: { index: false } };
}

/** Where a therapist knocks at a room, and watches once both let her in. The server brings the texts alone. */
export default async function ObserveRoomPage({ params }: { params: Promise<{ roomId: string }> }) {
  const roomId = v.safeParse(RoomId, (await params).roomId);
  if (!roomId.success) notFound();
  const { person } = (await visitor()).actor;
  if (person !== 'therapist') {
    return (
      <Speaking names={['observe']}>
        <Who person={person} to={`/observe/${roomId.output}`} />
      </Speaking>
    );
  }
  const catalogue = catalogueOf(await sharedLibrary(), await requestLanguage());
  return (
    <Speaking names={['observe', 'cues', 'session', 'refusal']}>
      <SecureContext>
        <Observe roomId={roomId.output} catalogue={catalogue} />
      </SecureContext>
    </Speaking>
  );
}
