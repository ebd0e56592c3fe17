'use client';

import { useTranslations } from 'use-intl/react';
import { Button } from '#components/button/button.tsx';
import { Ripple } from '#components/ripple/ripple.tsx';
import { useHere } from '#components/room/here.tsx';
import { HomeLink } from '#components/room/lobby/home-link.tsx';
import { RoomFrame } from '#components/room/room-frame.tsx';
import type { AboutTexts } from '#lib/exercises/exercise-file.ts';
import { MadeUp } from './made-up.tsx';
import styles from './taste.module.css';

/** Before it begins: what will happen, and plainly that nobody is on the other side. */
export function Arrival({ about }: { about: AboutTexts }) {
  const t = useTranslations('taste');
  const { room, view, partnerName: name } = useHere();
  const { proposal } = view;
  return (
    <RoomFrame who={<MadeUp />} control={<HomeLink />}>
      <section className={styles.screen}>
        <div className={styles.ripple}>
          <Ripple />
        </div>
        <h1>{about.name}</h1>
        <p>{about.purpose}</p>
        <div className="card stack small">
          <p>{t('played', { name })}</p>
          <p>
            <strong>{t('nothingSent')}</strong>
          </p>
        </div>
        <Button
          className="button-primary button-wide"
          onPress={() => proposal && void room.openProposed(proposal)}
        >
          {t('begin', { name })}
        </Button>
      </section>
    </RoomFrame>
  );
}
