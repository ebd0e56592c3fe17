'use client';

import { useTranslations } from 'use-intl/react';
import { useHere } from '#components/room/here.tsx';
import type { SessionSnapshot } from '#lib/client/snapshot.ts';
import styles from './bar.module.css';
import { CueNote } from './cue-note.tsx';
import { Eye } from './eye.tsx';
import { GoneNote } from './gone-note.tsx';
import { useLettingGo } from './use-letting-go.ts';
import { type Watching, watchingOf } from './watching.ts';

/** Who watches, always on the screen while they do, with what they see and one tap to let them go. */
export function ObserverBar({ session }: { session: SessionSnapshot | null }) {
  const t = useTranslations('observing.bar');
  const { view } = useHere();
  const watching = watchingOf(view, session);
  return (
    <section aria-label={t('label')} className={styles.observing} data-observing="">
      {watching ? (
        <Watches key={watching.observation} watching={watching} session={session} />
      ) : (
        <GoneNote session={session} />
      )}
      {session && <CueNote session={session} />}
    </section>
  );
}

function Watches({ watching, session }: { watching: Watching; session: SessionSnapshot | null }) {
  const t = useTranslations('observing');
  const { snapshot, partnerName: partner } = useHere();
  const { going, letGo } = useLettingGo(watching, session);
  const { name, lens, here, inTalk } = watching;
  const offline = snapshot.connection !== 'online';
  const sees = inTalk ? t(`lens.${lens}.sees`) : t('bar.before');
  const heading = inTalk ? 'bar.watches' : 'bar.inside';
  return (
    <>
      <div className={styles.bar}>
        <Eye open={here} />
        <p className={styles.who}>
          <strong>{t(here ? heading : 'bar.away', { name })}</strong>
          <span className="small">{going ? t('bar.going', { name }) : sees}</span>
        </p>
        <button
          type="button"
          className={`button ${styles.letGo}`}
          aria-disabled={going}
          aria-label={`${t('bar.letGo')}: ${t('bar.letGoWho', { name })}`}
          onClick={letGo}
        >
          {t('bar.letGo')}
        </button>
      </div>
      {going && offline && (
        <p className={`small ${styles.way}`}>{t('bar.goingOffline', { name, partner })}</p>
      )}
    </>
  );
}
