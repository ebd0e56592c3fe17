'use client';

import { useCallback, useState } from 'react';
import { useTranslations } from 'use-intl/react';
import { Button } from '#components/button/button.tsx';
import { useLooking } from '#components/keys/use-looking.ts';
import { lesserOf } from '#lib/dialogue/observer.ts';
import type { ObservationSeen } from '#lib/observation.ts';
import { useDoorHere } from './door-here.tsx';

/** Somebody is in: what they see, and the way to let them go. */
export function Admitted({ observation }: { observation: ObservationSeen }) {
  const t = useTranslations('observing');
  const { roomId, keeper } = useDoorHere();
  const [asked, setAsked] = useState(false);
  const { name, lenses } = observation;
  const lens = lesserOf(lenses.a ?? 'phases', lenses.b ?? 'phases');
  // Until it has arrived; this screen then shows something else.
  const showOut = useCallback(() => keeper.showOut(), [keeper]);
  useLooking<unknown>(asked, showOut, null);
  return (
    <>
      <div className="card stack">
        <p>
          <strong>{t(`lens.${lens}.label`)}.</strong> {t(`lens.${lens}.about`)}
        </p>
        <p>{t('admitted.before', { name })}</p>
        <p>{t('turn.once')}</p>
      </div>
      <div className="stack">
        <a className="button button-primary button-wide" href={`/room/${roomId}`}>
          {t('back')}
        </a>
        <Button className="button-wide" off={asked} onPress={() => setAsked(true)}>
          {asked ? t('bar.going', { name }) : t('admitted.letGo', { name })}
        </Button>
        <p className="small soft">{t('admitted.letGoAbout', { name })}</p>
      </div>
    </>
  );
}
