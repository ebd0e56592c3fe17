'use client';

import { useState } from 'react';
import { useTranslations } from 'use-intl/react';
import { Dialog } from '#components/dialog/dialog.tsx';
import { Moment } from '#components/language/moment.tsx';
import { ChangePassword } from './change-password.tsx';
import { Provider } from './provider.tsx';
import { RenewRecovery } from './renew-recovery.tsx';
import { Row, Section } from './section.tsx';
import type { OfOverview } from './use-overview.ts';

/** The password, the recovery code and a provider of sign-in. */
export function SigningIn({ overview, onChanged }: OfOverview) {
  const t = useTranslations('account.signingIn');
  const [open, setOpen] = useState<'password' | 'recovery' | null>(null);
  const [said, setSaid] = useState<string | null>(null);
  const done = (what: string) => {
    setOpen(null);
    setSaid(what);
    onChanged();
  };
  const begin = (what: 'password' | 'recovery') => {
    setSaid(null);
    setOpen(what);
  };
  const close = () => setOpen(null);
  return (
    <Section title={t('heading')} said={said}>
      <Row
        what={t.rich('passwordSince', {
          when: () => <Moment at={overview.passwordChangedAt} form="date" />,
        })}
      >
        <button
          type="button"
          className="button"
          aria-label={t('changeHeading')}
          onClick={() => begin('password')}
        >
          {t('change')}
        </button>
      </Row>
      <Row what={t(overview.recovery ? 'recovery' : 'noRecovery')}>
        <button
          type="button"
          className="button"
          aria-label={t('renewHeading')}
          onClick={() => begin('recovery')}
        >
          {t('renew')}
        </button>
      </Row>
      {overview.provider && (
        <Provider
          overview={overview}
          provider={overview.provider}
          onSaid={setSaid}
          onChanged={onChanged}
        />
      )}
      <Dialog open={open === 'password'} title={t('changeHeading')} onClose={close}>
        <ChangePassword overview={overview} onDone={() => done(t('saved'))} />
      </Dialog>
      <Dialog open={open === 'recovery'} title={t('renewHeading')} onClose={close}>
        <RenewRecovery overview={overview} onDone={() => done(t('renewed'))} />
      </Dialog>
    </Section>
  );
}
