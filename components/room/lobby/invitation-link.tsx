'use client';

import { useRef, useState } from 'react';
import { useTranslations } from 'use-intl/react';
import { QrCode } from '#components/qr-code/qr-code.tsx';
import styles from './invitation-link.module.css';

interface Props {
  link: string;
  /** What the code and the link are called, and what is said when the link is shared. */
  texts: { code: string; label: string; share: string };
}

/** The link of an invitation, to copy, to share and to scan. */
export function InvitationLink({ link, texts }: Props) {
  const t = useTranslations('room.invite');
  const field = useRef<HTMLInputElement>(null);
  const [copied, setCopied] = useState<'copied' | 'byHand' | null>(null);
  const canShare = typeof navigator.share === 'function';

  const copy = async () => {
    try {
      await navigator.clipboard.writeText(link);
      setCopied('copied');
    } catch {
      field.current?.focus();
      setCopied('byHand');
    }
  };
  const share = () =>
    // Closing the share sheet without choosing rejects, and is nobody's trouble.
    navigator.share({ text: texts.share, url: link }).catch(() => undefined);
  return (
    <div className={styles.link}>
      <QrCode text={link} label={texts.code} />
      <input
        ref={field}
        readOnly
        className="input small"
        aria-label={texts.label}
        value={link}
        onFocus={(event) => event.target.select()}
      />
      <button
        type="button"
        className={`button button-wide ${canShare ? '' : 'button-primary'}`}
        onClick={() => void copy()}
      >
        {t('copy')}
      </button>
      {canShare && (
        <button
          type="button"
          className="button button-primary button-wide"
          onClick={() => void share()}
        >
          {t('share')}
        </button>
      )}
      <p role="status" className={styles.copied}>
        {copied && t(copied)}
      </p>
    </div>
  );
}
