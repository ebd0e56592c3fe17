'use client';

import { useTranslations } from 'use-intl/react';
import { Frame } from '../frame.tsx';

/** How it ended here. `kept`: signed out, and the browser would not let the keys be cleared. */
export type End = 'left' | 'kept' | 'deleted';

/** Nobody is signed in here any more, and it was done on this page. */
export function Ended({ end }: { end: End }) {
  const t = useTranslations('account');
  const deleted = end === 'deleted';
  return (
    <Frame arrived title={t(deleted ? 'deleting.gone' : 'out.heading')}>
      <p className={end === 'kept' ? 'alert' : ''}>{t(words[end])}</p>
      <div className="row">
        {!deleted && (
          <a className="button" href="/account/sign-in">
            {t('out.signIn')}
          </a>
        )}
        <a className="button" href="/">
          {t('out.home')}
        </a>
      </div>
    </Frame>
  );
}

const words = {
  left: 'leaving.left',
  kept: 'leaving.kept',
  deleted: 'deleting.goneText',
} as const satisfies Record<End, string>;
