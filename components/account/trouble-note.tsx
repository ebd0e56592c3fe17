'use client';

import { useTranslations } from 'use-intl/react';
import type { Trouble } from '#lib/client/account/trouble.ts';
import { TimeLeft } from './time-left.tsx';

interface Props {
  trouble: Trouble | null;
  /** Says it better than the usual words, where that is known. */
  children?: string | undefined;
}

/** Why something did not come about, and what to do next. */
export function TroubleNote({ trouble, children }: Props) {
  const t = useTranslations('account');
  if (!trouble) return null;
  const { reason, seconds } = trouble;
  return (
    <div role="alert" className="alert small">
      <p>
        {children ??
          (reason === 'wait'
            ? t.rich('trouble.wait', { time: () => <TimeLeft seconds={seconds ?? 60} /> })
            : t(`trouble.${reason}`))}
      </p>
      {reason === 'forbidden' && (
        <p>
          <a href="/account/sign-in#to=/account">{t('again')}</a>
        </p>
      )}
    </div>
  );
}
