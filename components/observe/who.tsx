'use client';

import { useTranslations } from 'use-intl/react';
import { Screen } from '#components/join/screen.tsx';
import type { Person } from '#lib/rights/can.ts';
import { useLink } from './use-link.ts';

/** Whoever cannot watch as they are here now. */
export type Other = Exclude<Person, 'therapist'>;

interface Props {
  person: Other;
  /** Where to come back to: a path. */
  to: string;
}

/** What somebody needs first who is no therapist here (yet), in plain words. The link is kept meanwhile. */
export function Who({ person, to }: Props) {
  const t = useTranslations('observe.who');
  const back = useTranslations('observe')('toAccount');
  useLink();
  switch (person) {
    case 'unproved':
      return (
        <Screen key={person} title={t('unproved.title')} body={t('unproved.text')}>
          <a className="button button-primary" href="/account">
            {t('unproved.action')}
          </a>
        </Screen>
      );
    case 'account':
      return (
        <Screen key={person} title={t('account.title')} body={t('account.text')}>
          <p>{t('account.how')}</p>
          <div className="stack">
            <a className="button button-primary" href="/account/create">
              {t('account.action')}
            </a>
            <a className="button button-quiet" href="/account">
              {back}
            </a>
          </div>
        </Screen>
      );
    default:
      return (
        <Screen key={person} title={t('anonymous.title')} body={t('anonymous.text')}>
          <div className="stack">
            <a className="button button-primary" href={`/account/sign-in#to=${to}`}>
              {t('anonymous.action')}
            </a>
            <a className="button" href="/account/create">
              {t('anonymous.create')}
            </a>
          </div>
          <p className="soft small">{t('anonymous.createAbout')}</p>
        </Screen>
      );
  }
}
