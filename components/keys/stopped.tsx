'use client';

import { useTranslations } from 'use-intl/react';
import { Screen } from '#components/join/screen.tsx';

/**
 * Why nothing was given. `wrong`: the digits were others. `gone`: the request is there no more. `busy`: the
 * other asks too. `unfit`: the key is none, or not of this room. `storage`: the device keeps nothing.
 */
export type WhyStopped = 'wrong' | 'gone' | 'busy' | 'unfit' | 'storage';

/** It was stopped, and goes on only when somebody begins again. */
export function Stopped({ why, onAgain }: { why: WhyStopped; onAgain(): void }) {
  const t = useTranslations('keys');
  return (
    <Screen title={t(`${why}.title`)} body={t(`${why}.text`)}>
      <button type="button" className="button button-primary" onClick={onAgain}>
        {t('wrong.again')}
      </button>
    </Screen>
  );
}
