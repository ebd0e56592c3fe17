'use client';

import { useTranslations } from 'use-intl/react';
import { StartRoom } from '#components/home/start-room.tsx';
import { Ripple } from '#components/ripple/ripple.tsx';
import { HomeLink } from '#components/room/lobby/home-link.tsx';
import { RoomFrame } from '#components/room/room-frame.tsx';
import { Prompt } from '#components/room/session/prompt.tsx';
import { MadeUp } from './made-up.tsx';
import styles from './taste.module.css';

/** After it: the invitation to do this with somebody who listens. */
export function Together() {
  const t = useTranslations('taste.together');
  return (
    <RoomFrame who={<MadeUp />} control={<HomeLink />}>
      <section className={styles.screen}>
        <div className={styles.ripple}>
          <Ripple />
        </div>
        <div className="stack">
          <Prompt asked>{t('heading')}</Prompt>
          <p>{t('about')}</p>
          <p className="soft small">{t('gone')}</p>
        </div>
        <StartRoom />
      </section>
    </RoomFrame>
  );
}
