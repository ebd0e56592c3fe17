'use client';

import { useTranslations } from 'use-intl/react';
import { Button } from '#components/button/button.tsx';
import type { Seat } from '#lib/dialogue/seat.ts';
import type { ObservationSeen } from '#lib/observation.ts';
import { useDoorHere } from './door-here.tsx';
import { Who } from './who.tsx';

/** This partner said yes; nothing is told of the other. */
export function SaidYes({ observation, you }: { observation: ObservationSeen; you: Seat }) {
  const t = useTranslations('observing');
  const { keeper, busy, ask } = useDoorHere();
  const { name, lenses, privateCues } = observation;
  const lens = lenses[you] ?? 'phases';
  return (
    <>
      <section className="card stack" aria-labelledby="said-yes">
        <h2 id="said-yes">{t('turn.done')}</h2>
        <p>
          {t('turn.chosen', { lens: t(`lens.${lens}.label`) })}{' '}
          {t(privateCues[you] ? 'turn.alone' : 'turn.together')}
        </p>
        <p>{t('turn.doneAbout', { name })}</p>
        <Button
          className="button-wide"
          off={busy}
          onPress={() => void ask(() => keeper.takeBack())}
        >
          {t('turn.takeBack')}
        </Button>
      </section>
      <Who observation={observation} />
      <Button className="button-wide" off={busy} onPress={() => void ask(() => keeper.decline())}>
        {t('turn.no')}
      </Button>
      <p className="small soft">{t('turn.free', { name })}</p>
    </>
  );
}
