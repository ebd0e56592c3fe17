'use client';

import { useState } from 'react';
import { useTranslations } from 'use-intl/react';
import type { AccountOverview } from '#lib/account.ts';
import { makeRecoveryCode, type NextCode, putRecoveryCode } from '#lib/client/account/change.ts';
import type { Given } from '#lib/client/account/proof.ts';
import { ProveForm } from '../prove-form.tsx';
import { ShowCode } from '../recovery/show-code.tsx';
import { TypeCode } from '../recovery/type-code.tsx';
import { useWork } from '../use-work.ts';

interface Props {
  overview: AccountOverview;
  onDone(): void;
}

/** Another recovery code, which counts only once it was typed. */
export function RenewRecovery({ overview, onDone }: Props) {
  const t = useTranslations('account.signingIn');
  const work = useWork();
  const [made, setMade] = useState<{ next: NextCode; given: Given } | null>(null);
  const [typing, setTyping] = useState(false);
  if (!made) {
    return (
      <>
        <p>{t('renewAbout')}</p>
        <ProveForm
          overview={overview}
          label={t('make')}
          busyLabel={t('making')}
          work={({ password }) => makeRecoveryCode(password)}
          onDone={(next, given) => setMade({ next, given })}
        />
      </>
    );
  }
  const { next, given } = made;
  if (!typing) return <ShowCode code={next.recoveryCode} onKept={() => setTyping(true)} />;
  return (
    <TypeCode
      code={next.recoveryCode}
      work={work}
      label={t('confirm')}
      busyLabel={t('confirming')}
      onTyped={async () => {
        if (await work.run(() => putRecoveryCode(given, next))) onDone();
      }}
      onBack={() => setTyping(false)}
    />
  );
}
