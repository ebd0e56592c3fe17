'use client';

import { useTranslations } from 'use-intl/react';
import { restatements } from '#lib/dialogue/act.ts';
import { actOf } from '#lib/dialogue/event.ts';
import type { TranscriptLine } from '#lib/dialogue/transcript.ts';
import { isSaid } from './at-hand.ts';

/** After so many corrections in a row a shorter piece may help. */
const many = 3;

/** Says so to the speaker, who may do as they like: acceptance is never forced. */
export function Shorter({ lines }: { lines: readonly TranscriptLine[] }) {
  const t = useTranslations('hints');
  return (
    <div role="status">
      {correctionsInARow(lines) >= many && (
        <p className="card">
          {t('shorter')} <span className="small soft">{t('private')}</span>
        </p>
      )}
    </div>
  );
}

/** How often the last thing told was given back and corrected, without a yes in between. */
export function correctionsInARow(lines: readonly TranscriptLine[]): number {
  const acts = lines.filter(isSaid).map(({ fact }) => actOf(fact));
  const before = acts.findLastIndex(
    (act) => act === undefined || (act !== 'correct' && !restatements.has(act)),
  );
  return acts.slice(before + 1).filter((act) => act === 'correct').length;
}
