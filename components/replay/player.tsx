'use client';

import { useMemo, useRef } from 'react';
import { useTranslations } from 'use-intl/react';
import { Controls } from './controls.tsx';
import { Phases } from './phases.tsx';
import styles from './player.module.css';
import { useReplaying } from './replaying.tsx';
import { WordsAfterwards } from './rights/words-afterwards.tsx';
import { beginningsOf, scenesOf, talkOf } from './scene.ts';
import { Stage } from './stage.tsx';
import { Transcript } from './transcript.tsx';
import { useFollow } from './use-follow.ts';
import { usePlayback } from './use-playback.ts';
import { usePlaybackKeys } from './use-playback-keys.ts';

/** The talk moment by moment, and beside it the whole of it to read. */
export function Player() {
  const t = useTranslations('replay.controls');
  const { recording, file } = useReplaying();
  const talk = useMemo(() => talkOf(recording), [recording]);
  const scenes = useMemo(() => scenesOf(recording), [recording]);
  const beginnings = useMemo(() => beginningsOf(talk), [talk]);
  const playback = usePlayback(talk);
  const player = useRef<HTMLDivElement>(null);
  const stage = useRef<HTMLElement>(null);
  usePlaybackKeys(player, playback);
  useFollow(stage, playback);

  const scene = scenes[playback.index] ?? scenes.at(-1);
  if (!scene) return null;
  return (
    <div className={styles.both}>
      <div ref={player} className={styles.player}>
        <Stage
          ref={stage}
          scene={scene}
          place={{ index: playback.index + 1, total: scenes.length }}
        />
        <Controls playback={playback} />
        <p className={`soft small ${styles.keys}`}>{t('keys')}</p>
        <Phases
          current={scene.line.legIndex}
          beginnings={beginnings}
          onChoose={(index) => playback.goTo(index)}
        />
      </div>
      <div className={styles.beside}>
        <Transcript scenes={scenes} index={playback.index} />
        {file === null && <WordsAfterwards />}
      </div>
    </div>
  );
}
