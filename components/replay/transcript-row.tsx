'use client';

import { useTranslations } from 'use-intl/react';
import { VoiceMark } from '#components/room/voice-mark.tsx';
import { useReplaying } from './replaying.tsx';
import { EraseLine } from './rights/erase.tsx';
import { Said } from './said.tsx';
import type { Scene } from './scene.ts';
import styles from './transcript.module.css';
import { useTold } from './use-told.ts';

interface Props {
  scene: Scene;
  current: boolean;
  /** Whether your own words in it can be erased from here. */
  erasable: boolean;
}

/** One line of the transcript. */
export function TranscriptRow({ scene, current, erasable }: Props) {
  const t = useTranslations('replay.transcript');
  const told = useTold();
  const { nameOf } = useReplaying();
  const { line } = scene;
  const { by } = line;
  return (
    <li
      id={`line-${line.seq}`}
      tabIndex={-1}
      className={`${styles.line} ${by ? `voice-${by}` : styles.aside}`}
      aria-current={current ? 'true' : undefined}
      data-shown={current ? '' : undefined}
    >
      <p className="small">
        {by && (
          <>
            <VoiceMark seat={by} /> <strong className={styles.name}>{nameOf(by)}</strong>{' '}
          </>
        )}
        <span className="soft">{told(scene)}</span>
        {current && <span className={styles.here}>{t('here')}</span>}
      </p>
      <Said line={line} />
      {erasable && <EraseLine line={line} />}
    </li>
  );
}
