'use client';

import { useTranslations } from 'use-intl/react';
import { useCheckBefore } from '#components/care/check-before.tsx';
import { NameForm } from '#components/name-field/name-form.tsx';

/** Starts a room: the one thing a first visit is for. */
export function StartRoom() {
  const t = useTranslations('home');
  const checkBefore = useCheckBefore();
  return (
    <NameForm
      label={t('start')}
      busyLabel={t('starting')}
      enter={async (name) => {
        await checkBefore();
        const { startRoom } = await import('#lib/client/entrance.ts');
        return startRoom(name);
      }}
    >
      <p className="soft small">{t('next')}</p>
    </NameForm>
  );
}
