'use client';

import { useState } from 'react';
import { useTranslations } from 'use-intl/react';
import { forgetMe, leaveRoom } from '#lib/client/rights.ts';
import { Choice } from './choice.tsx';
import { Part } from './part.tsx';
import { useRightsHere } from './rights-of.tsx';
import { Sure } from './sure.tsx';

/** Leaving the room, or having everything of oneself removed. */
export function Leaving({ onLeft }: { onLeft(how: 'left' | 'forgotten'): void }) {
  const t = useTranslations('rights.leave');
  const { roomId, partnerName: name, nameOf, partner } = useRightsHere();
  const [words, setWords] = useState<'stay' | 'erase'>('stay');
  const act = async (how: 'left' | 'forgotten') => {
    const erase = words === 'erase';
    const gone = await (how === 'left' ? leaveRoom(roomId, erase) : forgetMe(erase));
    if (gone) onLeft(how);
    return gone;
  };
  const question = (
    <>
      <p>{t('running')}</p>
      <Choice
        legend={t('question')}
        value={words}
        options={[
          { value: 'stay', label: t('stay', { name: nameOf(partner) }) },
          { value: 'erase', label: t('erase') },
        ]}
        onChoose={setWords}
      />
    </>
  );
  return (
    <Part heading={t('heading')}>
      <p>{t('about', { name: nameOf(partner) })}</p>
      <Sure label={t('open')} title={t('title')} sure={t('sure')} act={() => act('left')}>
        <p>{t('about', { name })}</p>
        {question}
      </Sure>
      <Sure
        label={t('forget')}
        title={t('forgetTitle')}
        sure={t('forgetSure')}
        act={() => act('forgotten')}
      >
        <p>{t('forgetAbout')}</p>
        {question}
        <p className="soft small">{t('account')}</p>
      </Sure>
    </Part>
  );
}
