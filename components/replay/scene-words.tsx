'use client';

import { useTranslations } from 'use-intl/react';
import { VoiceMark } from '#components/room/voice-mark.tsx';
import { RatingPair } from './rating-pair.tsx';
import { useReplaying } from './replaying.tsx';
import { Said } from './said.tsx';
import type { Scene } from './scene.ts';
import styles from './stage.module.css';
import { useTold } from './use-told.ts';

/** Who did what in a scene, and the words; hidden answers only once both were in. */
export function SceneWords({ scene }: { scene: Scene }) {
  const t = useTranslations('replay.stage');
  const told = useTold();
  const { recording, nameOf } = useReplaying();
  const { line, step, stillHidden, revealed } = scene;
  const { by, content } = line;
  if (revealed.length > 0) {
    return (
      <>
        <p>{t('revealed')}</p>
        <RatingPair pair={revealed} step={step} />
      </>
    );
  }
  if (!by) return <p className={styles.aside}>{told(scene)}</p>;
  const shownLater = stillHidden && !recording.state.concealed.some(({ seq }) => seq === line.seq);
  return (
    <>
      <p className={`${styles.who} ${content.kind === 'none' ? styles.alone : ''}`}>
        <VoiceMark seat={by} />
        <span>
          <strong className={styles.name}>{nameOf(by)}</strong> {told(scene)}
        </span>
      </p>
      {shownLater ? <p className="soft">{t('hidden')}</p> : <Said line={line} />}
    </>
  );
}
