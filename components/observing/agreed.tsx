'use client';

import { useTranslations } from 'use-intl/react';
import { Button } from '#components/button/button.tsx';
import type { Comparing } from '#lib/client/observation/doorkeeper.ts';
import { lesserOf } from '#lib/dialogue/observer.ts';
import type { ObservationSeen } from '#lib/observation.ts';
import { Digits } from './digits.tsx';
import { useDoorHere } from './door-here.tsx';
import styles from './who.module.css';

interface Props {
  observation: ObservationSeen;
  comparing: Comparing;
  /** The digits were others, or were tampered with. */
  onOther(): void;
}

/** Both said yes: what holds now, and whether it is really them. */
export function Agreed({ observation, comparing, onOther }: Props) {
  const t = useTranslations('observing');
  const { keeper, busy, ask } = useDoorHere();
  const { name, lenses, privateCues } = observation;
  const lens = lesserOf(lenses.a ?? 'phases', lenses.b ?? 'phases');
  return (
    <>
      <dl className={`card ${styles.who}`}>
        <div>
          <dt>{t('holds.lens', { name })}</dt>
          <dd>
            <strong>{t(`lens.${lens}.label`)}.</strong> {t(`lens.${lens}.about`)}
          </dd>
        </div>
        <div>
          <dt>{t('holds.cues', { name })}</dt>
          <dd>{t(privateCues.a && privateCues.b ? 'holds.alone' : 'holds.together')}</dd>
        </div>
      </dl>
      <Digits name={name} comparing={comparing} onOther={onOther} />
      {comparing.at !== 'compare' && (
        <>
          <Button
            className="button-wide"
            off={busy}
            onPress={() => void ask(() => keeper.takeBack())}
          >
            {t('turn.takeBack')}
          </Button>
          <p className="small soft">{t('turn.seen', { name })}</p>
        </>
      )}
    </>
  );
}
