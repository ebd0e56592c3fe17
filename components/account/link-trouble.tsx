'use client';

import { useTranslations } from 'use-intl/react';
import type { Trouble } from '#lib/client/account/trouble.ts';
import { Frame } from './frame.tsx';
import { TroubleNote } from './trouble-note.tsx';

interface Props {
  trouble: Trouble;
  heading: string;
  spent: string;
  again: string;
  onAgain(): void;
  onRetry(): void;
}

/** Why a link that was sent leads nowhere now: it is spent, or it could not be looked at. */
export function LinkTrouble({ trouble, heading, spent, again, onAgain, onRetry }: Props) {
  const t = useTranslations();
  if (trouble.reason === 'spent') {
    return (
      <Frame arrived title={heading}>
        <p>{spent}</p>
        <button type="button" className="button button-primary" onClick={onAgain}>
          {again}
        </button>
      </Frame>
    );
  }
  return (
    <Frame arrived title={t('account.linkTrouble')}>
      <TroubleNote trouble={trouble} />
      <button type="button" className="button button-primary" onClick={onRetry}>
        {t('common.retry')}
      </button>
    </Frame>
  );
}
