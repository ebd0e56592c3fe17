'use client';

import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl/react';
import type { LinkAsked } from '#lib/account/links.ts';
import { Frame } from './frame.tsx';

interface Props {
  of: 'signIn' | 'newAccount' | 'reset';
  by: LinkAsked['by'];
  email: string;
  onAgain(): void;
  children?: ReactNode;
}

/** A link was asked for: where it will come from. The same words for every address. */
export function Asked({ of, by, email, onAgain, children }: Props) {
  const t = useTranslations();
  const byMail = by === 'email';
  return (
    <Frame arrived title={t(byMail ? `${of}.asked.heading` : `${of}.asked.hostHeading`)}>
      <p>{byMail ? t(`${of}.asked.email`, { email }) : t(`${of}.asked.host`, { email })}</p>
      {children}
      <button type="button" className="button" onClick={onAgain}>
        {t(`${of}.asked.again`)}
      </button>
    </Frame>
  );
}
