'use client';

import { useTranslations } from 'use-intl/react';
import type { SessionSnapshot } from '#lib/client/snapshot.ts';
import { courseOf, stepOfLine } from '#lib/dialogue/course.ts';
import { actOf } from '#lib/dialogue/event.ts';
import { legalMoves } from '#lib/dialogue/legal.ts';
import { scaleTexts, withPartner } from '#lib/exercises/texts-of.ts';
import { useExerciseTexts } from '../exercise-texts.ts';
import { useHere } from '../here.tsx';
import { Sure } from '../sure.tsx';
import { useMoves } from '../use-moves.ts';
import type { SaidLine } from './at-hand.ts';
import { saidAs } from './said-as.ts';
import { SaidWords } from './said-words.tsx';
import styles from './so-far-line.module.css';

/** One line of what was said; your own words carry a way to erase them. */
export function SoFarLine({ line, session }: { line: SaidLine; session: SessionSnapshot }) {
  const t = useTranslations('session.soFar');
  const { you, snapshot, partnerName } = useHere();
  const { busy, submit } = useMoves(session);
  const texts = useExerciseTexts();
  const { exercise, state } = session;
  const act = actOf(line.fact);
  const other = line.by === you ? partnerName : t('other');
  const scales = scaleTexts(texts, stepOfLine(courseOf(exercise), line)).map((scale) =>
    withPartner(scale, other),
  );
  const name = line.by === you ? (snapshot.names[you] ?? t('you')) : partnerName;
  const erasable =
    legalMoves(exercise, state, you).includes('erase') &&
    state.content.some(({ seq, by }) => seq === line.seq && by === you);
  return (
    <li className={`${styles.line} voice-${line.by}`}>
      <p className="small">
        <strong className={styles.name}>{name}</strong>{' '}
        <span className="soft">{act && saidAs(texts, line, act)}</span>
      </p>
      <SaidWords content={line.content} scales={scales} />
      {erasable && (
        <Sure
          className={styles.erase}
          label={t('erase')}
          back={t('eraseBack')}
          sure={t('eraseSure')}
          busy={busy}
          onSure={() => void submit({ type: 'erase', seqs: [line.seq] })}
        />
      )}
    </li>
  );
}
