'use client';

import { useState } from 'react';
import { useTranslations } from 'use-intl/react';
import { Button } from '#components/button/button.tsx';
import { type DeviceState, deviceState, emptyDevice } from '#lib/client/account/device.ts';
import { leave } from '#lib/client/account/enter.ts';
import { roomsAtStake } from '#lib/client/account-rooms.ts';
import { accepted } from '#lib/dialogue/result.ts';
import { KeepForm } from '../keep/keep-form.tsx';
import { TroubleNote } from '../trouble-note.tsx';
import { useWork } from '../use-work.ts';
import { Section } from './section.tsx';

/** Signing out on this device, which is emptied by it. */
export function Leaving({ onLeft }: { onLeft(end: 'left' | 'kept'): void }) {
  const t = useTranslations('account.leaving');
  const work = useWork();
  /** What goes for good; of the rooms only those of which the account has no key. */
  const [atStake, setAtStake] = useState<DeviceState | null>(null);

  const go = async () => {
    if (!(await work.run(leave))) return;
    const emptied = await emptyDevice();
    onLeft(emptied ? 'left' : 'kept');
  };
  const ask = async () => {
    const found = await work.run(async () => {
      const state = await deviceState();
      return accepted({ ...state, rooms: await roomsAtStake(state.rooms) });
    });
    if (!found) return;
    const { unsent, drafts, rooms } = found.value;
    if (unsent + drafts + rooms.length > 0) setAtStake(found.value);
    else await go();
  };
  return (
    <Section title={t('heading')} about={t('about')}>
      {atStake && (
        <div role="alert" className="alert small stack">
          {atStake.unsent > 0 && <p>{t('unsent', { count: atStake.unsent })}</p>}
          {atStake.drafts > 0 && <p>{t('drafts')}</p>}
          {atStake.rooms.length > 0 && <p>{t('rooms', { count: atStake.rooms.length })}</p>}
        </div>
      )}
      {atStake && atStake.rooms.length > 0 && (
        <KeepForm
          rooms={atStake.rooms}
          onKept={(rooms) => setAtStake({ ...atStake, rooms: [...rooms] })}
        />
      )}
      <TroubleNote trouble={work.trouble} />
      <Button off={work.busy} onPress={() => void (atStake ? go() : ask())}>
        {work.busy ? t('leaving') : t(loses(atStake) ? 'anyway' : 'leave')}
      </Button>
    </Section>
  );
}

function loses(state: DeviceState | null): boolean {
  return state !== null && state.unsent + state.drafts + state.rooms.length > 0;
}
