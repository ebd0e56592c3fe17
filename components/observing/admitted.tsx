'use client';

import { useState } from 'react';
import { useTranslations } from 'use-intl/react';
import { Button } from '#components/button/button.tsx';
import { lesserOf } from '#lib/dialogue/observer.ts';
import type { ObservationSeen } from '#lib/observation.ts';
import { useDoorHere } from './door-here.tsx';

/** Somebody is in: what they see, and the way to let them go. */
export function Admitted({ observation }: { observation: ObservationSeen }) {
  const t = useTranslations('observing');
  const { roomId, keeper, busy, ask } = useDoorHere();
  const [stayed, setStayed] = useState(false);
  const { name, lenses } = observation;
  const lens = lesserOf(lenses.a ?? 'phases', lenses.b ?? 'phases');
  const letGo = () =>
    ask(async () => {
      const stage = await keeper.showOut();
      // In a talk it is a move of that talk.
      setStayed(stage.stage === 'open' && stage.tended.observation?.stage === 'admitted');
      return stage;
    });
  return (
    <>
      <div className="card stack">
        <p>
          <strong>{t(`lens.${lens}.label`)}.</strong> {t(`lens.${lens}.about`)}
        </p>
        <p>{t('admitted.before', { name })}</p>
      </div>
      <div className="stack">
        <a className="button button-primary button-wide" href={`/room/${roomId}`}>
          {t('back')}
        </a>
        <Button className="button-wide" off={busy} onPress={() => void letGo()}>
          {t('admitted.letGo', { name })}
        </Button>
        <p role="status" className="small">
          {stayed && t('admitted.inTalk', { name })}
        </p>
        <p className="small soft">{t('admitted.letGoAbout', { name })}</p>
      </div>
    </>
  );
}
