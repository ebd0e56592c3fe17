'use client';

import { useState } from 'react';
import { useTranslations } from 'use-intl/react';
import { chooseRetention } from '#lib/client/rights.ts';
import { heldRetention, type Months, retentionChoices } from '#lib/rights/retention.ts';
import { Choice } from './choice.tsx';
import { Part } from './part.tsx';
import { useRightsHere } from './rights-of.tsx';

/** How long talks stay: each chooses, both see both, and the shorter holds. */
export function Retention() {
  const t = useTranslations('rights.retention');
  const common = useTranslations('rights');
  const { roomId, rights, partner, nameOf, refresh } = useRightsHere();
  const { retention, you } = rights;
  const [now, setNow] = useState<'saved' | 'failed' | null>(null);
  // The button follows the finger, not the network.
  const [wish, setWish] = useState(retention[you]);
  const held = heldRetention(retention);
  const choose = async (months: Months) => {
    setNow(null);
    setWish(months);
    const saved = await chooseRetention(roomId, months);
    if (!saved) setWish(retention[you]);
    await refresh();
    setNow(saved ? 'saved' : 'failed');
  };
  return (
    <Part heading={t('heading')} now={t('held', { count: held })}>
      <p>{t('about')}</p>
      <Choice
        legend={t('question')}
        value={wish}
        options={retentionChoices.map((count) => ({ value: count, label: t('held', { count }) }))}
        onChoose={(months) => void choose(months)}
      />
      <p>
        {t('other', { name: nameOf(partner), count: retention[partner] })}{' '}
        <strong>{t('now', { count: held })}</strong>
      </p>
      <div role="status">
        {now === 'saved' && <p className="soft">{t('saved')}</p>}
        {now === 'failed' && <p className="alert">{common('failed')}</p>}
      </div>
    </Part>
  );
}
