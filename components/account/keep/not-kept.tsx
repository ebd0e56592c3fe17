'use client';

import { useEffect, useState } from 'react';
import { useTranslations } from 'use-intl/react';
import { roomsNotKept } from '#lib/client/account-rooms.ts';
import type { RoomId } from '#lib/dialogue/id.ts';
import { KeepForm } from './keep-form.tsx';

/** Says of how many rooms the account has no key yet, and gives it those; nothing when it has all. */
export function NotKept({ rooms }: { rooms: readonly RoomId[] }) {
  const t = useTranslations('account.keeping');
  const [left, setLeft] = useState<readonly RoomId[]>([]);
  const [said, setSaid] = useState<'kept' | 'some' | null>(null);
  useEffect(() => {
    let gone = false;
    roomsNotKept(rooms)
      .then((found) => !gone && setLeft(found))
      .catch(() => undefined);
    return () => {
      gone = true;
    };
  }, [rooms]);
  const kept = (still: readonly RoomId[]) => {
    setLeft(still);
    setSaid(still.length === 0 ? 'kept' : 'some');
  };
  return (
    <>
      <p role="status" className="small">
        {said && t(said, { count: left.length })}
      </p>
      {left.length > 0 && (
        <div className="card stack">
          <p>{t('about', { count: left.length })}</p>
          <KeepForm rooms={left} onKept={kept} />
        </div>
      )}
    </>
  );
}
