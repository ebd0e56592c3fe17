'use client';

import { type ReactNode, Suspense, useEffect, useState } from 'react';
import { useTranslations } from 'use-intl/react';
import { useOutElsewhere } from '#components/account/use-out-elsewhere.ts';
import { CheckFirst } from '#components/care/check-first.tsx';
import { useRoom } from '#lib/client/use-room.ts';
import type { RoomId, SessionId } from '#lib/dialogue/id.ts';
import type { Catalogue } from '#lib/exercises/catalogue.ts';
import { Announcement } from './announcement.tsx';
import { Closed } from './closed.tsx';
import { HereProvider } from './here.tsx';
import { Observing } from './observing.tsx';
import { fetchScreens, Lobby, SessionScreen, WaitingRoom } from './screens.ts';
import { useKeptFocus } from './use-kept-focus.ts';

interface Props {
  roomId: RoomId;
  catalogue: Catalogue;
  /** What the page adds to the lobby; it comes drawn, so that the room itself stays light. */
  aside: ReactNode;
}

/** The room of a couple, once the safety check is behind: nobody sees someone come who is still in it. */
export function Room(props: Props) {
  const t = useTranslations('room');
  useOutElsewhere();
  return (
    <CheckFirst meanwhile={<Closed busy={t('key.reading')} />}>
      <OpenedRoom {...props} />
    </CheckFirst>
  );
}

/** From finding the room's key to the end of a session. */
function OpenedRoom({ roomId, catalogue, aside }: Props) {
  const t = useTranslations('room');
  const { snapshot, room, key } = useRoom(roomId);
  const [dismissed, setDismissed] = useState<SessionId | null>(null);
  const { view, session, connection } = snapshot;
  useKeptFocus();

  const both = view?.seats.a.taken && view.seats.b.taken;
  useEffect(() => {
    // What could not be fetched now is fetched when it is shown.
    if (both) fetchScreens().catch(() => undefined);
  }, [both]);

  if (key === 'missing') {
    return (
      <Closed title={t('key.missingTitle')}>
        <p>{t('key.missing')}</p>
        {view?.observation?.admitted && (
          <a className="button" href={`/room/${roomId}/observer`}>
            {t('key.watched', { name: view.observation.name })}
          </a>
        )}
        <a className="button button-primary" href={`/room/${roomId}/keys`}>
          {t('key.ask')}
        </a>
        <a className="button" href={`/account/unlock#to=/room/${roomId}`}>
          {t('key.account')}
        </a>
        <p>{t('key.advice')}</p>
      </Closed>
    );
  }
  if (connection === 'refused') {
    return (
      <Closed title={t('refused.title')}>
        <p>{t('refused.text')}</p>
        <p>{t('refused.elsewhere')}</p>
        <a className="button" href={`/account/sign-in#to=/room/${roomId}`}>
          {t('refused.account')}
        </a>
      </Closed>
    );
  }
  if (connection === 'outdated') {
    return (
      <Closed title={t('outdated.title')}>
        <p>{t('outdated.text')}</p>
        <button type="button" className="button button-primary" onClick={() => location.reload()}>
          {t('outdated.reload')}
        </button>
      </Closed>
    );
  }
  if (key === 'reading' || !room) return <Closed busy={t('key.reading')} />;
  if (!view) return <Closed busy={t(connection === 'offline' ? 'offline' : 'connecting')} />;

  const loading = !session && view.sessionId !== null && view.sessionId !== dismissed;
  const dismiss = (sessionId: SessionId) => {
    setDismissed(sessionId);
    room.dismissSession();
  };
  const screen = () => {
    if (session) {
      const { sessionId } = session;
      return <SessionScreen key={sessionId} session={session} onDismiss={dismiss} />;
    }
    if (loading) return <Closed busy={t('connecting')} />;
    return both ? <Lobby aside={aside} /> : <WaitingRoom />;
  };
  return (
    <HereProvider roomId={roomId} room={room} snapshot={snapshot} view={view} catalogue={catalogue}>
      <Announcement session={session} />
      <Observing part="news" session={session} />
      <Suspense fallback={<Closed busy={t('connecting')} />}>{screen()}</Suspense>
    </HereProvider>
  );
}
