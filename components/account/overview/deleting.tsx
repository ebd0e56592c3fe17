'use client';

import { useState } from 'react';
import { useTranslations } from 'use-intl/react';
import type { AccountOverview } from '#lib/account/overview.ts';
import { deleteAccount } from '#lib/client/account/change.ts';
import { ProveForm } from '../prove-form.tsx';
import { Section } from './section.tsx';

interface Props {
  overview: AccountOverview;
  onDeleted(): void;
}

/** Deleting the account: what goes and what stays, and then once more, with proof. */
export function Deleting({ overview, onDeleted }: Props) {
  const t = useTranslations('account.deleting');
  const [asking, setAsking] = useState(false);
  return (
    <Section title={t('heading')} about={t('about')}>
      {overview.role === 'therapist' && <p>{t('desk')}</p>}
      <p className="soft small">{t('erase')}</p>
      <button
        type="button"
        className="button"
        aria-expanded={asking}
        onClick={() => setAsking(!asking)}
      >
        {t('begin')}
      </button>
      {asking && (
        <div className="stack">
          <p className="alert small">{t('final')}</p>
          <ProveForm
            overview={overview}
            label={t('sure')}
            busyLabel={t('busy')}
            work={deleteAccount}
            onDone={onDeleted}
          />
        </div>
      )}
    </Section>
  );
}
