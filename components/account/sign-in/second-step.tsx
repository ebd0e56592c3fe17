'use client';

import { type FormEvent, useState } from 'react';
import { useTranslations } from 'use-intl/react';
import { Button } from '#components/button/button.tsx';
import { signInWithPasskey } from '#lib/client/account/passkey.ts';
import { giveSecond, type Signing } from '#lib/client/account/sign-in.ts';
import { Frame } from '../frame.tsx';
import { SecondField } from '../second-field.tsx';
import { Submit } from '../submit.tsx';
import { TroubleNote } from '../trouble-note.tsx';
import { useSecond } from '../use-second.ts';
import { useWork } from '../use-work.ts';
import { WaitNote } from './wait-note.tsx';

interface Props {
  signing: Extract<Signing, { at: 'second' }>;
  stay: boolean;
  onSigning(signing: Signing): void;
  onBack(): void;
}

/** The second step of signing in: a code from an app, a backup code or a passkey. */
export function SecondStep({ signing: { ticket, ways, kek }, stay, onSigning, onBack }: Props) {
  const t = useTranslations('signIn.second');
  const common = useTranslations('account.second');
  const work = useWork();
  const second = useSecond(ways.includes('totp') ? 'totp' : 'backup');
  const [answer, setAnswer] = useState<Signing | null>(null);
  const typed = ways.includes('totp') || ways.includes('backup');

  const take = (signed: { value: Signing } | null) => {
    if (!signed) return;
    setAnswer(signed.value);
    onSigning(signed.value);
  };
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (work.busy) return;
    setAnswer(null);
    const given = second.take();
    if (given) take(await work.run(() => giveSecond(ticket, given, kek)));
  };
  const passkey = async () => {
    setAnswer(null);
    take(await work.run(() => signInWithPasskey(stay, kek)));
  };
  return (
    <Frame arrived title={t('heading')}>
      <p>{t('about')}</p>
      <form className="stack" onSubmit={submit} noValidate>
        {typed && (
          <SecondField second={second} both={ways.includes('totp') && ways.includes('backup')} />
        )}
        {answer?.at === 'refused' && (
          <p role="alert" className="alert small">
            {t('refused')}
          </p>
        )}
        {answer?.at === 'wait' && <WaitNote seconds={answer.seconds} ways={false} />}
        <TroubleNote trouble={work.trouble} />
        {typed && <Submit work={work} label={t('submit')} busyLabel={t('busy')} />}
      </form>
      {ways.includes('passkey') && (
        <Button off={work.busy} onPress={() => void passkey()}>
          {common('passkey')}
        </Button>
      )}
      <Button className="button-quiet" onPress={onBack}>
        {t('back')}
      </Button>
    </Frame>
  );
}
