import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { createTranslator } from 'use-intl/core';
import * as v from 'valibot';
import { Speaking } from '#components/language/speaking.tsx';
import { Replay } from '#components/replay/replay.tsx';
import { SecureContext } from '#components/secure-context/secure-context.tsx';
import { RoomId, SessionId } from '#lib/dialogue/id.ts';
import { localeOf } from '#lib/i18n/locale.ts';
import { messagesFor } from '#lib/i18n/messages.ts';
import { requestLanguage } from '#lib/i18n/request-language.ts';

export async function generateMetadata(): Promise<Metadata> {
  const language = await requestLanguage();
  const messages = messagesFor(language, ['replay']);
  const t = createTranslator({ locale: localeOf[language], messages, namespace: 'replay' });
  return { title: `${t('title')} · Weerklank`, robots: { index: false } };
}

type Params = Promise<{ roomId: string; sessionId: string }>;

/** Where a couple looks back at one session. The browser fetches it, checks it and opens it. */
export default async function ReplayPage({ params }: { params: Params }) {
  const { roomId, sessionId } = await params;
  const room = v.safeParse(RoomId, roomId);
  const session = v.safeParse(SessionId, sessionId);
  if (!room.success || !session.success) notFound();
  return (
    <Speaking names={['replay', 'refusal', 'cues']}>
      <SecureContext>
        <Replay roomId={room.output} sessionId={session.output} />
      </SecureContext>
    </Speaking>
  );
}
