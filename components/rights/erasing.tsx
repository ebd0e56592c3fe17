'use client';

import { useState } from 'react';
import { useTranslations } from 'use-intl/react';
import { eraseOwnWords } from '#lib/client/rights.ts';
import { Part } from './part.tsx';
import styles from './rights.module.css';
import { useRightsHere } from './rights-of.tsx';
import { Sure } from './sure.tsx';
import { useTalkName } from './use-talk-name.ts';

/** Erasing all one's own words at once, and the way to each talk for the rest. */
export function Erasing() {
  const t = useTranslations('rights.erase');
  const { roomId, past, partnerName, refresh } = useRightsHere();
  const talkName = useTalkName();
  const [done, setDone] = useState(false);
  const withWords = past.filter(({ words }) => words !== 'gone');
  const erase = async () => {
    const erased = await eraseOwnWords(roomId);
    if (erased) {
      setDone(true);
      await refresh();
    }
    return erased;
  };
  return (
    <Part heading={t('heading')}>
      <p>{t('about')}</p>
      <Sure label={t('everywhere')} title={t('title')} sure={t('sure')} act={erase}>
        <p>{t('sureAbout', { name: partnerName })}</p>
      </Sure>
      <div role="status">{done && <p>{t('done')}</p>}</div>
      <p>{withWords.length > 0 ? t('one') : t('none')}</p>
      <ul className={styles.list}>
        {withWords.map((session) => (
          <li key={session.sessionId}>
            <a href={`/room/${roomId}/replay/${session.sessionId}#words`}>{talkName(session)}</a>
          </li>
        ))}
      </ul>
    </Part>
  );
}
