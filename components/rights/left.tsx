'use client';

import { useEffect, useRef } from 'react';
import { useTranslations } from 'use-intl/react';

/** After leaving: what is done, and the way to the beginning. */
export function Left({ how }: { how: 'left' | 'forgotten' }) {
  const t = useTranslations('rights.leave');
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    // After the dialog has given the focus back.
    const frame = requestAnimationFrame(() => heading.current?.focus());
    return () => cancelAnimationFrame(frame);
  }, []);
  return (
    <main id="content" className="page">
      <h1 ref={heading} tabIndex={-1}>
        {t(how === 'left' ? 'done' : 'forgotten')}
      </h1>
      <p>{t('doneAbout')}</p>
      <a className="button" href="/">
        {t('toStart')}
      </a>
    </main>
  );
}
