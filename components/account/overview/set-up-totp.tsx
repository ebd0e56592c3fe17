'use client';

import { type FormEvent, useEffect, useState } from 'react';
import { useTranslations } from 'use-intl/react';
import { QrCode } from '#components/qr-code/qr-code.tsx';
import type { AccountOverview } from '#lib/account/overview.ts';
import type { TotpBegun } from '#lib/account.ts';
import { beginTotp, confirmTotp } from '#lib/client/account/overview.ts';
import { FreshForm } from '../fresh-form.tsx';
import { SecondField } from '../second-field.tsx';
import { Submit } from '../submit.tsx';
import { TroubleNote } from '../trouble-note.tsx';
import { useFresh } from '../use-fresh.ts';
import { useSecond } from '../use-second.ts';
import { useWork } from '../use-work.ts';
import styles from './set-up-totp.module.css';

interface Props {
  overview: AccountOverview;
  onDone(codes: readonly string[]): void;
}

/** Sets up codes from an app: its secret as a code to scan and as text, and one code to show that it works. */
export function SetUpTotp({ overview, onDone }: Props) {
  const t = useTranslations('account.factor');
  const common = useTranslations('common');
  const fresh = useFresh();
  const { work: beginning } = fresh;
  const confirming = useWork();
  const second = useSecond('totp');
  const [begun, setBegun] = useState<TotpBegun | null>(null);

  const begin = () => fresh.run(beginTotp, setBegun);
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when it is opened
  useEffect(() => {
    void begin();
  }, []);

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const given = second.take();
    if (!given || !begun) return confirming.forget();
    const answer = await confirming.run(() => confirmTotp(begun.ticket, given.code));
    if (answer) onDone(answer.value);
  };
  if (fresh.waiting) return <FreshForm overview={overview} fresh={fresh} />;
  if (!begun) {
    return (
      <>
        <p role="status" className="soft">
          {beginning.busy && t('beginning')}
        </p>
        <TroubleNote trouble={beginning.trouble} />
        {beginning.trouble && (
          <button type="button" className="button" onClick={() => void begin()}>
            {common('retry')}
          </button>
        )}
      </>
    );
  }
  return (
    <form className="stack" onSubmit={submit} noValidate>
      <p>{t('beginAbout')}</p>
      <div className={styles.code}>
        <QrCode text={begun.address} label={t('qr')} />
      </div>
      {begun.address.startsWith('otpauth://') && (
        <a className="button" href={begun.address}>
          {t('open')}
        </a>
      )}
      <p className="small">
        {t('secret')}: <code className={styles.secret}>{groups(begun.secret)}</code>
      </p>
      <SecondField second={second} both={false} />
      <TroubleNote trouble={confirming.trouble} />
      <Submit work={confirming} label={t('confirm')} busyLabel={t('confirming')} />
    </form>
  );
}

/** In fours, which are easier to copy by hand; apps do not mind the spaces. */
function groups(secret: string): string {
  return secret.replace(/(.{4})(?=.)/g, '$1 ');
}
