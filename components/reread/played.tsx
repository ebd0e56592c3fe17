'use client';

import { useTranslations } from 'use-intl/react';
import { Header } from '#components/replay/header.tsx';
import { Notices } from '#components/replay/notices.tsx';
import { Player } from '#components/replay/player.tsx';
import replay from '#components/replay/replay.module.css';
import { ReplayingProvider } from '#components/replay/replaying.tsx';
import type { Recording } from '#lib/client/archive.ts';

interface Props {
  recording: Recording;
  whose: 'mine' | 'ours';
  onBack(): void;
}

/** A talk from a file, played as in the room. */
export function Played({ recording, whose, onBack }: Props) {
  const t = useTranslations('reread');
  return (
    <ReplayingProvider recording={recording} file={whose}>
      <main id="content" className={`page ${replay.replay}`}>
        <Header
          back={
            <button type="button" className="button button-quiet" onClick={onBack}>
              {t('back')}
            </button>
          }
        />
        <p className="soft">{t(whose)}</p>
        <Notices />
        <Player />
      </main>
    </ReplayingProvider>
  );
}
