'use client';

import { useTranslations } from 'use-intl/react';
import { assertNever } from '#lib/dialogue/assert-never.ts';
import type { Card } from '#lib/exercises/catalogue.ts';
import type { Reason, Suggestion } from '#lib/exercises/suggest.ts';
import { Facts } from './facts.tsx';
import styles from './suggested.module.css';

interface Props {
  /** Null while what was done before is still being read. */
  suggestion: Suggestion | null;
  onOpen(card: Card): void;
}

/** One exercise to begin with, and why this one. */
export function Suggested({ suggestion, onOpen }: Props) {
  const t = useTranslations('library.suggestion');
  const reason = useReason();
  return (
    <section aria-labelledby="suggestion" className={`card ${styles.suggestion}`}>
      <p id="suggestion" className="small soft">
        {t('heading')}
      </p>
      {suggestion ? (
        <>
          <p>{reason(suggestion.reason)}</p>
          <h2>{suggestion.card.name}</h2>
          <p className={`small ${styles.purpose}`}>{suggestion.card.purpose}</p>
          <Facts card={suggestion.card} />
          <button
            type="button"
            className="button button-primary button-wide"
            aria-haspopup="dialog"
            onClick={() => onOpen(suggestion.card)}
          >
            {t('look')}
          </button>
        </>
      ) : (
        <p role="status">{t('looking')}</p>
      )}
    </section>
  );
}

function useReason(): (reason: Reason) => string {
  const t = useTranslations('library.suggestion');
  return (reason) => {
    switch (reason.kind) {
      case 'first':
        return t('first');
      case 'returning':
        return t('returning');
      case 'after-difficult':
        return t('afterDifficult');
      case 'check-never':
        return t('checkNever');
      case 'check-long-ago':
        return t('checkLongAgo');
      case 'least-trained':
        return t(`leastTrained.${reason.bond}`);
      case 'fresh':
        return t('fresh');
      case 'long-ago':
        return t('longAgo');
      case 'again':
        return t('again');
      default:
        return assertNever(reason);
    }
  };
}
