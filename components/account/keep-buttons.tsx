'use client';

import { useState } from 'react';
import { useTranslations } from 'use-intl/react';
import styles from './keep-buttons.module.css';

interface Props {
  /** What is to be kept, as plain text. */
  text: string;
  /** What a file of it is called. */
  file: string;
}

/** Three ways to keep a secret that is shown once: copy, print, download. */
export function KeepButtons({ text, file }: Props) {
  const t = useTranslations('account.keep');
  const [copied, setCopied] = useState<'copied' | 'byHand' | null>(null);
  const copy = async () => {
    const done = await navigator.clipboard.writeText(text).then(
      () => true,
      () => false,
    );
    setCopied(done ? 'copied' : 'byHand');
  };
  return (
    <div className={styles.keep}>
      <div className={styles.buttons}>
        <button type="button" className="button" onClick={() => void copy()}>
          {t('copy')}
        </button>
        <button type="button" className="button" onClick={() => window.print()}>
          {t('print')}
        </button>
        <button type="button" className="button" onClick={() => download(text, file)}>
          {t('download')}
        </button>
      </div>
      <p role="status" className="small">
        {copied && t(copied)}
      </p>
    </div>
  );
}

function download(text: string, file: string): void {
  const address = URL.createObjectURL(new Blob([`${text}\n`], { type: 'text/plain' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = file;
  link.click();
  URL.revokeObjectURL(address);
}
