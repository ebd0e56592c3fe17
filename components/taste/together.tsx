'use client';

import { useTranslations } from 'use-intl/react';
import { Ripple } from '#components/ripple/ripple.tsx';
import { RoomFrame } from '#components/room/room-frame.tsx';
import { Prompt } from '#components/room/session/prompt.tsx';
import { MadeUp } from './made-up.tsx';
import styles from './taste.module.css';

/** After it: the invitation to do this with somebody who listens. */
export function Together() {
  const t = useTranslations('taste.together');
  return (
    <RoomFrame who={<MadeUp />}>
      <section className={styles.screen}>
        <div className={styles.ripple}>
          <Ripple />
        </div>
        <div className="stack">
          <Prompt asked>{t('heading')}</Prompt>
          <p>{t('about')}</p>
          <p className="soft">{t('gone')}</p>
        </div>
        <a className="button button-primary button-wide" href="/">
          {t('start')}
        </a>
      </section>
    </RoomFrame>
  );
}
