'use client';

import { useEffect, useState } from 'react';
import { useTranslations } from 'use-intl/react';
import { deviceState } from '#lib/client/account/device.ts';
import { Frame } from '../frame.tsx';

interface Props {
  onGoOn(): void;
  onBack(): void;
}

/** What is lost without the recovery code, said before anything happens. */
export function Without({ onGoOn, onBack }: Props) {
  const t = useTranslations('reset.without');
  const [count, setCount] = useState<number | null>(null);
  useEffect(() => {
    deviceState().then(
      ({ rooms }) => setCount(rooms.length),
      () => setCount(0),
    );
  }, []);
  return (
    <Frame arrived title={t('heading')}>
      <p>{t('about')}</p>
      <div className="card stack">
        <p>{count === null ? ' ' : t('device', { count })}</p>
        <p>{t('elsewhere')}</p>
      </div>
      <p>{t('partner')}</p>
      <button type="button" className="button button-primary button-wide" onClick={onGoOn}>
        {t('goOn')}
      </button>
      <button type="button" className="button button-quiet" onClick={onBack}>
        {t('back')}
      </button>
    </Frame>
  );
}
