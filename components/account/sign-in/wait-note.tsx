'use client';

import { useState } from 'react';
import { useTranslations } from 'use-intl/react';
import { TimeLeft } from '../time-left.tsx';

interface Props {
  seconds: number;
  /** Whether the ways that still work are named. */
  ways: boolean;
}

/** How long it takes before somebody can try again, and then that they can. */
export function WaitNote({ seconds, ways }: Props) {
  const t = useTranslations('signIn');
  const [over, setOver] = useState(false);
  return (
    <div role="alert" className="alert small">
      <p>
        {over
          ? t('waitOver')
          : t.rich('wait', {
              time: () => <TimeLeft seconds={seconds} onOver={() => setOver(true)} />,
            })}
      </p>
      {ways && !over && <p>{t('waitWays')}</p>}
    </div>
  );
}
