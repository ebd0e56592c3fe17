'use client';

import { useState } from 'react';
import { useTranslations } from 'use-intl/react';
import { useReplaying } from './replaying.tsx';
import { EraseAll } from './rights/erase.tsx';
import type { Scene } from './scene.ts';
import styles from './transcript.module.css';
import { TranscriptRow } from './transcript-row.tsx';

interface Props {
  scenes: readonly Scene[];
  /** The scene that is shown now. */
  index: number;
}

/** The whole talk to read from top to bottom, with the line that is shown now marked. */
export function Transcript({ scenes, index }: Props) {
  const t = useTranslations('replay.transcript');
  const { recording, file } = useReplaying();
  const { state, you } = recording;
  const [choosing, setChoosing] = useState(false);
  // What is in a file is only on this device.
  const erasable = file === null ? state.content : [];
  const own = erasable.filter(({ by }) => by === you).map(({ seq }) => seq);
  const chooses = choosing && own.length > 0;
  return (
    <section aria-labelledby="transcript" className="stack">
      <div className={styles.head}>
        <h2 id="transcript" tabIndex={-1}>
          {t('heading')}
        </h2>
        {own.length > 0 && (
          <button
            type="button"
            className="button button-quiet"
            aria-expanded={chooses}
            onClick={() => setChoosing(!choosing)}
          >
            {t(chooses ? 'eraseDone' : 'erase')}
          </button>
        )}
      </div>
      {chooses && (
        <div className="card stack">
          <p>{t('eraseAbout')}</p>
          <EraseAll seqs={own} />
        </div>
      )}
      <ol className={styles.lines}>
        {scenes.map((scene, at) => (
          <TranscriptRow
            key={scene.line.seq}
            scene={scene}
            current={at === index}
            erasable={chooses && own.includes(scene.line.seq)}
          />
        ))}
      </ol>
    </section>
  );
}
