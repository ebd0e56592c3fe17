'use client';

import { useTranslations } from 'use-intl/react';
import type { EntranceRefusal } from '#lib/client/entrance.ts';
import { Screen } from './screen.tsx';

interface Props {
  reason: EntranceRefusal | 'missing';
  onRetry(): void;
}

/** Why this link leads nowhere now, and what to do about it. */
export function Refused({ reason, onRetry }: Props) {
  const t = useTranslations('join');
  const common = useTranslations('common');
  const kind = kinds[reason];
  const passes = kind === 'offline' || kind === 'storage';
  return (
    <Screen key={kind} title={t(`${kind}.title`)} body={t(`${kind}.body`)}>
      <div className="row">
        {passes && (
          <button type="button" className="button button-primary" onClick={onRetry}>
            {common('retry')}
          </button>
        )}
        <a className="button" href="/">
          {common('toStart')}
        </a>
      </div>
    </Screen>
  );
}

const kinds = {
  missing: 'missing',
  used: 'used',
  expired: 'expired',
  withdrawn: 'withdrawn',
  own: 'own',
  'other-key': 'otherKey',
  storage: 'storage',
  'no-answer': 'offline',
  unknown: 'unknown',
  // A form answers for a wrong name; a link cannot have one.
  name: 'unknown',
} as const satisfies Record<Props['reason'], string>;
