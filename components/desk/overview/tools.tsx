'use client';

import { useTranslations } from 'use-intl/react';
import { useDeskHere } from '../desk-here.tsx';
import { Part } from '../part.tsx';
import { addressOf } from '../use-place.ts';
import styles from './overview.module.css';

/** The ways to what is not about one couple. */
export function Tools() {
  const t = useTranslations('desk.tools');
  const { profile } = useDeskHere();
  const shown = profile ? `${profile.name}, ${profile.role}` : t('profileEmpty');
  const tools = [
    { at: 'cues', label: t('cues'), about: t('cuesAbout') },
    { at: 'profile', label: t('profile'), about: shown },
    { at: 'take', label: t('take'), about: t('takeAbout') },
  ] as const;
  return (
    <Part title={t('heading')}>
      <ul className={styles.tools}>
        {tools.map(({ at, label, about }) => (
          <li key={at}>
            <a className={styles.tool} href={addressOf({ at })}>
              <span>{label}</span>
              <span className="soft small">{about}</span>
            </a>
          </li>
        ))}
      </ul>
    </Part>
  );
}
