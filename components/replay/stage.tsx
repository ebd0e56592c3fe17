'use client';

import type { Ref } from 'react';
import { useTranslations } from 'use-intl/react';
import { legAt, speakerIn } from '#lib/dialogue/course.ts';
import { otherSeat } from '#lib/dialogue/seat.ts';
import { phaseTexts, stepTexts, withPartner } from '#lib/exercises/texts-of.ts';
import { useReplaying } from './replaying.tsx';
import type { Scene } from './scene.ts';
import { SceneWords } from './scene-words.tsx';
import styles from './stage.module.css';

interface Props {
  ref: Ref<HTMLElement>;
  scene: Scene;
  /** Which scene of how many, from 1. */
  place: { index: number; total: number };
}

/** One moment of the talk: where it was, what was asked, and what was said. Told aloud at each step. */
export function Stage({ ref, scene, place }: Props) {
  const t = useTranslations('replay.stage');
  const { recording, texts, nameOf } = useReplaying();
  const { state, frames, you } = recording;
  const { line, step, mode, askedBoth, revealed } = scene;
  const { by } = line;
  const leg = legAt(frames[0]?.course ?? [], { leg: line.legIndex, step });
  const teller = nameOf(speakerIn(leg, state.opener));
  const asked = line.fact.type !== 'opened' && by !== null;
  const { acting, spoken } = stepTexts(texts, step);
  const completed = state.status === 'ended' && state.how === 'completed';
  const askedOne = by && by !== you ? t('asked', { name: nameOf(by) }) : t('askedYou');
  const askedOf = askedBoth ? t('askedBoth') : askedOne;
  const voice = by && revealed.length === 0 ? `voice-${by}` : '';
  return (
    <section ref={ref} aria-label={t('label')} className={`${styles.stage} ${voice}`}>
      <div role="status" className={styles.told}>
        <p className="small soft">
          <span className={styles.place}>
            {t('place', { index: String(place.index), total: String(place.total) })}
          </span>
          {' · '}
          <strong>{phaseTexts(texts, leg.phase.id).name}</strong>
          {leg.half > 0 && ` · ${t('tells', { name: teller })}`}
        </p>
        {asked && (
          <div className={styles.asked}>
            <p className="small">{askedOf}</p>
            <p className="soft">
              {withPartner(mode === 'spoken' ? spoken : acting, nameOf(otherSeat(by)))}
            </p>
          </div>
        )}
        <div key={line.seq} className={styles.scene}>
          <SceneWords scene={scene} />
          {completed && place.index === place.total && <p className="soft">{t('completed')}</p>}
        </div>
      </div>
    </section>
  );
}
