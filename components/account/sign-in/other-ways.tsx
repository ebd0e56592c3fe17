'use client';

import { signIn } from 'next-auth/react';
import { useEffect, useRef, useState } from 'react';
import { useTranslations } from 'use-intl/react';
import { Button } from '#components/button/button.tsx';
import {
  choosePasskey,
  knowsPasskeys,
  offersPasskeys,
  signInWithChosen,
  signInWithPasskey,
  stopWaiting,
} from '#lib/client/account/passkey.ts';
import type { Signing } from '#lib/client/account/sign-in.ts';
import type { Work } from '../use-work.ts';
import styles from './other-ways.module.css';

interface Props {
  stay: boolean;
  provider: string | null;
  work: Work;
  onSigning(signing: Signing): void;
  onAskLink(): void;
}

/** The ways in beside a password. */
export function OtherWays({ stay, provider, work, onSigning, onAskLink }: Props) {
  const t = useTranslations('signIn');
  const [passkeys, setPasskeys] = useState(false);
  const now = useRef({ stay, work, onSigning });
  now.current = { stay, work, onSigning };

  useEffect(() => {
    setPasskeys(knowsPasskeys());
    let over = false;
    // Nothing is lost when this is not offered or not taken: the button does the same.
    const wait = async () => {
      if (!(await offersPasskeys()) || over) return;
      const chosen = await choosePasskey(true);
      if (over || !chosen.ok) return;
      // As one piece of work with the buttons: whoever comes in twice is put out of the first by the second.
      const { work: doing, stay: stays } = now.current;
      const signed = await doing.run(() => signInWithChosen(chosen.value, stays));
      if (signed) now.current.onSigning(signed.value);
    };
    wait().catch(() => undefined);
    return () => {
      over = true;
      stopWaiting();
    };
  }, []);

  const passkey = async () => {
    const signed = await work.run(() => signInWithPasskey(stay));
    if (signed) onSigning(signed.value);
  };
  return (
    <section className="stack" aria-labelledby="other">
      <h2 id="other" className={styles.or}>
        {t('other')}
      </h2>
      <div className={styles.ways}>
        {passkeys && (
          <Button off={work.busy} onPress={() => void passkey()}>
            {t('passkey')}
          </Button>
        )}
        <Button onPress={onAskLink}>{t('link')}</Button>
        {provider && (
          <Button
            off={work.busy}
            onPress={() => void signIn('oidc', { callbackUrl: '/account/sign-in' })}
          >
            {t('provider', { name: provider })}
          </Button>
        )}
      </div>
    </section>
  );
}
