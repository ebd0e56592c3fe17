'use client';

import { useTranslations } from 'use-intl/react';
import type { RoomId } from '#lib/dialogue/id.ts';
import { Frame } from '../frame.tsx';
import { RoomLinks } from './room-links.tsx';

interface Props {
  shut: readonly RoomId[];
  onGoOn(): void;
}

/** The account was opened, and of some rooms there was no key in it. */
export function SomeShut({ shut, onGoOn }: Props) {
  const t = useTranslations('signIn.unlock');
  return (
    <Frame arrived title={t('some')}>
      <p>{t('someAbout', { count: shut.length })}</p>
      <RoomLinks rooms={shut} />
      <button type="button" className="button button-quiet" onClick={onGoOn}>
        {t('goOn')}
      </button>
    </Frame>
  );
}
