'use client';

import { useTranslations } from 'use-intl/react';
import type { SessionSnapshot } from '#lib/client/snapshot.ts';
import { useHere } from './here.tsx';
import styles from './network.module.css';

/** What the network, or a change nobody made here, does to the room: only what must be known. */
export function Network({ session }: { session: SessionSnapshot | null }) {
  const room = useTranslations('room');
  const t = useTranslations('session.trouble');
  const reason = useTranslations('refusal');
  const { snapshot, view, roomId, partnerName: name } = useHere();
  const { connection } = snapshot;
  const { pending = null, refused = null } = session ?? {};
  // What becomes of letting somebody go, their own bar tells.
  const unsent = pending?.trouble && !pending.words && pending.move.type !== 'revoke';
  const notSent = refused && refused.move.type !== 'revoke' ? refused : null;
  return (
    <div role="status" className={styles.network}>
      {connection === 'offline' && <p className={styles.calm}>{room('offline')}</p>}
      {view.keysWanted && (
        <p className={styles.calm}>
          {room('key.wanted', { name })} <a href={`/room/${roomId}/keys`}>{room('key.help')}</a>
        </p>
      )}
      {unsent && <p className={styles.calm}>{t('unsent')}</p>}
      {notSent && (
        <p className="alert">
          {t('notSent')} {reason(notSent.reason)}
        </p>
      )}
      {session && !session.intact && <p className="alert">{t('broken')}</p>}
    </div>
  );
}
