'use client';

import { useState } from 'react';
import { useTranslations } from 'use-intl/react';
import presence from '#components/room/presence.module.css';
import { Sure } from '#components/room/sure.tsx';
import { seats } from '#lib/dialogue/seat.ts';
import styles from './watch.module.css';
import { useWatching } from './watching.tsx';

/** Whom she watches and what of it, who of them is here, and the way out. */
export function Head() {
  const t = useTranslations('observe.live');
  const { view, snapshot, actions, nameOf } = useWatching();
  const [leaving, setLeaving] = useState(false);
  const [failed, setFailed] = useState(false);
  const leave = async () => {
    setLeaving(true);
    setFailed(!(await actions.leave()));
    setLeaving(false);
  };
  return (
    <div className={styles.head}>
      <div className={styles.about}>
        <h1 tabIndex={-1}>{t('heading')}</h1>
        <p className="small soft">{t(`lens.${view.lens}`)}</p>
      </div>
      {/* Without a connection nobody can tell. */}
      {snapshot.connection === 'online' && (
        <div className={styles.here}>
          {seats.map((seat) => (
            <p key={seat} className={`small ${presence.presence}`}>
              <span
                aria-hidden="true"
                className={view.here[seat] ? presence.here : presence.away}
              />
              <span className={presence.who}>
                {t(view.here[seat] ? 'here' : 'away', { name: nameOf(seat) })}
              </span>
            </p>
          ))}
        </div>
      )}
      <div>
        <Sure
          className="button"
          label={t('leave')}
          back={t('leaveBack')}
          sure={t('leaveSure')}
          busy={leaving}
          onSure={() => void leave()}
        />
        <p role="status" className="small">
          {failed && t('leaveFailed')}
        </p>
      </div>
    </div>
  );
}
