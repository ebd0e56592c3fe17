'use client';

import { useState } from 'react';
import { useTranslations } from 'use-intl/react';
import { Dialog } from '#components/dialog/dialog.tsx';
import { linkProvider, unlinkProvider } from '#lib/client/account/provider.ts';
import { ProveForm } from '../prove-form.tsx';
import { Row } from './section.tsx';
import type { OfOverview } from './use-overview.ts';

interface Props extends OfOverview {
  /** What the provider of sign-in is called, and whether the account is linked to it. */
  provider: { name: string; linked: boolean };
  onSaid(what: string | null): void;
}

/** Linking the account to a provider of sign-in, and undoing that. */
export function Provider({ overview, provider: { name, linked }, onSaid, onChanged }: Props) {
  const t = useTranslations('account.signingIn');
  const [open, setOpen] = useState(false);
  const close = () => setOpen(false);
  const heading = t(linked ? 'unlinkHeading' : 'linkHeading', { name });
  const unlinked = () => {
    close();
    onSaid(t('unlinked', { name }));
    onChanged();
  };
  return (
    <>
      <Row what={t(linked ? 'providerOn' : 'provider', { name })}>
        <button
          type="button"
          className="button"
          aria-label={heading}
          onClick={() => {
            onSaid(null);
            setOpen(true);
          }}
        >
          {t(linked ? 'unlink' : 'link')}
        </button>
      </Row>
      <Dialog open={open} title={heading} onClose={close}>
        <p>{t(linked ? 'unlinkAbout' : 'linkAbout', { name })}</p>
        <ProveForm
          overview={overview}
          label={t(linked ? 'unlink' : 'link')}
          busyLabel={linked ? t('unlinking') : t('linking', { name })}
          work={linked ? unlinkProvider : linkProvider}
          onDone={linked ? unlinked : () => undefined}
        />
      </Dialog>
    </>
  );
}
