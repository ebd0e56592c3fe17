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
    { place: { at: 'cues' }, label: t('cues'), about: t('cuesAbout') },
    { place: { at: 'profile' }, label: t('profile'), about: shown },
    { place: { at: 'take', caseId: null }, label: t('take'), about: t('takeAbout') },
  ] as const;
  return (
    <Part title={t('heading')}>
      <ul className={styles.tools}>
        {tools.map(({ place, label, about }) => (
          <li key={place.at}>
            <a className={styles.tool} href={addressOf(place)}>
              <span>{label}</span>
              <span className="soft small">{about}</span>
            </a>
          </li>
        ))}
      </ul>
    </Part>
  );
}
