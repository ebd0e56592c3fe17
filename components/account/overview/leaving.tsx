'use client';

import { useState } from 'react';
import { useTranslations } from 'use-intl/react';
import { Button } from '#components/button/button.tsx';
import { type DeviceState, deviceState, emptyDevice } from '#lib/client/account/device.ts';
import { leave } from '#lib/client/account/enter.ts';
import { TroubleNote } from '../trouble-note.tsx';
import { useWork } from '../use-work.ts';
import { Section } from './section.tsx';

/** Signing out on this device, which is emptied by it. */
export function Leaving({ onLeft }: { onLeft(end: 'left' | 'kept'): void }) {
  const t = useTranslations('account.leaving');
  const work = useWork();
  const [atStake, setAtStake] = useState<DeviceState | null>(null);

  const go = async () => {
    if (!(await work.run(leave))) return;
    const emptied = await emptyDevice();
    onLeft(emptied ? 'left' : 'kept');
  };
  const ask = async () => {
    const state = await deviceState();
    if (state.unsent + state.drafts > 0) setAtStake(state);
    else await go();
  };
  return (
    <Section title={t('heading')} about={t('about')}>
      {atStake && (
        <div role="alert" className="alert small stack">
          {atStake.unsent > 0 && <p>{t('unsent', { count: atStake.unsent })}</p>}
          {atStake.drafts > 0 && <p>{t('drafts')}</p>}
        </div>
      )}
      <TroubleNote trouble={work.trouble} />
      <Button off={work.busy} onPress={() => void (atStake ? go() : ask())}>
        {work.busy ? t('leaving') : t(atStake ? 'anyway' : 'leave')}
      </Button>
    </Section>
  );
}
