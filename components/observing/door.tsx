'use client';

import { useEffect, useState } from 'react';
import { useTranslations } from 'use-intl/react';
import { useOutElsewhere } from '#components/account/use-out-elsewhere.ts';
import { CheckFirst } from '#components/care/check-first.tsx';
import { Refused } from '#components/keys/refused.tsx';
import { Closed } from '#components/room/closed.tsx';
import { useKeptFocus } from '#components/room/use-kept-focus.ts';
import { useRoom } from '#lib/client/use-room.ts';
import type { RoomId } from '#lib/dialogue/id.ts';
import { otherSeat } from '#lib/dialogue/seat.ts';
import styles from './door.module.css';
import { useDoorHeading } from './door-heading.ts';
import { DoorProvider } from './door-here.tsx';
import { Standing } from './standing.tsx';
import { useDoor } from './use-door.ts';

/** Where two partners let somebody watch, or do not, once the safety check is behind. */
export function ObserverDoor({ roomId }: { roomId: RoomId }) {
  const t = useTranslations('observing');
  useOutElsewhere();
  return (
    <CheckFirst meanwhile={<Closed busy={t('looking')} />}>
      <Opened roomId={roomId} />
    </CheckFirst>
  );
}

function Opened({ roomId }: { roomId: RoomId }) {
  const t = useTranslations('observing');
  const door = useDoor(roomId);
  const { opened, trouble } = door;
  const [wrong, setWrong] = useState(false);
  // They are here, also for the other; and keys are given from here as well.
  const { snapshot } = useRoom(roomId);
  const you = opened?.tended.you;
  const partner = (you && snapshot.names[otherSeat(you)]) ?? t('partner');
  const heading = useDoorHeading(opened?.tended.observation ?? null, wrong);
  useKeptFocus();
  // Whoever knocks anew begins anew.
  const knocking = opened?.tended.observation?.id;
  useEffect(() => {
    if (knocking) setWrong(false);
  }, [knocking]);

  if (trouble === 'refused') return <Refused />;
  if (!opened) return <Closed busy={t(trouble === 'offline' ? 'offline' : 'looking')} />;
  return (
    <main id="content" className="page">
      <header>
        <a className={styles.back} href={`/room/${roomId}`}>
          {t('back')}
        </a>
        <h1 tabIndex={-1} className={styles.heading}>
          {heading}
        </h1>
      </header>
      <p role="status" className="visually-hidden">
        {heading}
      </p>
      <div role="status" className={styles.trouble}>
        {trouble === 'offline' && <p className={styles.calm}>{t('offline')}</p>}
      </div>
      <DoorProvider {...door} roomId={roomId} partner={partner}>
        <Standing
          tended={opened.tended}
          comparing={opened.comparing}
          wrong={wrong}
          onWrong={setWrong}
        />
      </DoorProvider>
    </main>
  );
}
