'use client';

import { useState } from 'react';
import { useFormatter, useTranslations } from 'use-intl/react';
import { Button } from '#components/button/button.tsx';
import { agreeToExport } from '#lib/client/rights.ts';
import { useRightsHere } from '../rights-of.tsx';

/** Both say yes before the words of both go along; each can take that back. */
export function Agreement() {
  const t = useTranslations('rights.take');
  const common = useTranslations('rights');
  const format = useFormatter();
  const { roomId, rights, partner, nameOf, refresh } = useRightsHere();
  const { agreed, you } = rights;
  const [now, setNow] = useState<'busy' | 'failed' | null>(null);
  const time = (until: number) =>
    format.dateTime(until, { weekday: 'long', hour: '2-digit', minute: '2-digit' });
  const say = async (agree: boolean) => {
    setNow('busy');
    const noted = await agreeToExport(roomId, agree);
    await refresh();
    setNow(noted ? null : 'failed');
  };
  const yours = agreed[you];
  const theirs = agreed[partner];
  const name = nameOf(partner);
  return (
    <div className="card stack">
      <div role="status" className="stack">
        <p>{yours ? t('agreeYou', { time: time(yours) }) : t('agreeNotYou')}</p>
        <p>
          {theirs ? t('agreeOther', { name, time: time(theirs) }) : t('agreeNotOther', { name })}
        </p>
        {now === 'failed' && <p className="alert">{common('failed')}</p>}
      </div>
      <div className="row">
        <Button off={now === 'busy'} onPress={() => void say(yours === null)}>
          {t(yours === null ? 'agree' : 'withdraw')}
        </Button>
        <Button className="button-quiet" onPress={() => void refresh()}>
          {t('look')}
        </Button>
      </div>
    </div>
  );
}
