'use client';

import { type ReactNode, useEffect, useState } from 'react';
import { useTranslations } from 'use-intl/react';
import { hearTabs } from '#lib/client/account/tabs.ts';
import { Frame } from './frame.tsx';

/** Shows what is inside for as long as nobody signs out, in this tab or in another. */
export function WhileSignedIn({ children }: { children: ReactNode }) {
  const [out, setOut] = useState(false);
  useEffect(() => hearTabs((message) => setOut(message === 'out')), []);
  return out ? <SignedOut /> : children;
}

/** Nobody is signed in here any more. */
export function SignedOut() {
  const t = useTranslations('account.out');
  return (
    <Frame arrived title={t('heading')}>
      <p>{t('text')}</p>
      <a className="button button-primary" href="/account/sign-in">
        {t('signIn')}
      </a>
    </Frame>
  );
}
