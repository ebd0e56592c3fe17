'use client';

import { useState } from 'react';
import { useTranslations } from 'use-intl/react';
import { Button } from '#components/button/button.tsx';
import type { Lens } from '#lib/dialogue/observer.ts';
import type { ObservationSeen } from '#lib/observation.ts';
import { CueChoice } from './cue-choice.tsx';
import { useDoorHere } from './door-here.tsx';
import { LensChoice } from './lens-choice.tsx';
import { Who } from './who.tsx';

/** Somebody waits, and this partner has not said yes: who it is, what they may see, and yes or no. */
export function Knock({ observation }: { observation: ObservationSeen }) {
  const t = useTranslations('observing');
  const { partner, keeper, busy, ask } = useDoorHere();
  // The least of it, until somebody wants more.
  const [lens, setLens] = useState<Lens>('phases');
  const [privately, setPrivately] = useState(false);
  const { name } = observation;
  return (
    <>
      <p>{t('knock.calm', { name })}</p>
      <div className="card">
        <Who observation={observation} />
      </div>
      <LensChoice name={name} partner={partner} lens={lens} onChoose={setLens} />
      <CueChoice privately={privately} onChoose={setPrivately} />
      <section className="stack" aria-labelledby="both">
        <h2 id="both">{t('turn.both', { partner })}</h2>
        <p>{t('turn.seen', { name })}</p>
        <p>{t('turn.once')}</p>
        <Button
          className="button-primary button-wide"
          off={busy}
          onPress={() => void ask(() => keeper.turn(lens, privately))}
        >
          {t('turn.yes', { name })}
        </Button>
        <Button className="button-wide" off={busy} onPress={() => void ask(() => keeper.decline())}>
          {t('turn.no')}
        </Button>
        <p className="small soft">{t('turn.free', { name })}</p>
      </section>
    </>
  );
}
