'use client';

import { useEffect, useState } from 'react';
import { useTranslations } from 'use-intl/react';
import { CheckFirst } from '#components/care/check-first.tsx';
import { Closed } from '#components/room/closed.tsx';
import { keptVault } from '#lib/client/device-keys.ts';
import type { RoomId } from '#lib/dialogue/id.ts';
import { browserSafe } from '#lib/vault/browser-safe.ts';
import type { RoomKeys } from '#lib/vault/room-keys.ts';
import { Ask } from './ask.tsx';
import { Give } from './give.tsx';

/** The keys of a room, once the safety check is behind: whoever has none asks, whoever has them gives. */
export function Keys({ roomId }: { roomId: RoomId }) {
  const t = useTranslations('keys');
  return (
    <CheckFirst meanwhile={<Closed busy={t('looking')} />}>
      <Held roomId={roomId} />
    </CheckFirst>
  );
}

function Held({ roomId }: { roomId: RoomId }) {
  const t = useTranslations('keys');
  const [held, setHeld] = useState<RoomKeys | 'reading' | 'missing'>('reading');
  useEffect(() => {
    let left = false;
    keptVault(roomId, browserSafe())
      .then(async (vault) => {
        await vault?.renew();
        if (!left) setHeld(vault && !vault.lost ? vault.held : 'missing');
      })
      .catch(() => setHeld('missing'));
    return () => {
      left = true;
    };
  }, [roomId]);
  if (held === 'reading') return <Closed busy={t('looking')} />;
  return held === 'missing' ? <Ask roomId={roomId} /> : <Give roomId={roomId} keys={held} />;
}
