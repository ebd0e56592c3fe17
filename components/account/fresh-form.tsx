'use client';

import { useTranslations } from 'use-intl/react';
import { Dialog } from '#components/dialog/dialog.tsx';
import type { AccountOverview } from '#lib/account/overview.ts';
import { ProveForm } from './prove-form.tsx';
import type { Fresh } from './use-fresh.ts';

interface Props {
  overview: AccountOverview;
  fresh: Fresh;
}

/** Asks once more who it is, where somebody came in too long ago for what they want to do. */
export function FreshForm({ overview, fresh: { waiting, forget } }: Props) {
  const t = useTranslations('account.prove');
  if (!waiting) return null;
  return (
    <ProveForm
      overview={overview}
      label={t('goOn')}
      busyLabel={t('busy')}
      work={waiting}
      onDone={(finish) => {
        forget();
        finish();
      }}
    />
  );
}

/** As `FreshForm`, above a page. */
export function FreshDialog({ overview, fresh }: Props) {
  const t = useTranslations('account.prove');
  return (
    <Dialog open={fresh.waiting !== null} title={t('heading')} onClose={fresh.forget}>
      <FreshForm overview={overview} fresh={fresh} />
    </Dialog>
  );
}
