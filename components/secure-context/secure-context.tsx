'use client';

import { type ReactNode, useSyncExternalStore } from 'react';
import { useTranslations } from 'use-intl/react';
import styles from './secure-context.module.css';

const never = () => () => {};

/** Lets through only where the browser allows sealing; elsewhere says why not, and what to do. */
export function SecureContext({ children }: { children: ReactNode }) {
  const secure = useSyncExternalStore(
    never,
    () => window.isSecureContext,
    // The server cannot tell; it takes the usual case, so that nobody waits for the page.
    () => true,
  );
  return secure ? children : <Insecure />;
}

function Insecure() {
  const t = useTranslations('common.secure');
  return (
    <main id="content" className="page">
      <h1>{t('title')}</h1>
      <p>{t('why')}</p>
      <p>{t('visitor')}</p>
      <p className="soft">
        {t.rich('host', { command: (text) => <code className={styles.command}>{text}</code> })}
      </p>
    </main>
  );
}
