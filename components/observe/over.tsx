'use client';

import { useTranslations } from 'use-intl/react';
import { Screen } from '#components/join/screen.tsx';
import type { ObserverSnapshot } from '#lib/client/observation/observer-snapshot.ts';
import type { CaseId } from '#lib/observation.ts';
import { UnsavedNote } from './unsaved-note.tsx';

interface Props {
  ended: NonNullable<ObserverSnapshot['ended']>;
  caseId: CaseId;
  onAgain(): void;
}

/** It is over. Nothing of the couple is on the screen any more; what stays is said, and where it is. */
export function Over({ ended, caseId, onAgain }: Props) {
  const t = useTranslations('observe');
  return (
    <Screen title={t(`over.${ended}.title`)} body={t(`over.${ended}.text`)}>
      <UnsavedNote caseId={caseId} />
      <p>{t('over.stays')}</p>
      <div className="stack">
        <a className="button button-primary" href="/desk">
          {t('toDesk')}
        </a>
        <button type="button" className="button button-quiet" onClick={onAgain}>
          {t('over.again')}
        </button>
      </div>
      <p className="soft small">{t('over.next')}</p>
    </Screen>
  );
}
