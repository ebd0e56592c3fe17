'use client';

import { useState } from 'react';
import { useTranslations } from 'use-intl/react';
import { Dialog } from '#components/dialog/dialog.tsx';
import { removeTotp, renewBackupCodes } from '#lib/client/account/change.ts';
import { BackupCodes } from '../backup-codes.tsx';
import { ProveForm } from '../prove-form.tsx';
import { Row, Section } from './section.tsx';
import { SetUpTotp } from './set-up-totp.tsx';
import type { OfOverview } from './use-overview.ts';

type Open = 'setUp' | 'remove' | 'renew' | null;

/** Codes from an app as a second factor, and the backup codes for when the app is gone. */
export function Factor({ overview, onChanged }: OfOverview) {
  const t = useTranslations('account.factor');
  const backup = useTranslations('account.backup');
  const [open, setOpen] = useState<Open>(null);
  const [codes, setCodes] = useState<readonly string[]>([]);
  const [said, setSaid] = useState<string | null>(null);
  const begin = (what: Open) => {
    setSaid(null);
    setOpen(what);
  };
  const done = (what: string, shown: readonly string[] = []) => {
    setOpen(null);
    setCodes(shown);
    setSaid(what);
    onChanged();
  };
  const close = () => setOpen(null);
  const keep = () => setCodes([]);
  return (
    <Section title={t('heading')} about={t('about')} said={said}>
      <Row what={t(overview.totp ? 'appOn' : 'appOff')}>
        {overview.totp ? (
          <button
            type="button"
            className="button"
            aria-label={t('removeHeading')}
            onClick={() => begin('remove')}
          >
            {t('remove')}
          </button>
        ) : (
          <button type="button" className="button" onClick={() => begin('setUp')}>
            {t('setUp')}
          </button>
        )}
      </Row>
      {(overview.totp || overview.passkeys.length > 0) && (
        <Row what={t('backup', { count: overview.backupCodesLeft })}>
          <button
            type="button"
            className="button"
            aria-label={t('renewHeading')}
            onClick={() => begin('renew')}
          >
            {t('renew')}
          </button>
        </Row>
      )}
      <Dialog open={open === 'setUp'} title={t('beginHeading')} onClose={close}>
        <SetUpTotp overview={overview} onDone={(shown) => done(t('on'), shown)} />
      </Dialog>
      <Dialog open={open === 'remove'} title={t('removeHeading')} onClose={close}>
        <p>{t('removeAbout')}</p>
        <ProveForm
          overview={overview}
          label={t('remove')}
          busyLabel={t('removing')}
          work={removeTotp}
          onDone={() => done(t('removed'))}
        />
      </Dialog>
      <Dialog open={open === 'renew'} title={t('renewHeading')} onClose={close}>
        <p>{t('renewAbout')}</p>
        <ProveForm
          overview={overview}
          label={t('make')}
          busyLabel={t('making')}
          work={renewBackupCodes}
          onDone={(shown) => done('', shown)}
        />
      </Dialog>
      <Dialog open={codes.length > 0} title={backup('heading')} onClose={keep}>
        <BackupCodes codes={codes} onKept={keep} />
      </Dialog>
    </Section>
  );
}
